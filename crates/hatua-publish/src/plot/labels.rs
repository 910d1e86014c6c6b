//! The names and numbers of a map: in a country where there is room, else beside it where they cover least land. A label
//! that would cover another one is left to the table beside the map.

use super::canvas::{Anchor, Canvas, Lettering, Scheme, Tenths, text_width};
use super::land::Shape;
use super::map::{MAP_SIZE, MapClass};

/// A box around a text: left, top, right, bottom in pixels.
type TextBox = (i64, i64, i64, i64);

/// Letters of labels, in tenths of a pixel.
const SIZE: i64 = 120;

/// Where the words of a country stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelPlace {
    /// In the country, name above number; the name's baseline runs through the middle of this point.
    Inside((i64, i64)),
    /// Beside it, name and number on one line; the baseline runs through the middle of this point.
    Beside((i64, i64)),
    /// Nowhere: it would cover another label.
    None,
}

/// Where the labels of all countries stand: first those that fit into their country.
pub(super) fn places(shapes: &[Shape]) -> Vec<LabelPlace> {
    let mut taken: Vec<TextBox> = Vec::new();
    let mut places = vec![LabelPlace::None; shapes.len()];
    for (place, shape) in places.iter_mut().zip(shapes).filter(|(_, shape)| fits(shape)) {
        let inner = inner_box(shape);
        if !taken.iter().any(|other| overlap(*other, inner)) {
            taken.push(inner);
            *place = LabelPlace::Inside(shape.label);
        }
    }
    for (place, shape) in places.iter_mut().zip(shapes).filter(|(_, shape)| !fits(shape)) {
        if let Some(free) = free_place(shape, shapes, &beside_words(shape), &taken) {
            taken.push(free);
            *place = LabelPlace::Beside((i64::midpoint(free.0, free.2), free.3 - 3));
        }
    }
    places
}

/// The words of a label that stands beside its country.
pub(super) fn beside_words(shape: &Shape) -> String {
    format!("{} {}", shape.country.name, shape.country.shown)
}

/// Writes the labels.
pub(super) fn draw(canvas: &mut Canvas, scheme: Scheme, shapes: &[Shape]) {
    for (place, shape) in places(shapes).into_iter().zip(shapes) {
        match place {
            LabelPlace::Inside(_) => write_inside(canvas, scheme, shape),
            LabelPlace::Beside(at) => {
                let palette = scheme.palette();
                let lettering = Lettering::plain(Anchor::Middle, palette.ink).weight(600).halo(palette.paper);
                write(canvas, at, lettering, &beside_words(shape));
            }
            LabelPlace::None => {}
        }
    }
}

fn write_inside(canvas: &mut Canvas, scheme: Scheme, shape: &Shape) {
    let palette = scheme.palette();
    let (fill, halo) = match shape.class {
        MapClass::Counted(class) => (palette.classes[class].1, palette.classes[class].0),
        MapClass::Nothing | MapClass::NotReported | MapClass::Withheld => (palette.ink, palette.paper),
    };
    let name = Lettering::plain(Anchor::Middle, fill).weight(600).halo(halo);
    let (x, y) = shape.label;
    write(canvas, (x, y), name, &shape.country.name);
    write(canvas, (x, y + 15), Lettering { weight: None, ..name }, &shape.country.shown);
}

/// Words in the middle of a place: the map is never mirrored, only its words run from right to left.
fn write(canvas: &mut Canvas, (x, y): (i64, i64), lettering: Lettering, words: &str) {
    let Tenths(mirrored) = canvas.x(x * 10);
    canvas.text((mirrored, y * 10), lettering, words);
}

fn inner_box(shape: &Shape) -> TextBox {
    let country = shape.country;
    let half = text_width(&country.name, SIZE).max(text_width(&country.shown, SIZE)) / 20;
    let (x, y) = shape.label;
    (x - half, y - 12, x + half, y + 18)
}

/// Whether the land is about as wide as the label, at its upper edge and in its middle, and as the number at its foot: what
/// is written in the colour for dark land can't be read beside it.
fn fits(shape: &Shape) -> bool {
    let Some(land) = shape.parts.first() else { return false };
    let (left, top, right, bottom) = inner_box(shape);
    let middle = i64::midpoint(top, bottom);
    let (left, right) = (left + (right - left) / 12, right - (right - left) / 12);
    let (x, _) = shape.label;
    let foot = text_width(&shape.country.shown, SIZE) / 20;
    let corners =
        [(left, top), (right, top), (left, middle), (right, middle), (x - foot, bottom), (x + foot, bottom)];
    corners.iter().all(|at| contains(land, *at))
}

