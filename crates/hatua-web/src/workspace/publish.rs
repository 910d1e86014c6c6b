//! Releases: the one in preparation beside the last one issued, its reasons, two signatures, the donor's word.

mod acts;

use askama::Template;
use axum::response::Response;
use hatua_app::AppError;
use hatua_app::permit::{PrepareRelease, ReadFigures, ReviewRelease, SignRelease};
use hatua_app::preparation::{Preparation, Reviewed};
use hatua_core::access::Role;
use hatua_core::id::FigureSlug;
use hatua_core::ledger::Review;
use hatua_core::release::{Comparison, FigureValue, Release, ReleaseId, SignError, Signature};
use hatua_publish::links;
use hatua_publish::text::{Arg, Texts, Words, key};
use jiff::civil::Date;

use super::desk::{Desk, Reply, Signed};
use super::form::Fields;
use super::shell::Shell;
pub use acts::{post_answer, post_prepare, post_review, post_sign};

/// A figure beside the last release.
struct FigureRow {
    name: Words,
    href: String,
    before: String,
    after: String,
    change: String,
    /// The class of a change: a fall is marked.
    class: &'static str,
    row_class: &'static str,
    reason: Option<ReasonField>,
    said: Option<String>,
}

/// Where a reason is written.
struct ReasonField {
    name: String,
    label: String,
    value: String,
}

/// A signature, given or awaited.
struct SignatureRow {
    mark: &'static str,
    class: &'static str,
    who: String,
    state: String,
}

/// What was said of an issued release.
struct SaidRow {
    who: String,
    at: String,
    words: String,
}

/// A choice of the next release.
struct NextRow {
    href: String,
    label: String,
}

/// The form with which a signer signs.
struct SignForm {
    action: String,
    read: String,
    code: String,
    submit: String,
    warning: String,
}

/// The form with which the lead prepares.
struct PrepareForm {
    action: String,
    data_to: String,
    data_to_label: String,
    submit: String,
    note: String,
}

/// The form of the donor's manager.
struct DonorForm {
    action: String,
    lead: String,
    accept: String,
    ask: String,
    about: String,
    whole: String,
    figures: Vec<(String, Words)>,
    question: String,
    submit: String,
    legend: String,
}

/// The form of the lead's answer.
struct AnswerForm {
    action: String,
    label: String,
    submit: String,
}

/// The words of the page.
struct PublishWords {
    figure: String,
    before: String,
    after: String,
    change: String,
    signatures: String,
    reviews: String,
    next: String,
}

#[derive(Template)]
#[template(path = "publish.html")]
struct PublishPage {
    shell: Shell,
    lead: String,
    tags: Vec<(&'static str, String)>,
    alert: Option<String>,
    next: Vec<NextRow>,
    figures: Vec<FigureRow>,
    prepare: Option<PrepareForm>,
    sign: Option<SignForm>,
    donor: Option<DonorForm>,
    answer: Option<AnswerForm>,
    signatures: Vec<SignatureRow>,
    reviews: Vec<SaidRow>,
    unreviewed: Option<String>,
    words: PublishWords,
}

/// `GET /w/publish`
pub async fn get_publish(signed: Signed) -> Response {
    signed.answer(|desk| Ok(Reply::Page(publish_page(desk, &Seen::default())?))).await
}

/// What the page shows beside what the ledger says: what was typed, and what is wrong with it.
#[derive(Default)]
struct Seen<'a> {
    alert: Option<String>,
    typed: Option<&'a Fields>,
}

