//! The docs: every page has one title, and every relative link leads to a file and to a heading that are there. What lies in a
//! package is data and has its own form.

use std::collections::BTreeSet;

use super::{Breach, File, Tree};

const TITLE: &str = "every Markdown file has one # title";
const LINK: &str = "no dead relative link";

/// One line that begins with `# `, outside examples.
pub(super) fn pages_have_one_title(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for page in pages(tree) {
        let titles: Vec<usize> =
            prose(page).filter(|(_, line)| line.starts_with("# ")).map(|(line, _)| line).collect();
        match titles.as_slice() {
            [] => breaches.push(page.breach(1, TITLE, "there is none")),
            [_] => {}
            [_, second, ..] => breaches.push(page.breach(*second, TITLE, "here is a second one")),
        }
    }
    breaches
}

/// Each link without a scheme leads to a path of the tree, and to a heading where it names one.
pub(super) fn links_lead_somewhere(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for page in pages(tree) {
        for (line, link) in
            prose(page).flat_map(|(line, text)| links_in(text).into_iter().map(move |link| (line, link)))
        {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, heading) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() { page.path.clone() } else { resolved(page.folder(), path) };
            if !tree.has(&target) {
                breaches.push(page.breach(line, LINK, format!("`{link}`: there is no {target}")));
            } else if !heading.is_empty()
                && tree.file(&target).is_some_and(|page| !headings(page).contains(heading))
            {
                breaches.push(page.breach(line, LINK, format!("`{link}`: {target} has no such heading")));
            }
        }
    }
    breaches
}

fn pages(tree: &Tree) -> impl Iterator<Item = &File> {
    let packages: Vec<&str> = tree.ending("/programme.toml").map(File::folder).collect();
    tree.ending(".md").filter(move |file| !packages.iter().any(|package| file.folder().starts_with(package)))
}

/// The lines of a page outside its examples in fences.
fn prose(page: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut is_example = false;
    page.lines().filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_example ^= is_fence;
        !is_example && !is_fence
    })
}

/// The targets of `[text](target)` and `[name]: target`, outside code.
fn links_in(line: &str) -> Vec<String> {
    let line: String = line.split('`').step_by(2).collect::<Vec<_>>().join("``");
    let mut links: Vec<String> = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
        .map(str::to_owned)
        .collect();
    if line.starts_with('[')
        && let Some((_, target)) = line.split_once("]: ")
    {
        links.push(target.trim().to_owned());
    }
    links
}

fn resolved(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The anchors that a page's headings get: lower case, hyphens for spaces, no punctuation.
fn headings(page: &File) -> BTreeSet<String> {
    prose(page)
        .filter_map(|(_, line)| {
            line.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim().to_lowercase())
        })
        .map(|title| {
            title
                .chars()
                .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
                .collect::<String>()
                .replace(' ', "-")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    #[test]
    fn a_page_without_a_title_or_with_two_is_caught() {
        assert_caught(&pages_have_one_title(&Tree::of(&[("docs/a.md", "## A\n")])), "docs/a.md", 1, "none");
        let two = "# A\n```sh\n# a comment\n```\n# B\n";
        assert_caught(&pages_have_one_title(&Tree::of(&[("docs/a.md", two)])), "docs/a.md", 5, "second");
    }

    #[test]
    fn the_stories_of_a_package_are_no_pages_wherever_it_lies() {
        let package =
            [("a/tests/x/programme.toml", ""), ("a/tests/x/news/a.md", "no title"), ("a/tests/y.md", "")];
        assert_caught(&pages_have_one_title(&Tree::of(&package)), "a/tests/y.md", 1, "none");
    }

    #[test]
    fn a_link_to_nothing_is_caught() {
        let tree = |text: &str| {
            Tree::of(&[
                ("docs/how-to/a.md", text),
                ("docs/b.md", "# The ledger, `append`\n"),
                ("STYLE.md", "# S\n"),
            ])
        };
        for good in [
            "[b](../b.md)",
            "[b](../b.md#the-ledger-append)",
            "[s](../../STYLE.md)",
            "[d](..)",
            "[w](https://x.org/y)",
            "`[x](y.md)`",
        ] {
            assert_eq!(links_lead_somewhere(&tree(&format!("# A\n{good}"))), [], "{good}");
        }
        for bad in [
            "[b](b.md)",
            "[b](../b.md#money)",
            "see [c](../c.md \"C\") and",
            "[c]: ../c.md",
            "[here](#nowhere)",
        ] {
            assert_caught(&links_lead_somewhere(&tree(&format!("# A\n{bad}"))), "docs/how-to/a.md", 2, "`");
        }
    }
}