/// The place beside a country that covers least land and no other label.
fn free_place(shape: &Shape, shapes: &[Shape], words: &str, taken: &[TextBox]) -> Option<TextBox> {
    let long = text_width(words, SIZE) / 10;
    let land = shape.parts.first()?;
    let xs = || land.iter().map(|point| point.0);
    let (left, right) = (xs().min()?, xs().max()?);
    let ys = || land.iter().map(|point| point.1);
    let (top, bottom) = (ys().min()?, ys().max()?);
    let (x, y) = shape.label;
    let beside = [0, -10, 10, -20, 20, -30, 30].into_iter().flat_map(|shift| {
        let line = y + shift;
        [right + 4, x + 14, left - 4 - long, x - 14 - long]
            .map(|from| (from, line - 9, from + long, line + 7))
    });
    let above = [
        (x - long / 2, top - 18, x + long / 2, top - 2),
        (x - long / 2, bottom + 2, x + long / 2, bottom + 18),
    ];
    let on_paper = |place: &TextBox| {
        place.0 >= 2
            && place.1 >= 2
            && place.2 <= i64::from(MAP_SIZE.0) - 2
            && place.3 <= i64::from(MAP_SIZE.1) - 24
    };
    beside
        .chain(above)
        .filter(|place| on_paper(place) && !taken.iter().any(|other| overlap(*other, *place)))
        .min_by_key(|place| (land_under(shapes, *place), distance(*place, shape.label)))
}

/// How many of the points of a raster over a box lie on land.
fn land_under(shapes: &[Shape], (left, top, right, bottom): TextBox) -> usize {
    (0..=8)
        .flat_map(|across| {
            [top, i64::midpoint(top, bottom), bottom].map(|y| (left + (right - left) * across / 8, y))
        })
        .filter(|at| shapes.iter().any(|shape| shape.parts.iter().any(|land| contains(land, *at))))
        .count()
}

fn distance(place: TextBox, (x, y): (i64, i64)) -> i64 {
    let outside = |from: i64, to: i64, at: i64| (from - at).max(at - to).max(0);
    outside(place.0, place.2, x) + outside(place.1, place.3, y)
}

fn contains(ring: &[(i64, i64)], (x, y): (i64, i64)) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossings = ring.iter().zip(next).filter(|(a, b)| {
        let (low, high) = if a.1 < b.1 { (a, b) } else { (b, a) };
        low.1 <= y && y < high.1 && (x - low.0) * (high.1 - low.1) < (high.0 - low.0) * (y - low.1)
    });
    crossings.count() % 2 == 1
}

fn overlap(one: TextBox, other: TextBox) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::map::MapCountry;
    use hatua_core::release::FigureValue;

    const SQUARE: [(i64, i64); 4] = [(0, 0), (10, 0), (10, 10), (0, 10)];

    #[test]
    fn a_point_lies_in_a_country_or_beside_it() {
        assert!(contains(&SQUARE, (5, 5)));
        assert!(!contains(&SQUARE, (15, 5)) && !contains(&SQUARE, (-1, 5)) && !contains(&SQUARE, (5, 10)));
    }

    #[test]
    fn a_label_whose_number_would_lie_beside_its_country_does_not_fit() {
        let country = MapCountry {
            code: "SZ".to_owned(),
            name: "Low".to_owned(),
            value: FigureValue::Published(2),
            shown: "2".to_owned(),
        };
        let land = |south: i64| Shape {
            country: &country,
            class: MapClass::Counted(0),
            label: (50, 50),
            parts: vec![vec![(0, 0), (100, 0), (100, south), (0, south)]],
        };
        assert!(fits(&land(80)) && !fits(&land(60)));
    }

    #[test]
    fn labels_that_touch_at_an_edge_do_not_overlap() {
        assert!(overlap((0, 0, 10, 10), (9, 9, 20, 20)));
        assert!(!overlap((0, 0, 10, 10), (10, 0, 20, 10)));
    }
}
