//! What all drawings share: lengths in tenths of a pixel, the colours of the two schemes, and SVG elements written with
//! attributes only.

use std::fmt::{self, Write as _};

/// Whether time and text run from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Latin scripts.
    LeftToRight,
    /// Arabic: time runs from right to left too.
    RightToLeft,
}

impl Direction {
    /// Where the `index`th of `count` things in the order of time stands, counted from the left.
    pub(super) fn place(self, index: usize, count: usize) -> i64 {
        let place = match self {
            Self::LeftToRight => index,
            Self::RightToLeft => count - 1 - index,
        };
        i64::try_from(place).expect("what is drawn fits the memory")
    }
}

/// The colours of the page that a plot stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The room that a plot has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// A column of text.
    Wide,
    /// A phone.
    Narrow,
}

/// A length in tenths of a pixel, written `12.3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tenths(pub i64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

/// `length` × `part` / `whole`, rounded half up; the whole length where there is no whole to share.
pub(super) fn share(length: i64, part: u64, whole: u64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let scaled = (i128::from(length) * i128::from(part) * 2 + i128::from(whole)) / (i128::from(whole) * 2);
    i64::try_from(scaled).expect("a part of a length on the canvas is a length on the canvas")
}

/// The colours of a scheme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    pub paper: &'static str,
    pub ink: &'static str,
    pub soft: &'static str,
    pub deep: &'static str,
    pub warn: &'static str,
    /// From the most to the least, each with the colour of text upon it.
    pub classes: [(&'static str, &'static str); 4],
}

/// Thin lines: axes, edges; and the mark of a demonstration, of releases, of what a correction removed.
pub(super) const AXIS: &str = "#8b98a5";
pub(super) const OCHRE: &str = "#d99a22";

impl Scheme {
    pub(super) fn palette(self) -> Palette {
        match self {
            Self::Light => Palette {
                paper: "#faf8f3",
                ink: "#18222c",
                soft: "#4b5763",
                deep: "#0c3350",
                warn: "#704600",
                classes: [
                    ("#10507f", "#fff"),
                    ("#2e76a8", "#fff"),
                    ("#a9cbe0", "#18222c"),
                    ("#e3dac6", "#18222c"),
                ],
            },
            Self::Dark => Palette {
                paper: "#11181f",
                ink: "#e7ebee",
                soft: "#a9b4be",
                deep: "#dce9f3",
                warn: "#f3c877",
                classes: [
                    ("#7fb9e3", "#11181f"),
                    ("#4d93c9", "#11181f"),
                    ("#2f5f85", "#fff"),
                    ("#3a444d", "#fff"),
                ],
            },
        }
    }
}

/// Where a text is held.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lettering {
    pub anchor: Anchor,
    pub fill: &'static str,
    /// Absent for plain letters.
    pub weight: Option<u16>,
    /// In tenths of a pixel; absent for the size of the drawing.
    pub size: Option<i64>,
    /// The colour around the letters that keeps them readable on lines; absent where they stand alone.
    pub halo: Option<&'static str>,
}

impl Lettering {
    /// Plain letters in a colour.
    pub(super) fn plain(anchor: Anchor, fill: &'static str) -> Self {
        Self { anchor, fill, weight: None, size: None, halo: None }
    }

    /// The same, heavier.
    pub(super) fn weight(self, weight: u16) -> Self {
        Self { weight: Some(weight), ..self }
    }

    /// The same in another size.
    pub(super) fn size(self, size: i64) -> Self {
        Self { size: Some(size), ..self }
    }

    /// The same with a halo.
    pub(super) fn halo(self, colour: &'static str) -> Self {
        Self { halo: Some(colour), ..self }
    }
}

/// A drawing that is being written. Positions are given as if text ran from left to right; a drawing from right to left
/// is its mirror.
#[derive(Debug)]
pub(super) struct Canvas {
    width: i64,
    direction: Direction,
    out: String,
}

/// What a drawing is drawn on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub width: i64,
    pub height: i64,
    pub direction: Direction,
    pub scheme: Scheme,
    /// The size of plain letters in tenths of a pixel.
    pub letters: i64,
}

