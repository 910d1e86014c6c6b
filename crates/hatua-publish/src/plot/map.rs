//! A map of a programme's countries, each in the colour of its class: four classes at most, then "nothing counted" and
//! "not reported" as classes of their own. Whichever countries the view names are drawn.

use std::fmt::Write as _;

use super::canvas::{AXIS, Canvas, Direction, Scheme, Sheet};
use super::labels;
use super::outlines::{Outline, STEPS, outline};

/// What the map shows, in ready words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapPlot {
    /// Subject and unit.
    pub title: String,
    /// Which way its words run.
    pub direction: Direction,
    /// The colours of the page.
    pub scheme: Scheme,
    /// The countries. One whose code has no outline is left to the table beside the map.
    pub countries: Vec<MapCountry>,
    /// The sentence that says that the records are invented; absent in a programme with real ones.
    pub demonstration: Option<String>,
}

/// One country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapCountry {
    /// Its ISO 3166-1 code (two letters).
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its number, if it has one.
    pub value: Option<u64>,
    /// The value as it is written.
    pub shown: String,
}

/// What the colour of a country says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapClass {
    /// The class with this place in [`classes`].
    Counted(usize),
    /// Zero.
    Nothing,
    /// No number.
    NotReported,
}

/// The bounds of one class, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassBounds {
    /// The least number in it.
    pub from: u64,
    /// The greatest number in it; absent for the highest class.
    pub to: Option<u64>,
}

/// The classes for these numbers, the highest first: at most four, of one width (1, 2, 3, 5, 10, 20, …), from 1 on.
/// A class in which nothing can lie is left out.
#[must_use]
pub fn classes(values: impl Iterator<Item = u64>) -> Vec<ClassBounds> {
    let highest = values.max().unwrap_or(0);
    if highest == 0 {
        return Vec::new();
    }
    let width = std::iter::successors(Some(1_u64), |step| step.checked_mul(10))
        .flat_map(|step| [1, 2, 3, 5].map(|part| step.saturating_mul(part)))
        .find(|width| width.saturating_mul(4) > highest)
        .unwrap_or(u64::MAX);
    let lowest = |class: u64| if class == 0 { 1 } else { class * width };
    let used: Vec<u64> =
        (0..4).filter(|class| lowest(*class) <= highest && (*class > 0 || width > 1)).collect();
    used.iter()
        .rev()
        .enumerate()
        .map(|(place, class)| ClassBounds {
            from: lowest(*class),
            to: (place > 0).then(|| (class + 1) * width - 1),
        })
        .collect()
}

/// The class of a value.
#[must_use]
pub fn class_of(value: Option<u64>, classes: &[ClassBounds]) -> MapClass {
    match value {
        None => MapClass::NotReported,
        Some(0) => MapClass::Nothing,
        Some(number) => MapClass::Counted(
            classes.iter().position(|class| class.from <= number).unwrap_or(classes.len().saturating_sub(1)),
        ),
    }
}

/// The size of the drawing, in pixels.
pub const MAP_SIZE: (u32, u32) = (384, 370);
const WIDTH: i64 = 3840;
const HEIGHT: i64 = 3700;
/// Room around the countries, and for the sentence at the foot.
const MARGIN: i64 = 80;
const FOOT: i64 = 240;

/// Turns steps of a degree into whole pixels.
struct Projection {
    west: i64,
    north: i64,
    /// In tenths of a pixel for a million steps.
    across: i64,
    down: i64,
    left: i64,
    top: i64,
}

impl Projection {
    /// As large as the paper allows: the large parts of each country fill it, far islands may fall beside it. A degree
    /// of longitude is as narrow as it is in the middle of the map.
    fn of(outlines: &[Outline]) -> Option<Self> {
        let points = || outlines.iter().flat_map(|outline| large_parts(outline).flatten());
        let (west, east) = (points().map(|p| p.0).min()?, points().map(|p| p.0).max()?);
        let (north, south) = (points().map(|p| p.1).min()?, points().map(|p| p.1).max()?);
        let narrow = cosine(i64::midpoint(north, south));
        let (width, height) = ((east - west).max(1) * narrow / 1_000_000, (south - north).max(1));
        let (room_across, room_down) = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - FOOT);
        let down = (room_across * 1_000_000 / width.max(1)).min(room_down * 1_000_000 / height);
        let across = down / 1_000 * narrow / 1_000;
        let left = (WIDTH - (east - west) * across / 1_000_000) / 2;
        let top = MARGIN + (room_down - height * down / 1_000_000) / 2;
        Some(Self { west, north, across, down, left, top })
    }

    /// In whole pixels.
    fn place(&self, (x, y): (i64, i64)) -> (i64, i64) {
        let x = self.left + (x - self.west) * self.across / 1_000_000;
        let y = self.top + (y - self.north) * self.down / 1_000_000;
        ((x + 5) / 10, (y + 5) / 10)
    }
}

