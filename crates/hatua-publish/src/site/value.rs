//! How a value stands on a page: the number, or one of the kinds of nothing with its spoken words. A blank is never zero
//! and never a dash.

use std::fmt;

use hatua_core::release::FigureValue;

use crate::text::Texts;

/// A value, ready to print. What is no number is printed as its shorthand, with the words for those who listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueView {
    /// `1 600`, `[x]`.
    pub text: String,
    /// `not available`; absent for a number.
    pub spoken: Option<String>,
}

impl ValueView {
    /// A number, written already.
    #[must_use]
    pub fn number(text: String) -> Self {
        Self { text, spoken: None }
    }

    /// The value of a figure or cell.
    #[must_use]
    pub fn of(texts: &Texts, value: FigureValue) -> Self {
        let nothing =
            |shorthand: &str, key| Self { text: shorthand.to_owned(), spoken: Some(texts.get(key)) };
        match value {
            FigureValue::Published(number) => Self::number(texts.numbers.grouped(number)),
            FigureValue::Nil => Self::number(texts.numbers.grouped(0)),
            FigureValue::NotReported => nothing("[x]", "value-not-reported"),
            FigureValue::NotCollected => nothing("[x]", "value-not-collected"),
            FigureValue::NotApplicable => nothing("[z]", "value-not-applicable"),
            FigureValue::Suppressed => nothing("[c]", "value-withheld"),
        }
    }

    /// What somebody said, or that nobody said anything.
    #[must_use]
    pub fn said(texts: &Texts, value: Option<i64>) -> Self {
        match value {
            Some(value) if value < 0 => Self::number(texts.numbers.difference(value)),
            Some(value) => Self::number(texts.numbers.grouped(value.unsigned_abs())),
            None => Self::of(texts, FigureValue::NotReported),
        }
    }
}

impl fmt::Display for ValueView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use askama::filters::{Escaper, Html};
        match &self.spoken {
            None => Html.write_escaped_str(&mut *f, &self.text),
            Some(spoken) => {
                f.write_str("<abbr title=\"")?;
                Html.write_escaped_str(&mut *f, spoken)?;
                f.write_str("\">")?;
                Html.write_escaped_str(&mut *f, &self.text)?;
                f.write_str("</abbr>")
            }
        }
    }
}

impl askama::filters::HtmlSafe for ValueView {}

/// The length of a bar as a share of the longest, for `width`: `93.1%`. It is a drawing of numbers that stand beside it.
#[must_use]
pub fn bar_width(value: u64, longest: u64) -> String {
    if longest == 0 {
        return "0%".to_owned();
    }
    let per_mille = u128::from(value.min(longest)) * 1000 / u128::from(longest);
    match per_mille % 10 {
        0 => format!("{}%", per_mille / 10),
        tenth => format!("{}.{tenth}%", per_mille / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hatua_core::programme::Locale;

    #[test]
    fn the_kinds_of_nothing_look_different_and_are_spoken() {
        let texts = Texts::interface(Locale::En);
        let shown = |value| ValueView::of(&texts, value).to_string();
        assert_eq!(shown(FigureValue::Nil), "0");
        assert_eq!(shown(FigureValue::Published(1_600)), "1\u{202f}600");
        assert_eq!(shown(FigureValue::NotReported), r#"<abbr title="not reported">[x]</abbr>"#);
        assert_eq!(
            shown(FigureValue::Suppressed),
            r#"<abbr title="withheld to protect individuals">[c]</abbr>"#
        );
    }

    #[test]
    fn the_longest_bar_is_full_and_nothing_has_none() {
        assert_eq!(bar_width(389, 389), "100%");
        assert_eq!(bar_width(362, 389), "93%");
        assert_eq!(bar_width(185, 389), "47.5%");
        assert_eq!(bar_width(0, 0), "0%");
    }
}
