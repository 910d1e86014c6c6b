//! What the colours of a map mean: its classes with their bounds, then "nothing counted" and "not reported" as classes of
//! their own, each with its countries; and "withheld", where anything is.

use hatua_core::release::PublicCell;

use crate::plot::map::{ClassBounds, MapClass, class_of, classes};
use crate::site::action_page::breakdown::place_name;
use crate::site::action_page::edition::Edition;

/// One class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapKeyView {
    /// The class of its swatch.
    pub swatch: &'static str,
    /// Its bounds, or its countries.
    pub label: String,
}

const SWATCHES: [&str; 4] = ["k1", "k2", "k3", "k4"];

/// The key of the map that shows these cells.
#[must_use]
pub fn map_key(edition: &Edition, cells: &[PublicCell]) -> Vec<MapKeyView> {
    let texts = &edition.context.texts;
    let classes = classes(cells.iter().filter_map(|cell| cell.value().number()));
    let is_country =
        |cell: &&PublicCell| edition.programme().countries.iter().any(|code| code == cell.code());
    let in_class = |wanted: MapClass| -> Option<String> {
        let names: Vec<String> = cells
            .iter()
            .filter(is_country)
            .filter(|cell| class_of(cell.value(), &classes) == wanted)
            .map(|cell| {
                place_name(edition.programme(), texts, cell.code())
                    .map_or_else(|| cell.code().into(), |n| n.text)
            })
            .collect();
        (!names.is_empty()).then(|| names.join(&texts.get("list-separator")))
    };
    let counted = SWATCHES
        .iter()
        .zip(&classes)
        .map(|(swatch, class)| MapKeyView { swatch, label: bounds(edition, *class) });
    let named = |swatch, words, countries: &String| MapKeyView {
        swatch,
        label: texts.get_args(words, &[("countries", countries.into())]),
    };
    let none = texts.get("map-no-country");
    let nothing = named("k0", "map-nothing", &in_class(MapClass::Nothing).unwrap_or_else(|| none.clone()));
    let missing =
        named("kx", "map-not-reported", &in_class(MapClass::NotReported).unwrap_or_else(|| none.clone()));
    let withheld = in_class(MapClass::Withheld).map(|countries| named("kc", "map-withheld", &countries));
    counted.chain([nothing, missing]).chain(withheld).collect()
}

fn bounds(edition: &Edition, class: ClassBounds) -> String {
    let texts = &edition.context.texts;
    match class.to {
        None => texts.get_args("map-and-more", &[("from", class.from.into())]),
        Some(to) if to == class.from => texts.numbers.grouped(to),
        Some(to) => texts.get_args("map-from-to", &[("from", class.from.into()), ("to", to.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn the_key_names_each_class_and_what_is_in_none() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let cells = releases[1].figures[0].shown_table("country").unwrap();
        let key = fixture::with_edition(&programme, &releases, Locale::En, |edition| map_key(edition, cells));
        let labels: Vec<&str> = key.iter().map(|class| class.label.as_str()).collect();
        assert_eq!(labels.first().copied(), Some("600 and more"));
        assert_eq!(labels[labels.len() - 2..], ["nothing counted: no country", "not reported: no country"]);
    }

    #[test]
    fn a_withheld_country_is_named_as_withheld_and_not_as_missing() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0]["cells"][0] =
            serde_json::json!({"code": "LS", "status": "suppressed"});
        let releases = [serde_json::from_value(release).unwrap()];
        let key = fixture::with_edition(&fixture::programme(), &releases, Locale::En, |edition| {
            map_key(edition, edition.release.unwrap().figures[0].shown_table("country").unwrap())
        });
        let last = key.last().unwrap();
        assert_eq!((last.swatch, last.label.as_str()), ("kc", "withheld to protect individuals: Upland"));
        assert_eq!(key[key.len() - 2].label, "not reported: no country");
    }
}