fn publish_page(desk: &Desk, seen: &Seen) -> Result<String, AppError> {
    let permit = desk.permit::<ReadFigures>()?;
    let texts = &desk.texts;
    let releases = desk.acts.releases()?;
    let last = releases.last();
    let preparation = desk.acts.preparation(&permit, Some(&desk.session.user))?;
    let next = desk.acts.next_releases()?;
    let chosen = chosen(desk, seen, preparation.as_ref(), &next);
    let figures = match (&preparation, &chosen) {
        (Some(prepared), None) => prepared.figures.clone(),
        (_, Some((id, Some(data_to)))) => desk.acts.compare_draft(&permit, (*id, *data_to))?,
        _ => Vec::new(),
    };
    let id = chosen.map(|(id, _)| id).or(preparation.as_ref().map(|prepared| prepared.drafted.release));
    let may_prepare = desk.may::<PrepareRelease>();
    let shown =
        Shown { desk, seen, preparation: preparation.as_ref(), may_write: may_prepare && chosen.is_some() };
    let reviews = desk.acts.reviews(&permit)?;
    let heading = match id {
        Some(id) => named(texts, id),
        None => last.map_or_else(|| texts.get("work-menu-publish"), |last| named(texts, last.id)),
    };
    let said = last.map_or_else(Vec::new, |last| said_rows(desk, last, &reviews));
    let under = match (chosen, &preparation) {
        (Some(_), _) => Under::Nothing,
        (None, Some(prepared)) => Under::Prepared(prepared),
        (None, None) => last.map_or(Under::Nothing, Under::Issued),
    };
    let is_stuck = preparation.as_ref().is_some_and(|prepared| !prepared.is_ready);
    let page = PublishPage {
        lead: lead(desk, preparation.as_ref().filter(|_| chosen.is_none()), chosen.as_ref(), last),
        tags: tags(desk, &figures),
        alert: seen.alert.clone().or_else(|| is_stuck.then(|| texts.get("publish-obstacle"))),
        next: if may_prepare { next.iter().map(|(id, _)| next_row(desk, *id)).collect() } else { Vec::new() },
        figures: figures.iter().map(|figure| figure_row(&shown, figure)).collect(),
        prepare: chosen.filter(|_| may_prepare).map(|(id, data_to)| prepare_form(desk, id, data_to)),
        sign: preparation
            .as_ref()
            .filter(|_| chosen.is_none())
            .and_then(|prepared| sign_form(desk, prepared)),
        donor: last.and_then(|last| donor_form(desk, last, &reviews)),
        answer: last.and_then(|last| answer_form(desk, last, &reviews)),
        signatures: signature_rows(desk, &under),
        unreviewed: said.is_empty().then(|| texts.get("publish-unreviewed")),
        reviews: said,
        words: words(desk, last),
        shell: desk.shell(&heading),
    };
    Ok(page.render().expect("a page of ready strings always renders"))
}

/// What the figures are drawn with.
struct Shown<'a> {
    desk: &'a Desk,
    seen: &'a Seen<'a>,
    preparation: Option<&'a Preparation>,
    may_write: bool,
}

/// The release that the lead is about to prepare: the one in the form or the address, or the revision where nothing is
/// prepared yet.
fn chosen(
    desk: &Desk,
    seen: &Seen,
    preparation: Option<&Preparation>,
    next: &[(ReleaseId, Option<Date>)],
) -> Option<(ReleaseId, Option<Date>)> {
    let field = |name: &str| seen.typed.and_then(|fields| fields.get(name)).or_else(|| desk.query.get(name));
    let named = field("release").and_then(|name| name.parse().ok());
    let (id, same) = match named {
        Some(named) => next.iter().find(|(id, _)| *id == named)?,
        None if preparation.is_none() && desk.may::<PrepareRelease>() => next.first()?,
        None => return None,
    };
    let asked = field("data_to").and_then(|day| day.parse().ok());
    let prepared = preparation.filter(|prepared| prepared.drafted.release == *id);
    Some((
        *id,
        same.or(asked).or(prepared.map(|prepared| prepared.drafted.data_to)).or(Some(desk.acts.today())),
    ))
}

fn lead(
    desk: &Desk,
    preparation: Option<&Preparation>,
    chosen: Option<&(ReleaseId, Option<Date>)>,
    last: Option<&Release>,
) -> String {
    let texts = &desk.texts;
    let data_to = preparation
        .map(|prepared| prepared.drafted.data_to)
        .or_else(|| chosen.and_then(|(_, data_to)| *data_to));
    match (data_to, last) {
        (Some(data_to), Some(last)) => texts.get_args(
            "publish-lead",
            &[
                ("to", (&texts.numbers.date(data_to)).into()),
                ("last", (&named(texts, last.id)).into()),
                ("on", (&texts.numbers.date(last.issued_on)).into()),
            ],
        ),
        (Some(data_to), None) => {
            texts.get_args("publish-lead-first", &[("to", (&texts.numbers.date(data_to)).into())])
        }
        (None, Some(last)) => {
            texts.get_args("publish-lead-issued", &[("on", (&texts.numbers.date(last.issued_on)).into())])
        }
        (None, None) => texts.get("publish-none"),
    }
}

fn tags(desk: &Desk, figures: &[Comparison]) -> Vec<(&'static str, String)> {
    let count = |test: fn(&&Comparison) -> bool| figures.iter().filter(test).count() as u64;
    let restated = count(|figure| figure.needs_reason);
    let same = count(|figure| figure.before == Some(figure.after));
    let tag = |class, key: &str, count: u64| {
        (count > 0).then(|| (class, desk.texts.get_args(key, &[("count", Arg::Count(count))])))
    };
    [tag("tag warn", "publish-restated", restated), tag("tag ok", "publish-same-count", same)]
        .into_iter()
        .flatten()
        .collect()
}

