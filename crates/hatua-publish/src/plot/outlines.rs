//! The outlines of countries, by ISO 3166-1 code, in twentieths of a degree (`maps/README.md` says where they come
//! from).

/// The prepared file.
const FILE: &str = include_str!("../../maps/outlines.tsv");

/// Steps of the file in a degree.
pub(super) const STEPS: i64 = 20;

/// One country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outline {
    /// Where a label has most room.
    pub label: (i64, i64),
    /// Its parts, the largest first; each is closed by its first point.
    pub rings: Vec<Vec<(i64, i64)>>,
}

/// The outline of a country; nothing where the file has no such code.
pub(super) fn outline(code: &str) -> Option<Outline> {
    let line = FILE.lines().find(|line| line.split('\t').next() == Some(code))?;
    let mut fields = line.split('\t').skip(1);
    let label = *points(fields.next()?).first()?;
    let rings = fields.map(|ring| absolute(&points(ring))).collect();
    Some(Outline { label, rings })
}

fn points(text: &str) -> Vec<(i64, i64)> {
    let numbers: Vec<i64> = text
        .split(' ')
        .map(|number| number.parse().expect("the prepared file holds whole numbers"))
        .collect();
    numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

fn absolute(steps: &[(i64, i64)]) -> Vec<(i64, i64)> {
    steps
        .iter()
        .scan((0, 0), |at, step| {
            *at = (at.0 + step.0, at.1 + step.1);
            Some(*at)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_an_outline_on_the_globe() {
        let codes: Vec<&str> = FILE.lines().map(|line| line.split('\t').next().unwrap()).collect();
        assert!(codes.len() > 200);
        for code in codes {
            let outline = outline(code).unwrap();
            assert!(!outline.rings.is_empty(), "{code}");
            for (x, y) in outline.rings.iter().flatten().chain([&outline.label]) {
                assert!(x.abs() <= 180 * STEPS && y.abs() <= 90 * STEPS, "{code} {x} {y}");
            }
        }
    }

    #[test]
    fn what_is_no_country_has_no_outline() {
        assert_eq!(outline("XX"), None);
        assert_eq!(outline(""), None);
    }

    #[test]
    fn the_file_stays_small() {
        assert!(FILE.len() < 60_000);
    }
}
