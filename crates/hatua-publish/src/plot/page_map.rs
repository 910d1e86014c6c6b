//! A map inside a page: its colours are those of the page's style sheet, so that it follows light and dark, and a country
//! may be a link. And a small one, without words, that shows where one country lies.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hatua_core::release::FigureValue;

use super::canvas::escaped;
use super::labels::{LabelPlace, beside_words, places};
use super::land::{Paper, Shape, path_data, shapes};
use super::map::{MAP_SIZE, MapClass, MapCountry, MapPlot, PAPER, classes};

/// The paper of the small map.
const SMALL: Paper = Paper { width: 1500, height: 1440, margin: 20, foot: 0 };

/// Draws the map for a page: each country of `links` is a link. Nothing where no country has an outline.
#[must_use]
pub fn draw_page_map(map: &MapPlot, links: &BTreeMap<String, String>) -> Option<String> {
    let classes = classes(map.countries.iter().filter_map(|country| country.value.number()));
    let shapes = shapes(&map.countries, &classes, &PAPER)?;
    let (width, height) = MAP_SIZE;
    let mut svg = format!(
        "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{}\">",
        escaped(&map.title)
    );
    patterns(&mut svg, &shapes);
    let places = places(&shapes);
    // A label beside its country may lie over another one, so that those come last.
    let is_last = |place: &LabelPlace| match place {
        LabelPlace::Inside(_) => false,
        LabelPlace::Beside(_) | LabelPlace::None => true,
    };
    for last in [false, true] {
        for (shape, place) in shapes.iter().zip(&places).filter(|(_, place)| is_last(place) == last) {
            country(&mut svg, shape, *place, links.get(&shape.country.code));
        }
    }
    if let Some(words) = &map.demonstration {
        push(
            &mut svg,
            &format!("<text class=\"w\" x=\"{}\" y=\"{}\">{}</text>", width / 2, height - 6, escaped(words)),
        );
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// Draws where one of the countries lies. Nothing where it has no outline.
#[must_use]
pub fn draw_small_map(codes: &[String], marked: &str, label: &str) -> Option<String> {
    let country = |code: &String| MapCountry {
        code: code.clone(),
        name: String::new(),
        value: FigureValue::Nil,
        shown: String::new(),
    };
    let countries: Vec<MapCountry> = codes.iter().map(country).collect();
    let shapes = shapes(&countries, &[], &SMALL)?;
    let here = shapes.iter().find(|shape| shape.country.code == marked)?;
    let others = shapes.iter().filter(|shape| shape.country.code != marked);
    let around: String = others.map(|shape| path_data(&shape.parts)).collect();
    let (width, height) = (SMALL.width / 10, SMALL.height / 10);
    Some(format!(
        "<svg class=\"map mini\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\"><path class=\"f4\" d=\"{around}\"/>\
         <path class=\"f1\" d=\"{}\"/></svg>",
        escaped(label),
        path_data(&here.parts)
    ))
}

fn push(svg: &mut String, text: &str) {
    svg.push_str(text);
}

/// The patterns of what is no number, where there is any.
fn patterns(svg: &mut String, shapes: &[Shape]) {
    let has = |class| shapes.iter().any(|shape| shape.class == class);
    if has(MapClass::NotReported) {
        push(
            svg,
            "<pattern id=\"mx\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path class=\"h\" d=\"M0 0h2v7H0z\"/></pattern>",
        );
    }
    if has(MapClass::Withheld) {
        push(
            svg,
            "<pattern id=\"mc\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"h\" d=\"M2 2h2v2H2z\"/></pattern>",
        );
    }
}

/// One country with its words; where it is a link, both are.
fn country(svg: &mut String, shape: &Shape, place: LabelPlace, link: Option<&String>) {
    let words = beside_words(shape);
    if let Some(href) = link {
        // The words in the country are the link's name; one that has no room for them says them aloud.
        let spoken = match place {
            LabelPlace::Inside(_) | LabelPlace::Beside(_) => String::new(),
            LabelPlace::None => format!(" aria-label=\"{}\"", escaped(&words)),
        };
        push(svg, &format!("<a href=\"{}\"{spoken}>", escaped(href)));
    }
    let (class, fill) = match shape.class {
        MapClass::Counted(class) => (["f1", "f2", "f3", "f4"][class], ""),
        MapClass::Nothing => ("f0", ""),
        MapClass::NotReported => ("f0", " fill=\"url(#mx)\""),
        MapClass::Withheld => ("f0", " fill=\"url(#mc)\""),
    };
    let class = if fill.is_empty() { class } else { "fx" };
    write!(svg, "<path class=\"{class}\"{fill} d=\"{}\"/>", path_data(&shape.parts))
        .expect("a String takes every text");
    match place {
        LabelPlace::Inside((x, y)) => {
            let on_dark = match shape.class {
                MapClass::Counted(0 | 1) => " class=\"l\"",
                MapClass::Counted(_) | MapClass::Nothing | MapClass::NotReported | MapClass::Withheld => "",
            };
            let (name, shown) = (escaped(&shape.country.name), escaped(&shape.country.shown));
            push(
                svg,
                &format!(
                    "<text{on_dark} x=\"{x}\" y=\"{y}\">{name} <tspan x=\"{x}\" dy=\"15\">{shown}</tspan></text>"
                ),
            );
        }
        LabelPlace::Beside((x, y)) => {
            push(svg, &format!("<text class=\"o\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(&words)));
        }
        LabelPlace::None => {}
    }
    if link.is_some() {
        push(svg, "</a>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::{Direction, Scheme};

    fn country(code: &str, name: &str, value: FigureValue) -> MapCountry {
        let shown = value.number().map_or("[c]".to_owned(), |number| number.to_string());
        MapCountry { code: code.to_owned(), name: name.to_owned(), value, shown }
    }

    fn map() -> MapPlot {
        MapPlot {
            title: "People trained & counted, by country".to_owned(),
            direction: Direction::LeftToRight,
            scheme: Scheme::Light,
            countries: vec![
                country("NO", "Norway", FigureValue::Published(389)),
                country("SE", "Sweden", FigureValue::Published(185)),
                country("FI", "Finland", FigureValue::Nil),
                country("DK", "Denmark", FigureValue::Suppressed),
                country("XX", "Atlantis", FigureValue::Published(4)),
            ],
            demonstration: Some("Demonstration: invented records".to_owned()),
        }
    }

    #[test]
    fn each_class_looks_different_and_no_style_stands_in_the_page() {
        let svg = draw_page_map(&map(), &BTreeMap::new()).unwrap();
        for part in
            ["class=\"f1\"", "class=\"f3\"", "class=\"f0\"", "fill=\"url(#mc)\"", "Demonstration: invented"]
        {
            assert!(svg.contains(part), "{part}");
        }
        assert!(!svg.contains("url(#mx)") && !svg.contains("Atlantis") && !svg.contains("style="));
        assert!(svg.contains("trained &amp; counted"));
    }

    #[test]
    fn a_country_with_a_page_is_a_link_that_says_its_name_and_number() {
        let links = BTreeMap::from([("SE".to_owned(), "/a/x/c/se".to_owned())]);
        let svg = draw_page_map(&map(), &links).unwrap();
        assert_eq!(svg.matches("<a ").count(), 1);
        assert!(svg.contains("<a href=\"/a/x/c/se\"><path"), "{svg}");
        assert!(svg.contains(">Sweden <tspan") && svg.contains(">185</tspan></text></a>"), "{svg}");
        assert_eq!(svg.matches("</a>").count(), 1);
    }

    #[test]
    fn the_small_map_marks_one_country_among_the_others() {
        let codes = ["NO", "SE", "XX"].map(str::to_owned);
        let svg = draw_small_map(&codes, "SE", "Sweden").unwrap();
        assert_eq!((svg.matches("<path").count(), svg.matches("class=\"f1\"").count()), (2, 1));
        assert!(svg.len() < 3_000, "{}", svg.len());
        assert_eq!(draw_small_map(&codes, "XX", "Atlantis"), None);
    }
}