/// A release as it is named on a page.
fn named(texts: &Texts, id: ReleaseId) -> String {
    texts.get_args("publish-release", &[("release", (&texts.numbers.release(id)).into())])
}

fn number(desk: &Desk, value: Option<FigureValue>) -> String {
    let shown = value.and_then(FigureValue::number);
    shown.map_or_else(|| desk.texts.get("publish-absent"), |number| desk.texts.numbers.grouped(number))
}

fn figure_row(shown: &Shown, figure: &Comparison) -> FigureRow {
    let (desk, texts) = (shown.desk, &shown.desk.texts);
    let (before, after) = (figure.before.and_then(FigureValue::number), figure.after.number());
    let difference = before
        .zip(after)
        .and_then(|(before, after)| i64::try_from(after).ok()?.checked_sub(i64::try_from(before).ok()?));
    let change = match difference {
        Some(0) => texts.get("publish-same"),
        Some(difference) => texts.numbers.difference(difference),
        None => texts.get("publish-new"),
    };
    let slug = figure.slug.to_string();
    let name = format!("reason-{slug}");
    let prepared = shown.preparation.and_then(|prepared| prepared.drafted.reasons.get(&figure.slug));
    let typed = shown.seen.typed.map(|fields| fields.typed(&name).to_owned());
    let field = || ReasonField {
        value: typed.or_else(|| prepared.cloned()).unwrap_or_default(),
        label: texts.get("publish-reason"),
        name,
    };
    let is_open = figure.needs_reason && shown.may_write;
    FigureRow {
        name: texts.own(&key("figure", &format!("{slug}-name"))),
        href: links::figure(desk.locale, desk.acts.programme_id(), &figure.slug),
        before: number(desk, figure.before),
        after: number(desk, Some(figure.after)),
        class: match difference {
            Some(0) => "s",
            Some(difference) if difference < 0 => "dif dn2",
            Some(_) | None => "dif",
        },
        row_class: if figure.needs_reason { "sel" } else { "" },
        change,
        said: prepared
            .filter(|_| figure.needs_reason && !is_open)
            .map(|reason| texts.get_args("publish-reason-said", &[("reason", reason.into())])),
        reason: is_open.then(field),
    }
}

fn next_row(desk: &Desk, id: ReleaseId) -> NextRow {
    NextRow {
        href: desk.link(&format!("/w/publish?release={id}")),
        label: desk.texts.get_args("publish-prepare", &[("release", (&named(&desk.texts, id)).into())]),
    }
}

fn prepare_form(desk: &Desk, id: ReleaseId, data_to: Option<Date>) -> PrepareForm {
    let texts = &desk.texts;
    PrepareForm {
        action: desk.link(&format!("/w/publish/{id}/prepare")),
        data_to: data_to.map(|day| day.to_string()).unwrap_or_default(),
        data_to_label: texts.get("publish-data-to"),
        submit: texts.get("publish-prepare-submit"),
        note: texts.get("publish-prepare-note"),
    }
}

fn sign_form(desk: &Desk, prepared: &Preparation) -> Option<SignForm> {
    if !desk.may::<SignRelease>() || prepared.refusal.is_some() || !prepared.is_ready {
        return None;
    }
    let (texts, id) = (&desk.texts, prepared.drafted.release);
    let release = named(texts, id);
    let is_second = desk.session.role() == Role::Verifier;
    let submit = if is_second { "publish-sign-issue" } else { "publish-sign" };
    Some(SignForm {
        action: desk.link(&format!("/w/publish/{id}/sign")),
        read: texts.get("publish-read"),
        code: texts.get("publish-code"),
        submit: texts.get_args(submit, &[("release", (&release).into())]),
        warning: texts.get("publish-no-way-back"),
    })
}

fn newest_review<'r>(release: &Release, reviews: &'r [Reviewed]) -> Option<&'r Reviewed> {
    reviews.iter().rev().find(|said| said.release == release.id)
}

