//! How fast the server is beside a static file server on the same machine: `cargo xtask bench serve`. Both answer the same
//! page with the same bytes, and the same program asks both in turn. A measurement for people: it is no test, and nothing
//! of it runs where tests run.

use anyhow::Context as _;

use crate::asked::{Answered, ask};
use crate::file_server::FileServer;
use crate::run::{Root, answers, note, output_of, result_line};
use crate::served::Served;
use crate::test::binary;

/// Where the page that is asked for is found: the first action on the start page.
const LINK: &str = " href=\"/a/";
const ROUNDS: usize = 5;
const SECONDS: usize = 3;
const CONNECTIONS: usize = 32;
const PACKED: &str = "Accept-Encoding: gzip";

/// What one round says.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Round {
    requests_per_second: f64,
    /// Half of the requests took less.
    half_ms: f64,
    /// 99 of 100 took less.
    most_ms: f64,
}

/// Measures and prints a table for one worker of the file server, and for as many as there are cores.
///
/// # Errors
/// When a program is missing, the two do not answer the same bytes, or a request fails.
pub fn bench_serve(root: &Root) -> anyhow::Result<bool> {
    let is_there = answers("wrk", &["-t0"]) || answers("sh", &["-c", "command -v wrk"]);
    anyhow::ensure!(
        is_there && answers("nginx", &["-v"]),
        "wrk or nginx is missing; on Debian run, as root:\n  apt-get update && apt-get install -y --no-install-recommends nginx-light wrk"
    );
    let served = Served::start(root, &binary(root)?)?;
    let start = ask(served.address(), "/", &[])?;
    let page =
        first_action(&String::from_utf8_lossy(&start.body)).context("the start page names no action")?;
    let page = page.as_str();
    let plain = ask(served.address(), page, &[])?;
    let packed = ask(served.address(), page, &[PACKED])?;
    let cores = std::thread::available_parallelism().context("the number of cores is not known")?.get();
    for workers in if cores == 1 { vec![1] } else { vec![1, cores] } {
        let files = FileServer::start(root, (page, workers), (&plain.body, &packed.body))?;
        result_line(&format!(
            "\nhatua with {cores} threads, nginx with {workers}; wrk with 1 thread and {CONNECTIONS} connections; \
             {ROUNDS} rounds of {SECONDS} s each, in turn; lowest / middle / highest"
        ));
        compare(root, "plain", [(served.address(), page, &[]), (files.address(), page, &[])])?;
        compare(root, "gzip", [(served.address(), page, &[PACKED]), (files.address(), page, &[PACKED])])?;
        let [ours, theirs] = [served.address(), files.address()].map(|address| known(address, page));
        let (ours, theirs) = (ours?, theirs?);
        compare(
            root,
            "unchanged",
            [(served.address(), page, &[&ours]), (files.address(), page, &[&theirs])],
        )?;
    }
    Ok(true)
}

/// `/a/` and the word of the first action.
fn first_action(html: &str) -> Option<String> {
    let word = html.split_once(LINK)?.1.split(['"', '#']).next()?;
    Some(format!("/a/{word}"))
}

/// The header of a reader who has the page already.
fn known(address: &str, page: &str) -> anyhow::Result<String> {
    let tag = ask(address, page, &[])?.header("etag").map(str::to_owned);
    Ok(format!("If-None-Match: {}", tag.context("the page has no tag")?))
}

/// A server, the page, and what is sent along.
type Asked<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Asks both in turn, after one round that is not counted.
fn compare(root: &Root, what: &str, both: [Asked; 2]) -> anyhow::Result<()> {
    let [ours, theirs] = both.map(|(address, page, headers)| ask(address, page, headers));
    let (ours, theirs) = (ours?, theirs?);
    check_same(what, &ours, &theirs)?;
    let mut rounds = [Vec::new(), Vec::new()];
    for number in 0..=ROUNDS {
        for (asked, rounds) in both.iter().zip(&mut rounds) {
            let round = measure(root, *asked)?;
            if number > 0 {
                rounds.push(round);
            }
        }
    }
    result_line(&format!("{what}: {} with {} bytes from both", ours.status, ours.body.len()));
    let [ours, theirs] = &rounds;
    for (name, rounds) in [("hatua", ours), ("nginx", theirs)] {
        result_line(&format!(
            "  {name}  {} requests/s  half under {} ms  99 % under {} ms",
            spread(rounds, 0, |round| round.requests_per_second),
            spread(rounds, 2, |round| round.half_ms),
            spread(rounds, 2, |round| round.most_ms)
        ));
    }
    let rate = |rounds: &[Round]| sorted(rounds, |round| round.requests_per_second)[rounds.len() / 2];
    result_line(&format!("  hatua answers {:.2} times as many as nginx", rate(ours) / rate(theirs)));
    Ok(())
}

