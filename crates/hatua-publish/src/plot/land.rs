//! Countries on paper: how degrees become pixels, and the shape of each country on the map. Only whole numbers, so that
//! the same countries give the same drawing on every machine.

use std::fmt::Write as _;

use super::map::{ClassBounds, MapClass, MapCountry, class_of};
use super::outlines::{Outline, STEPS, outline};

/// What is drawn on, in tenths of a pixel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    pub width: i64,
    pub height: i64,
    /// Room around the countries.
    pub margin: i64,
    /// Room below them for a sentence.
    pub foot: i64,
}

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
    fn of(outlines: &[Outline], paper: &Paper) -> Option<Self> {
        let points = || outlines.iter().flat_map(|outline| large_parts(outline).flatten());
        let (west, east) = (points().map(|p| p.0).min()?, points().map(|p| p.0).max()?);
        let (north, south) = (points().map(|p| p.1).min()?, points().map(|p| p.1).max()?);
        let narrow = cosine(i64::midpoint(north, south));
        let (width, height) = ((east - west).max(1) * narrow / 1_000_000, (south - north).max(1));
        let room_across = paper.width - 2 * paper.margin;
        let room_down = paper.height - 2 * paper.margin - paper.foot;
        let down = (room_across * 1_000_000 / width.max(1)).min(room_down * 1_000_000 / height);
        let across = down / 1_000 * narrow / 1_000;
        let left = (paper.width - (east - west) * across / 1_000_000) / 2;
        let top = paper.margin + (room_down - height * down / 1_000_000) / 2;
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

/// The countries that have an outline, on this paper; nothing where none has one.
pub(super) fn shapes<'a>(
    countries: &'a [MapCountry],
    classes: &[ClassBounds],
    paper: &Paper,
) -> Option<Vec<Shape<'a>>> {
    let drawn: Vec<(&MapCountry, Outline)> =
        countries.iter().filter_map(|country| Some((country, outline(&country.code)?))).collect();
    let outlines: Vec<Outline> = drawn.iter().map(|(_, outline)| outline.clone()).collect();
    let projection = Projection::of(&outlines, paper)?;
    let shape = |(country, outline): &(&'a MapCountry, Outline)| Shape {
        country,
        class: class_of(country.value, classes),
        label: projection.place(outline.label),
        parts: parts_on_paper(outline, &projection, paper),
    };
    Some(drawn.iter().map(shape).collect())
}

/// The parts of a country in whole pixels: those that lie on the paper and are more than a dot.
fn parts_on_paper(outline: &Outline, projection: &Projection, paper: &Paper) -> Vec<Vec<(i64, i64)>> {
    let on_paper =
        |(x, y): &(i64, i64)| (0..=paper.width / 10).contains(x) && (0..=paper.height / 10).contains(y);
    let placed = outline.rings.iter().map(|ring| {
        let mut points: Vec<(i64, i64)> = ring.iter().map(|point| projection.place(*point)).collect();
        points.dedup();
        points
    });
    placed.filter(|points| points.len() > 2 && points.iter().all(on_paper)).collect()
}

/// The outline of a country as the data of one path.
pub(super) fn path_data(parts: &[Vec<(i64, i64)>]) -> String {
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

    #[test]
    fn the_cosine_is_close_enough_for_a_map() {
        assert_eq!(cosine(0), 1_000_000);
        assert!((cosine(60 * STEPS) - 500_000).abs() < 500);
    }
}