fn donor_form(desk: &Desk, last: &Release, reviews: &[Reviewed]) -> Option<DonorForm> {
    let newest = newest_review(last, reviews).map(|said| said.review);
    let is_my_turn = matches!(newest, None | Some(Review::Answered));
    if !desk.may::<ReviewRelease>() || !is_my_turn {
        return None;
    }
    let texts = &desk.texts;
    let name = |slug: &FigureSlug| texts.own(&key("figure", &format!("{slug}-name")));
    Some(DonorForm {
        action: desk.link(&format!("/w/publish/{}/review", last.id)),
        lead: texts.get("publish-donor-lead"),
        accept: texts.get("publish-accept"),
        ask: texts.get("publish-ask"),
        about: texts.get("publish-about"),
        whole: texts.get("publish-about-whole"),
        figures: last.figures.iter().map(|figure| (figure.slug.to_string(), name(&figure.slug))).collect(),
        question: texts.get("publish-question"),
        submit: texts.get("publish-send"),
        legend: named(texts, last.id),
    })
}

fn answer_form(desk: &Desk, last: &Release, reviews: &[Reviewed]) -> Option<AnswerForm> {
    let asked = newest_review(last, reviews).is_some_and(|said| said.review == Review::Asked);
    (asked && desk.may::<PrepareRelease>()).then(|| AnswerForm {
        action: desk.link(&format!("/w/publish/{}/answer", last.id)),
        label: desk.texts.get("publish-answer"),
        submit: desk.texts.get("publish-answer-submit"),
    })
}

/// What the signatures stand under.
enum Under<'a> {
    /// A release that nobody has prepared yet.
    Nothing,
    /// The one in preparation.
    Prepared(&'a Preparation),
    /// An issued one.
    Issued(&'a Release),
}

fn signature_rows(desk: &Desk, under: &Under) -> Vec<SignatureRow> {
    let texts = &desk.texts;
    let (given, refusal): (&[Signature], Option<&SignError>) = match under {
        Under::Nothing => (&[], None),
        Under::Prepared(prepared) => (&prepared.signatures, prepared.refusal.as_ref()),
        Under::Issued(release) => (&release.signatures, None),
    };
    let signed = given.iter().map(|signature| SignatureRow {
        mark: "\u{2713}",
        class: "i",
        who: format!("{}, {}", texts.get(&role_key(signature.role)), signature.organisation),
        state: texts.get_args("publish-signed", &[("at", (&desk.moment(signature.at)).into())]),
    });
    let refused = refusal.filter(|_| desk.may::<SignRelease>());
    let waiting = [("1", "publish-awaits-lead"), ("2", "publish-awaits-verifier")];
    let awaited = waiting.into_iter().skip(given.len()).map(|(mark, key)| SignatureRow {
        mark,
        class: "i wait",
        who: texts.get(key),
        state: refused
            .map_or_else(|| texts.get("publish-not-signed"), |refusal| refusal_words(desk, refusal)),
    });
    signed.chain(awaited).collect()
}

fn refusal_words(desk: &Desk, refusal: &SignError) -> String {
    let texts = &desk.texts;
    match refusal {
        SignError::WrongRole => texts.get("publish-refused-role"),
        SignError::LeadFirst => texts.get("publish-refused-lead-first"),
        SignError::SignedAlready => texts.get("publish-refused-signed"),
        SignError::SameOrganisation { organisation } => {
            texts.get_args("publish-refused-organisation", &[("organisation", organisation.into())])
        }
        SignError::WorkedOnIt { records } => {
            texts.get_args("publish-refused-worked", &[("count", Arg::Count(*records as u64))])
        }
        SignError::NotSigned { .. } => texts.get("publish-not-signed"),
    }
}

fn role_key(role: Role) -> String {
    format!("role-{}", role.as_str().replace('_', "-"))
}

fn said_rows(desk: &Desk, last: &Release, reviews: &[Reviewed]) -> Vec<SaidRow> {
    let texts = &desk.texts;
    let row = |said: &Reviewed| SaidRow {
        who: texts.get(match said.review {
            Review::Accepted => "publish-said-accepted",
            Review::Asked => "publish-said-asked",
            Review::Answered => "publish-said-answered",
        }),
        at: desk.moment(said.at),
        words: said.words.clone().unwrap_or_default(),
    };
    reviews.iter().filter(|said| said.release == last.id).map(row).collect()
}

fn words(desk: &Desk, last: Option<&Release>) -> PublishWords {
    let texts = &desk.texts;
    PublishWords {
        figure: texts.get("publish-figure"),
        before: last.map_or_else(|| texts.get("publish-before"), |last| named(texts, last.id)),
        after: texts.get("publish-after"),
        change: texts.get("publish-change"),
        signatures: texts.get("publish-signatures"),
        reviews: texts.get("publish-reviews"),
        next: texts.get("publish-next"),
    }
}