impl Canvas {
    /// Opens a drawing on its own paper, with a title for those who can't see it.
    pub(super) fn open(sheet: Sheet, title: &str) -> Self {
        let (direction, font) = match sheet.direction {
            Direction::LeftToRight => ("ltr", "Figtree,system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif"),
            Direction::RightToLeft => ("rtl", "Vazirmatn,'Noto Sans Arabic',system-ui,sans-serif"),
        };
        let (width, height) = (Tenths(sheet.width), Tenths(sheet.height));
        let out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" font-family=\"{font}\" font-size=\"{}\" direction=\"{direction}\"><title>{}</title>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            Tenths(sheet.letters),
            escaped(title),
            sheet.scheme.palette().paper,
        );
        Self { width: sheet.width, direction: sheet.direction, out }
    }

    /// A position from the side where text begins.
    pub(super) fn x(&self, x: i64) -> Tenths {
        match self.direction {
            Direction::LeftToRight => Tenths(x),
            Direction::RightToLeft => Tenths(self.width - x),
        }
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, from: (i64, i64), size: (i64, i64), fill: &str) {
        let x = match self.direction {
            Direction::LeftToRight => Tenths(from.0),
            Direction::RightToLeft => Tenths(self.width - from.0 - size.0),
        };
        let (y, width, height) = (Tenths(from.1), Tenths(size.0), Tenths(size.1));
        self.push(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        ));
    }

    /// A line through points; `attributes` are ready.
    pub(super) fn path(&mut self, points: &[(i64, i64)], close: &str, attributes: &str) {
        let mut data = String::new();
        for (index, (x, y)) in points.iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            write!(data, "{command}{} {}", self.x(*x), Tenths(*y)).expect("a String takes every text");
        }
        self.push(format_args!("<path d=\"{data}{close}\" {attributes}/>"));
    }

    /// A dot; `attributes` are ready.
    pub(super) fn dot(&mut self, at: (i64, i64), radius: i64, attributes: &str) {
        let (x, y, radius) = (self.x(at.0), Tenths(at.1), Tenths(radius));
        self.push(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {attributes}/>"));
    }

    /// Words.
    pub(super) fn text(&mut self, at: (i64, i64), lettering: Lettering, words: &str) {
        let (x, y) = (self.x(at.0), Tenths(at.1));
        let attributes = lettering_attributes(lettering);
        self.push(format_args!("<text x=\"{x}\" y=\"{y}\"{attributes}>{}</text>", escaped(words)));
    }

    /// The hatched mark and the sentence of a demonstration, at the foot.
    pub(super) fn demonstration(&mut self, words: &str, bottom: i64, scheme: Scheme) {
        self.push(format_args!("<defs>"));
        self.pattern("h", OCHRE);
        self.push(format_args!("</defs>"));
        self.rect((0, bottom - 180), (60, 160), "url(#h)");
        let lettering = Lettering::plain(Anchor::Start, scheme.palette().warn).size(115);
        self.text((120, bottom - 60), lettering, words);
    }

    /// A pattern of slanted stripes; it stands within `defs`.
    pub(super) fn pattern(&mut self, id: &str, colour: &str) {
        self.push(format_args!(
            "<pattern id=\"{id}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path d=\"M0 0h3v7H0z\" fill=\"{colour}\"/></pattern>"
        ));
    }

    /// A pattern of dots; it stands within `defs`.
    pub(super) fn dots(&mut self, id: &str, colour: &str) {
        self.push(format_args!(
            "<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"{colour}\"/></pattern>"
        ));
    }

    /// Ready SVG.
    pub(super) fn push(&mut self, svg: fmt::Arguments<'_>) {
        self.out.write_fmt(svg).expect("a String takes every text");
    }

    /// Closes the drawing.
    pub(super) fn close(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

fn lettering_attributes(lettering: Lettering) -> String {
    let anchor = match lettering.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let mut attributes = format!("{anchor} fill=\"{}\"", lettering.fill);
    if let Some(weight) = lettering.weight {
        write!(attributes, " font-weight=\"{weight}\"").expect("a String takes every text");
    }
    if let Some(size) = lettering.size {
        write!(attributes, " font-size=\"{}\"", Tenths(size)).expect("a String takes every text");
    }
    if let Some(colour) = lettering.halo {
        write!(
            attributes,
            " paint-order=\"stroke\" stroke=\"{colour}\" stroke-width=\"3\" stroke-linejoin=\"round\""
        )
        .expect("a String takes every text");
    }
    attributes
}

/// Text for SVG and its attributes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// About how wide a text is, in tenths of a pixel, when its letters are `size` high. Arabic letters join and are narrow.
pub(super) fn text_width(text: &str, size: i64) -> i64 {
    let hundredths = |letter: char| if ('\u{600}'..='\u{6ff}').contains(&letter) { 46 } else { 57 };
    text.chars().map(hundredths).sum::<i64>() * size / 100
}

/// Every how many labels one is shown, so that none touches its neighbour: 1 shows all.
pub(super) fn stride(widest: i64, slot: i64) -> usize {
    if slot <= 0 {
        return usize::MAX;
    }
    usize::try_from((widest + slot - 1) / slot).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_written_only_where_there_is_one() {
        assert_eq!(Tenths(123).to_string(), "12.3");
        assert_eq!(Tenths(-5).to_string(), "-0.5");
        assert_eq!(Tenths(120).to_string(), "12");
    }

    #[test]
    fn a_share_is_rounded_and_never_exceeds_its_length() {
        assert_eq!(share(100, 1, 3), 33);
        assert_eq!(share(100, 2, 3), 67);
        assert_eq!(share(100, u64::MAX, u64::MAX), 100);
        assert_eq!(share(100, 0, 0), 0);
    }

    #[test]
    fn words_can_not_break_the_drawing() {
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
    }

    #[test]
    fn labels_are_thinned_when_they_are_wider_than_their_room() {
        assert_eq!(stride(300, 370), 1);
        assert_eq!(stride(400, 370), 2);
        assert_eq!(stride(0, 370), 1);
    }
}