/// The largest part and those that are at least a third of it.
fn large_parts(outline: &Outline) -> impl Iterator<Item = &Vec<(i64, i64)>> {
    let largest = outline.rings.first().map_or(0, |ring| doubled_area(ring));
    outline.rings.iter().filter(move |ring| doubled_area(ring) * 3 >= largest)
}

fn doubled_area(ring: &[(i64, i64)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<i64>().abs()
}

/// The cosine of a latitude, in millionths: whole numbers, so that it is the same on every machine.
fn cosine(latitude: i64) -> i64 {
    let angle = latitude.abs() * 17_453 / STEPS;
    let square = angle * angle / 1_000_000;
    let fourth = square * square / 1_000_000;
    let sixth = fourth * square / 1_000_000;
    (1_000_000 - square / 2 + fourth / 24 - sixth / 720).max(100_000)
}

/// A country on the paper, in whole pixels.
pub(super) struct Shape<'a> {
    pub country: &'a MapCountry,
    pub class: MapClass,
    /// Where a label has most room.
    pub label: (i64, i64),
    pub parts: Vec<Vec<(i64, i64)>>,
}

/// Draws the map; nothing where no country has an outline.
#[must_use]
pub fn draw_map(map: &MapPlot) -> Option<String> {
    let drawn: Vec<(&MapCountry, Outline)> =
        map.countries.iter().filter_map(|country| Some((country, outline(&country.code)?))).collect();
    let outlines: Vec<Outline> = drawn.iter().map(|(_, outline)| outline.clone()).collect();
    let projection = Projection::of(&outlines)?;
    let classes = classes(map.countries.iter().filter_map(|country| country.value));
    let palette = map.scheme.palette();
    let sheet =
        Sheet { width: WIDTH, height: HEIGHT, direction: map.direction, scheme: map.scheme, letters: 120 };
    let mut canvas = Canvas::open(sheet, &map.title);
    canvas.push(format_args!("<defs>"));
    canvas.pattern("m", AXIS);
    canvas.push(format_args!("</defs>"));
    let shapes: Vec<Shape> = drawn
        .iter()
        .map(|(country, outline)| Shape {
            country,
            class: class_of(country.value, &classes),
            label: projection.place(outline.label),
            parts: parts_on_paper(outline, &projection),
        })
        .collect();
    for shape in &shapes {
        let (fill, edge) = match shape.class {
            MapClass::Counted(class) => (palette.classes[class].0, palette.paper),
            MapClass::Nothing => (palette.paper, AXIS),
            MapClass::NotReported => ("url(#m)", AXIS),
        };
        let data = path_data(&shape.parts);
        canvas.push(format_args!(
            "<path d=\"{data}\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>"
        ));
    }
    labels::draw(&mut canvas, map.scheme, &shapes);
    if let Some(words) = &map.demonstration {
        canvas.demonstration(words, HEIGHT, map.scheme);
    }
    Some(canvas.close())
}

/// The parts of a country in whole pixels: those that lie on the paper and are more than a dot.
fn parts_on_paper(outline: &Outline, projection: &Projection) -> Vec<Vec<(i64, i64)>> {
    let on_paper = |(x, y): &(i64, i64)| (0..=WIDTH / 10).contains(x) && (0..=HEIGHT / 10).contains(y);
    let placed = outline.rings.iter().map(|ring| {
        let mut points: Vec<(i64, i64)> = ring.iter().map(|point| projection.place(*point)).collect();
        points.dedup();
        points
    });
    placed.filter(|points| points.len() > 2 && points.iter().all(on_paper)).collect()
}

