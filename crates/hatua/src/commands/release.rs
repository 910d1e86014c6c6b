//! `hatua release`: what was issued and what changed between two releases; the next one prepared, signed and issued.

use hatua_app::permit::{PrepareRelease, ReadFigures, ReviewRelease, SignRelease};
use hatua_app::preparation::Signed;
use hatua_core::id::FigureSlug;
use hatua_core::programme::Locale;
use hatua_core::release::{Comparison, DraftRequest, FigureChange, FigureValue, Release, ReleaseId};
use hatua_publish::links;
use jiff::civil::Date;
use serde_json::json;

use crate::arguments::{Place, ReleaseCommand};
use crate::commands::bundle;
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::session;

/// Lists and compares releases; prepares, signs and issues one; takes the donor's word and the answer to it.
pub fn run(place: &Place, out: Output, command: &ReleaseCommand) -> Result<u8, Failure> {
    match command {
        ReleaseCommand::List => {
            for release in session::reading(place)?.releases()? {
                out.item(&summary(&release), || words(&release))?;
            }
        }
        ReleaseCommand::Diff { a, b } => {
            let changes = session::reading(place)?.diff_releases(*a, *b)?;
            out.document(&changes, || match changes.as_slice() {
                [] => vec!["no figure changed".to_owned()],
                changes => changes.iter().map(change).collect(),
            })?;
        }
        ReleaseCommand::Draft { release, data_to, reasons, dry_run } => {
            let request = Asked { id: *release, data_to: *data_to, reasons };
            draft(place, out, &request, *dry_run)?;
        }
        ReleaseCommand::Sign { release, code } => sign(place, out, *release, code)?,
        ReleaseCommand::Review { release, question, about } => {
            let acts = session::writing(place, "hatua release review")?;
            let permit = acts.permit::<ReviewRelease>(place.user.as_ref())?;
            let asked = question.as_deref().map(|question| (about.clone(), question));
            acts.review_release(&permit, *release, asked)?;
            let review = if question.is_some() { "asked" } else { "accepted" };
            out.item(&json!({ "release": release, "review": review }), || format!("{release} {review}"))?;
        }
        ReleaseCommand::Bundle { release, out: path } => bundle::make(place, out, *release, path)?,
        ReleaseCommand::Verify { file, key, since } => {
            return bundle::verify(out, file, key.as_deref(), since.as_deref());
        }
        ReleaseCommand::Answer { release, words } => {
            let acts = session::writing(place, "hatua release answer")?;
            let permit = acts.permit::<PrepareRelease>(place.user.as_ref())?;
            acts.answer_review(&permit, *release, words)?;
            out.item(&json!({ "release": release, "review": "answered" }), || format!("{release} answered"))?;
        }
    }
    Ok(0)
}

/// What is asked of a draft, as it was written.
struct Asked<'a> {
    id: ReleaseId,
    data_to: Option<Date>,
    reasons: &'a [String],
}

fn draft(place: &Place, out: Output, asked: &Asked, dry_run: bool) -> Result<(), Failure> {
    let acts = if dry_run {
        session::reading_with_keys_if_named(place)?
    } else {
        session::writing(place, "hatua release draft")?
    };
    let next = acts.next_releases()?;
    let same_period = next.iter().find(|(id, _)| *id == asked.id).and_then(|(_, data_to)| *data_to);
    let data_to = asked.data_to.or(same_period).ok_or_else(|| {
        let help = "name the last day of the facts in it with --data-to, for example --data-to 2018-09-30";
        Failure::new(INPUT, "the release needs the end of its period", asked.id.to_string(), help)
    })?;
    let compared = if dry_run {
        let permit = acts.permit::<ReadFigures>(place.user.as_ref())?;
        acts.compare_draft(&permit, (asked.id, data_to))?
    } else {
        let reasons = asked.reasons.iter().map(|text| reason(text)).collect::<Result<_, _>>()?;
        let permit = acts.permit::<PrepareRelease>(place.user.as_ref())?;
        acts.prepare_release(&permit, &DraftRequest { id: asked.id, data_to, reasons })?
    };
    let document = json!({ "release": asked.id, "data_to": data_to, "figures": compared });
    out.document(&document, || compared.iter().map(compared_words).collect())?;
    Ok(())
}

/// `FIGURE=REASON`
fn reason(text: &str) -> Result<(FigureSlug, String), Failure> {
    let parts = text.split_once('=').map(|(slug, reason)| (FigureSlug::new(slug.trim()), reason.trim()));
    match parts {
        Some((Ok(slug), reason)) => Ok((slug, reason.to_owned())),
        Some((Err(_), _)) | None => {
            let help = "write the figure's slug, an equals sign and the reason, for example --reason \"trained=43 people were on two lists\"";
            Err(Failure::new(INPUT, format!("`{text}` is no reason of a figure"), "--reason", help))
        }
    }
}

fn compared_words(figure: &Comparison) -> String {
    let number = |value: FigureValue| {
        value.number().map_or_else(|| value.status().replace('_', " "), |number| number.to_string())
    };
    let before = figure.before.map_or_else(|| "absent".to_owned(), number);
    let needed = if figure.needs_reason { "; a reason is needed, it will be published" } else { "" };
    format!("{} {}: {before} to {}{needed}", figure.code, figure.slug, number(figure.after))
}

fn sign(place: &Place, out: Output, release: ReleaseId, code: &str) -> Result<(), Failure> {
    let acts = session::writing(place, "hatua release sign")?;
    let permit = acts.permit::<SignRelease>(place.user.as_ref())?;
    let Some(email) = &place.user else {
        unreachable!("the operator has no permit to sign");
    };
    let given = acts.use_code_of(&acts.user(email)?, code)?;
    let state = match acts.sign_prepared(&permit, &given, release)? {
        Signed::First => "signed",
        Signed::Issued(_) => "issued",
    };
    out.item(&json!({ "release": release, "state": state }), || match state {
        "issued" => format!("{release} signed by two and issued"),
        _ => format!("{release} signed; a verifier of another organisation comes next"),
    })?;
    Ok(())
}

/// A release in a list, as JSON.
pub fn summary(release: &Release) -> serde_json::Value {
    json!({
        "release": release.id,
        "issued_on": release.issued_on,
        "data_to": release.data_to,
        "demonstration": release.demonstration,
        "figures": release.figures.len(),
        "ledger_size": release.ledger_size,
        "programme_version": release.programme_version,
        "address": links::action_release(Locale::En, &release.programme, release.id),
        "signed_by": release.signatures.iter().map(|signature| json!({ "role": signature.role, "organisation": signature.organisation, "at": signature.at })).collect::<Vec<_>>(),
    })
}

fn words(release: &Release) -> String {
    let signed: Vec<&str> =
        release.signatures.iter().map(|signature| signature.organisation.as_str()).collect();
    format!(
        "{} issued on {}, data to {}, {} computed figures, signed by {}",
        release.id,
        release.issued_on,
        release.data_to,
        release.figures.len(),
        signed.join(" and ")
    )
}

fn change(change: &FigureChange) -> String {
    let value = |value: Option<hatua_core::release::FigureValue>| match value {
        None => "absent".to_owned(),
        Some(value) => {
            value.number().map_or_else(|| value.status().replace('_', " "), |number| number.to_string())
        }
    };
    let difference = change.difference.map(|difference| format!(" ({difference:+})")).unwrap_or_default();
    let reason = change.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!(
        "{} {}: {} to {}{difference}{reason}",
        change.code,
        change.slug,
        value(change.before),
        value(change.after)
    )
}
