//! A page of text as a PDF: one page, one typeface that every reader has, nothing from the machine. The same lines give the
//! same bytes.

use std::fmt::Write as _;

/// Of A4, in points; a line begins this far from the left edge.
const PAGE: (u32, u32) = (595, 842);
const MARGIN: u32 = 60;
const LEADING: u32 = 17;
/// How many lines fit, and how many letters fit in a line.
pub(crate) const LINES_MAX: usize = 42;
pub(crate) const LETTERS_MAX: usize = 84;

/// A page with a heading and lines below it.
///
/// # Panics
/// When there are more lines, or longer ones, than a page has room for.
pub(crate) fn page(heading: &str, lines: &[String]) -> Vec<u8> {
    assert!(lines.len() <= LINES_MAX, "a page has room for its lines");
    let (_, height) = PAGE;
    let mut text = b"BT\n".to_vec();
    put(&mut text, &format!("/F 18 Tf {MARGIN} {} Td ", height - MARGIN));
    show(&mut text, heading);
    put(&mut text, &format!("/F 11 Tf 0 -{LEADING} Td {LEADING} TL\n"));
    for line in lines {
        assert!(line.chars().count() <= LETTERS_MAX, "a line has room on a page");
        put(&mut text, "T* ");
        show(&mut text, line);
    }
    put(&mut text, "ET\n");
    file(&text)
}

fn put(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend_from_slice(text.as_bytes());
}

/// Shows a text. The typeface has the letters of Western Europe; another one is a question mark.
fn show(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b'(');
    for letter in text.chars() {
        match u8::try_from(u32::from(letter)) {
            Ok(byte @ (b'(' | b')' | b'\\')) => bytes.extend([b'\\', byte]),
            Ok(byte @ (0x20..=0x7e | 0xa0..=0xff)) => bytes.push(byte),
            Ok(_) | Err(_) => bytes.push(b'?'),
        }
    }
    put(bytes, ") Tj\n");
}

/// The objects, and the table of where each begins.
fn file(text: &[u8]) -> Vec<u8> {
    let (width, height) = PAGE;
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 5 0 R \
         /Resources << /Font << /F 4 0 R >> >> >>"
    );
    let typeface = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let stream = [format!("<< /Length {} >>\nstream\n", text.len()).as_bytes(), text, b"endstream"].concat();
    let objects: [&[u8]; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.as_bytes(),
        typeface.as_bytes(),
        &stream,
    ];
    let mut bytes = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (object, number) in objects.iter().zip(1_u32..) {
        let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
        bytes.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = bytes.len();
    let trailer = format!("trailer\n<< /Size {} /Root 1 0 R >>\n", objects.len() + 1);
    put(&mut bytes, &format!("{table}{trailer}startxref\n{start}\n%%EOF\n"));
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The bytes of the object with a number, found by way of the table at the end, as a reader does.
    fn object(bytes: &[u8], number: usize) -> &[u8] {
        let text = String::from_utf8_lossy(bytes);
        let start: usize = text.lines().rev().nth(1).unwrap().parse().unwrap();
        let table = std::str::from_utf8(&bytes[start..]).unwrap();
        let line = table.lines().nth(2 + number).unwrap();
        assert_eq!(line.len() + 1, 20, "a line of the table has 20 bytes");
        let place: usize = line[..10].parse().unwrap();
        let head = format!("{number} 0 obj\n");
        assert!(bytes[place..].starts_with(head.as_bytes()), "object {number}");
        let rest = &bytes[place + head.len()..];
        let end = rest.windows(8).position(|window| window == b"\nendobj\n").unwrap();
        &rest[..end]
    }

    #[test]
    fn what_stands_in_a_text_stands_on_the_page() {
        let bytes = page("A (small) page", &["one \\ two".to_owned(), "déjà €".to_owned()]);
        let stream = object(&bytes, 5);
        let holds = |part: &[u8]| stream.windows(part.len()).any(|window| window == part);
        assert!(
            holds(b"(A \\(small\\) page) Tj") && holds(b"(one \\\\ two) Tj") && holds(b"(d\xe9j\xe0 ?) Tj")
        );
    }

    proptest! {
        #[test]
        fn a_page_is_found_by_its_table_whatever_it_says(
            heading in ".{0,40}",
            lines in proptest::collection::vec(".{0,84}", 0..LINES_MAX),
        ) {
            let bytes = page(&heading, &lines);
            prop_assert!(bytes.starts_with(b"%PDF-1.4\n"));
            for number in 1..=4 {
                prop_assert!(object(&bytes, number).starts_with(b"<< /Type"));
            }
            let stream = object(&bytes, 5);
            let head = String::from_utf8_lossy(&stream[..40.min(stream.len())]).into_owned();
            let length: usize = head[11..].split(' ').next().unwrap().parse().unwrap();
            let start = head.find("stream\n").unwrap() + 7;
            prop_assert_eq!(&stream[start + length..], b"endstream");
        }
    }
}
