//! A map of a programme's countries, each in the colour of its class: four classes at most, then "nothing counted" and
//! "not reported" as classes of their own. Whichever countries the view names are drawn.

use hatua_core::release::FigureValue;

use super::canvas::{AXIS, Canvas, Direction, Scheme, Sheet};
use super::labels;
use super::land::{Paper, path_data, shapes};

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
    /// Its value.
    pub value: FigureValue,
    /// The value as it is written.
    pub shown: String,
}

/// What the colour of a country says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapClass {
    /// The class with this place in [`classes`].
    Counted(usize),
    /// Zero, or it can't be more.
    Nothing,
    /// Nobody has said a number.
    NotReported,
    /// There is a number, and it would say too much about single people.
    Withheld,
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
pub fn class_of(value: FigureValue, classes: &[ClassBounds]) -> MapClass {
    match value {
        FigureValue::Published(0) | FigureValue::Nil | FigureValue::NotApplicable => MapClass::Nothing,
        FigureValue::Published(number) => MapClass::Counted(
            classes.iter().position(|class| class.from <= number).unwrap_or(classes.len().saturating_sub(1)),
        ),
        FigureValue::NotReported | FigureValue::NotCollected => MapClass::NotReported,
        FigureValue::Suppressed => MapClass::Withheld,
    }
}

/// The size of the drawing, in pixels.
pub const MAP_SIZE: (u32, u32) = (384, 370);
/// The paper of the drawing: with room at the foot for the sentence of a demonstration.
pub(super) const PAPER: Paper = Paper { width: 3840, height: 3700, margin: 80, foot: 240 };

/// Draws the map; nothing where no country has an outline.
#[must_use]
pub fn draw_map(map: &MapPlot) -> Option<String> {
    let classes = classes(map.countries.iter().filter_map(|country| country.value.number()));
    let palette = map.scheme.palette();
    let shapes = shapes(&map.countries, &classes, &PAPER)?;
    let sheet = Sheet {
        width: PAPER.width,
        height: PAPER.height,
        direction: map.direction,
        scheme: map.scheme,
        letters: 120,
    };
    let mut canvas = Canvas::open(sheet, &map.title);
    canvas.push(format_args!("<defs>"));
    canvas.pattern("m", AXIS);
    if shapes.iter().any(|shape| shape.class == MapClass::Withheld) {
        canvas.dots("w", palette.soft);
    }
    canvas.push(format_args!("</defs>"));
    for shape in &shapes {
        let (fill, edge) = match shape.class {
            MapClass::Counted(class) => (palette.classes[class].0, palette.paper),
            MapClass::Nothing => (palette.paper, AXIS),
            MapClass::NotReported => ("url(#m)", AXIS),
            MapClass::Withheld => ("url(#w)", AXIS),
        };
        let data = path_data(&shape.parts);
        canvas.push(format_args!(
            "<path d=\"{data}\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>"
        ));
    }
    labels::draw(&mut canvas, map.scheme, &shapes);
    if let Some(words) = &map.demonstration {
        canvas.demonstration(words, PAPER.height, map.scheme);
    }
    Some(canvas.close())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::tests::assert_plain;
    use proptest::prelude::*;

    fn country(code: &str, name: &str, value: Option<u64>) -> MapCountry {
        let shown = value.map_or("[x]".to_owned(), |value| value.to_string());
        let value = value.map_or(FigureValue::NotReported, FigureValue::Published);
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
        assert_eq!(class_of(FigureValue::Published(389), &classes), MapClass::Counted(0));
        assert_eq!(class_of(FigureValue::Published(185), &classes), MapClass::Counted(2));
        assert_eq!(class_of(FigureValue::Nil, &classes), MapClass::Nothing);
        assert_eq!(class_of(FigureValue::NotReported, &classes), MapClass::NotReported);
        assert_eq!(class_of(FigureValue::Suppressed, &classes), MapClass::Withheld);
        let svg = draw_map(&map(Direction::LeftToRight)).unwrap();
        assert_eq!(svg.matches("fill=\"url(#m)\"").count(), 1, "one country has not reported");
        assert!(!svg.contains("url(#w)"), "nothing is withheld");
        let mut withheld = map(Direction::LeftToRight);
        withheld.countries[0].value = FigureValue::Suppressed;
        assert_eq!(draw_map(&withheld).unwrap().matches("fill=\"url(#w)\"").count(), 1);
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

    proptest! {
        #[test]
        fn every_number_has_exactly_one_class(values in prop::collection::vec(0_u64..u64::MAX / 10, 1..12)) {
            let classes = classes(values.iter().copied());
            prop_assert!(classes.len() <= 4);
            for value in values.into_iter().filter(|value| *value > 0) {
                let holding = classes.iter().filter(|c| c.from <= value && c.to.is_none_or(|to| value <= to)).count();
                prop_assert_eq!(holding, 1);
                let MapClass::Counted(place) = class_of(FigureValue::Published(value), &classes) else { panic!("a number has a class") };
                prop_assert!(classes[place].from <= value && classes[place].to.is_none_or(|to| value <= to));
            }
        }
    }
}
