//! Markdown of a package to HTML. A package's author may emphasise and link, but not bring markup of their own: raw HTML
//! is shown as text, and a link leads to the web or into the site.

use std::fmt;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Markup that is ready to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(String);

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// Renders a Markdown text. Pictures are left out: a page has only those that its programme lists.
#[must_use]
pub fn to_html(markdown: &str) -> Html {
    let mut link_depth_dropped = 0_usize;
    let events = Parser::new(markdown).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) if !is_safe(dest_url) => {
            link_depth_dropped += 1;
            None
        }
        Event::End(TagEnd::Link) if link_depth_dropped > 0 => {
            link_depth_dropped -= 1;
            None
        }
        other => Some(other),
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    Html(html.trim_end().to_owned())
}

fn is_safe(address: &str) -> bool {
    ["https://", "http://", "/", "#"].iter().any(|start| address.starts_with(start))
        && !address.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(markdown: &str, html: &str) {
        assert_eq!(to_html(markdown).to_string(), html);
    }

    #[test]
    fn emphasis_and_links_stay() {
        check("Water *flows*.", "<p>Water <em>flows</em>.</p>");
        check("[Source](https://a.example/)", r#"<p><a href="https://a.example/">Source</a></p>"#);
    }

    #[test]
    fn raw_markup_is_shown_as_text() {
        check("a <b>b</b>", "<p>a &lt;b&gt;b&lt;/b&gt;</p>");
        check("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;");
    }

    #[test]
    fn a_link_that_could_run_something_is_only_its_words() {
        check("[x](javascript:alert) [y](/a)", r#"<p>x <a href="/a">y</a></p>"#);
        check("![p](/a.png)", "<p>p</p>");
    }

    proptest! {
        #[test]
        fn no_text_brings_an_element_that_can_run(text in ".*", tag in "(script|img|iframe|style)") {
            let html = to_html(&format!("{text}<{tag} onload=x>{text}")).to_string();
            let opening = format!("<{tag}");
            prop_assert!(!html.contains(&opening), "{}", html);
        }
    }
}