fn path_data(parts: &[Vec<(i64, i64)>]) -> String {
    let mut data = String::new();
    for points in parts {
        let mut before = points[0];
        write!(data, "M{} {}l", before.0, before.1).expect("a String takes every text");
        for (place, point) in points.iter().enumerate().skip(1) {
            let (x, y) = (point.0 - before.0, point.1 - before.1);
            let space = if x < 0 || place == 1 { "" } else { " " };
            let between = if y < 0 { "" } else { " " };
            write!(data, "{space}{x}{between}{y}").expect("a String takes every text");
            before = *point;
        }
        data.push('z');
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::tests::assert_plain;
    use proptest::prelude::*;

    fn country(code: &str, name: &str, value: Option<u64>) -> MapCountry {
        let shown = value.map_or("[x]".to_owned(), |value| value.to_string());
        MapCountry { code: code.to_owned(), name: name.to_owned(), value, shown }
    }

    fn map(direction: Direction) -> MapPlot {
        MapPlot {
            title: "People trained, by country".to_owned(),
            direction,
            scheme: Scheme::Light,
            countries: vec![
                country("NO", "Norway", Some(389)),
                country("SE", "Sweden", Some(185)),
                country("FI", "Finland", Some(0)),
                country("DK", "Denmark", None),
                country("XX", "Atlantis", Some(4)),
            ],
            demonstration: Some("Demonstration data: invented records".to_owned()),
        }
    }

    fn bounds(values: &[u64]) -> Vec<(u64, Option<u64>)> {
        classes(values.iter().copied()).iter().map(|class| (class.from, class.to)).collect()
    }

    #[test]
    fn classes_have_round_bounds_and_start_at_one() {
        assert_eq!(
            bounds(&[389, 362, 76, 0]),
            [(300, None), (200, Some(299)), (100, Some(199)), (1, Some(99))]
        );
        assert_eq!(bounds(&[34]), [(30, None), (20, Some(29)), (10, Some(19)), (1, Some(9))]);
        assert_eq!(bounds(&[3, 1]), [(3, None), (2, Some(2)), (1, Some(1))]);
        assert_eq!(bounds(&[0]), []);
    }

    #[test]
    fn nothing_counted_and_not_reported_are_classes_of_their_own() {
        let classes = classes([389, 185].into_iter());
        assert_eq!(class_of(Some(389), &classes), MapClass::Counted(0));
        assert_eq!(class_of(Some(185), &classes), MapClass::Counted(2));
        assert_eq!(class_of(Some(0), &classes), MapClass::Nothing);
        assert_eq!(class_of(None, &classes), MapClass::NotReported);
        let svg = draw_map(&map(Direction::LeftToRight)).unwrap();
        assert_eq!(svg.matches("fill=\"url(#m)\"").count(), 1, "one country has not reported");
    }

    #[test]
    fn the_countries_of_the_view_are_drawn_and_no_others() {
        let svg = draw_map(&map(Direction::LeftToRight)).unwrap();
        assert_plain(&svg);
        for name in ["Norway", "Sweden", "Finland", "Denmark", "Demonstration data"] {
            assert!(svg.contains(name), "{name}");
        }
        assert!(!svg.contains("Atlantis"), "an unknown code is left to the table");
        assert!(svg.len() < 20_000, "{}", svg.len());
        let none =
            MapPlot { countries: vec![country("XX", "Atlantis", None)], ..map(Direction::LeftToRight) };
        assert_eq!(draw_map(&none), None);
    }

    #[test]
    fn a_map_is_not_mirrored_in_arabic() {
        let (english, arabic) = (
            draw_map(&map(Direction::LeftToRight)).unwrap(),
            draw_map(&map(Direction::RightToLeft)).unwrap(),
        );
        let shapes = |svg: &str| {
            svg.split("<path ")
                .filter(|path| path.contains("stroke-linejoin"))
                .map(|path| path[..40].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(shapes(&english), shapes(&arabic));
        let norway =
            |svg: &str| svg.split("<text ").find(|text| text.contains(">Norway")).unwrap()[..20].to_owned();
        assert_eq!(norway(&english), norway(&arabic));
    }

    #[test]
    fn the_cosine_is_close_enough_for_a_map() {
        assert_eq!(cosine(0), 1_000_000);
        assert!((cosine(60 * STEPS) - 500_000).abs() < 500);
    }

    proptest! {
        #[test]
        fn every_number_has_exactly_one_class(values in prop::collection::vec(0_u64..u64::MAX / 10, 1..12)) {
            let classes = classes(values.iter().copied());
            prop_assert!(classes.len() <= 4);
            for value in values.into_iter().filter(|value| *value > 0) {
                let holding = classes.iter().filter(|c| c.from <= value && c.to.is_none_or(|to| value <= to)).count();
                prop_assert_eq!(holding, 1);
                let MapClass::Counted(place) = class_of(Some(value), &classes) else { panic!("a number has a class") };
                prop_assert!(classes[place].from <= value && classes[place].to.is_none_or(|to| value <= to));
            }
        }
    }
}