fn check_same(what: &str, ours: &Answered, theirs: &Answered) -> anyhow::Result<()> {
    let packing = "content-encoding";
    anyhow::ensure!(
        ours.status == theirs.status
            && ours.body == theirs.body
            && ours.header(packing) == theirs.header(packing),
        "{what}: hatua answers {} with {} bytes ({:?}), nginx {} with {} ({:?}): they can't be compared",
        ours.status,
        ours.body.len(),
        ours.header(packing),
        theirs.status,
        theirs.body.len(),
        theirs.header(packing)
    );
    Ok(())
}

fn measure(root: &Root, (address, page, headers): Asked) -> anyhow::Result<Round> {
    let (connections, duration) = (format!("-c{CONNECTIONS}"), format!("-d{SECONDS}s"));
    let url = format!("http://{address}{page}");
    let mut arguments = vec!["-t1", connections.as_str(), duration.as_str(), "--latency"];
    for header in headers {
        arguments.extend(["-H", header]);
    }
    arguments.push(&url);
    let printed = output_of(&mut root.command("wrk", &arguments))?;
    let printed = String::from_utf8_lossy(&printed);
    round_of(&printed).with_context(|| {
        note(&printed);
        "a request failed, or wrk printed what is not known"
    })
}

/// Reads what wrk prints; nothing where a request failed.
fn round_of(printed: &str) -> Option<Round> {
    let after = |label: &str| printed.lines().find_map(|line| line.trim().strip_prefix(label).map(str::trim));
    if after("Socket errors:").is_some() || after("Non-2xx or 3xx responses:").is_some() {
        return None;
    }
    Some(Round {
        requests_per_second: after("Requests/sec:")?.parse().ok()?,
        half_ms: milliseconds(after("50%")?)?,
        most_ms: milliseconds(after("99%")?)?,
    })
}

/// `420.00us`, `1.02ms`, `1.20s`.
fn milliseconds(text: &str) -> Option<f64> {
    let units = [("us", 0.001), ("ms", 1.0), ("s", 1_000.0)];
    let (number, factor) =
        units.into_iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, factor)))?;
    number.parse::<f64>().ok().map(|number| number * factor)
}

fn sorted(rounds: &[Round], of: impl Fn(&Round) -> f64) -> Vec<f64> {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values
}

fn spread(rounds: &[Round], decimals: usize, of: impl Fn(&Round) -> f64) -> String {
    let values = sorted(rounds, of);
    let shown = [0, values.len() / 2, values.len() - 1].map(|at| format!("{:.decimals$}", values[at]));
    shown.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "Running 3s test @ http://127.0.0.1:1/a/one\n  Latency Distribution\n     50%  420.00us\n     75%    1.00ms\n     99%    1.02ms\nRequests/sec:  12345.67\nTransfer/sec:      3.00MB\n";

    #[test]
    fn what_wrk_prints_is_read() {
        let round = round_of(PRINTED).unwrap();
        assert!((round.requests_per_second - 12_345.67).abs() < 0.001);
        assert!((round.half_ms - 0.42).abs() < 0.001 && (round.most_ms - 1.02).abs() < 0.001);
        assert!((milliseconds("1.20s").unwrap() - 1_200.0).abs() < 0.001);
        assert_eq!(milliseconds("1.20"), None);
    }

    #[test]
    fn the_first_action_of_the_start_page_is_found() {
        let html = r#"<a href="/results"><a class="x" href="/a/one#news"><a href="/a/two">"#;
        assert_eq!(first_action(html).as_deref(), Some("/a/one"));
        assert_eq!(first_action("<p>"), None);
    }

    #[test]
    fn a_round_with_a_failed_request_is_none() {
        assert_eq!(round_of(&format!("{PRINTED}  Non-2xx or 3xx responses: 7\n")), None);
        assert_eq!(round_of(&format!("{PRINTED}  Socket errors: connect 0, read 1\n")), None);
        assert_eq!(round_of(""), None);
    }

    #[test]
    fn a_spread_is_the_lowest_the_middle_and_the_highest() {
        let rounds = [3.0, 1.0, 2.0].map(|half_ms| Round { requests_per_second: 1.0, half_ms, most_ms: 1.0 });
        assert_eq!(spread(&rounds, 1, |round| round.half_ms), "1.0 / 2.0 / 3.0");
    }
}
