//! Plots and maps as plain SVG: attributes only, no style element, no script, no link, so that they show under any
//! content policy. Each is drawn from a view whose words and numbers are ready strings; whole tenths of a pixel
//! place them, so that the same view gives the same bytes on every machine.

mod canvas;
mod labels;
mod land;
pub mod map;
pub mod name;
mod outlines;
pub mod page_map;
pub mod quarters;
pub mod reported;
pub mod versions;

pub use canvas::{Direction, Scheme, Width};
pub use map::{MapCountry, MapPlot, draw_map};
pub use name::{PlotKind, PlotName, name, parse_name};
pub use page_map::{draw_page_map, draw_small_map};
pub use quarters::{QuarterBar, QuartersPlot, ReleaseStep, draw_quarters};
pub use reported::{ReportedBar, ReportedChart, draw_reported};
pub use versions::{VersionBar, VersionsChart, draw_versions};

#[cfg(test)]
mod tests {
    /// A drawing that shows under any content policy, and can't be broken by words.
    pub(crate) fn assert_plain(svg: &str) {
        let svg = svg.replace("http://www.w3.org/2000/svg", "");
        for forbidden in ["<style", "style=", "<script", "href", "class=", "onload", "http://", "https://"] {
            assert!(!svg.contains(forbidden), "a drawing has {forbidden}");
        }
        assert_eq!(svg.matches('<').count(), svg.matches('>').count());
    }
}
