//! What the forms of the page of releases do.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use hatua_app::AppError;
use hatua_app::account::SignInError;
use hatua_app::permit::{PrepareRelease, ReviewRelease, SignRelease};
use hatua_app::preparation::Signed as SignedRelease;
use hatua_core::id::FigureSlug;
use hatua_core::release::{DraftError, DraftRequest, ReleaseId, ReviewError};
use hatua_publish::text::key;

use super::super::desk::{Desk, Posted, Reply};
use super::super::form::Fields;
use super::super::gate::words_of;
use super::{Seen, publish_page, refusal_words};

/// `POST /w/publish/{release}/prepare`
pub async fn post_prepare(Path(release): Path<String>, posted: Posted) -> Response {
    posted.answer(move |desk, fields| prepare(desk, &release, fields)).await
}

fn prepare(desk: &Desk, release: &str, fields: &Fields) -> Result<Reply, AppError> {
    let permit = desk.permit::<PrepareRelease>()?;
    let Ok(id) = release.parse::<ReleaseId>() else { return Ok(Reply::NotFound) };
    let again = |alert: String| -> Result<Reply, AppError> {
        let mut pairs: Vec<(String, String)> =
            fields.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        pairs.push(("release".to_owned(), id.to_string()));
        let typed = Fields::of(pairs);
        Ok(Reply::Again(publish_page(desk, &Seen { alert: Some(alert), typed: Some(&typed) })?))
    };
    let Some(data_to) = fields.get("data_to").and_then(|day| day.parse().ok()) else {
        return again(desk.texts.get("publish-data-to-missing"));
    };
    let reasons: BTreeMap<FigureSlug, String> = fields
        .pairs()
        .filter(|(_, value)| !value.trim().is_empty())
        .filter_map(|(name, value)| {
            Some((FigureSlug::new(name.strip_prefix("reason-")?).ok()?, value.to_owned()))
        })
        .collect();
    match desk.acts.prepare_release(&permit, &DraftRequest { id, data_to, reasons }) {
        Ok(_) => Ok(Reply::SeeOther(desk.link("/w/publish?said=release-prepared"))),
        Err(AppError::Draft(error)) => again(draft_words(desk, &error)),
        Err(error) => Err(error),
    }
}

fn draft_words(desk: &Desk, error: &DraftError) -> String {
    let texts = &desk.texts;
    let name = |slug: &FigureSlug| texts.own(&key("figure", &format!("{slug}-name"))).text;
    match error {
        DraftError::MissingReason { slug, before, after } => texts.get_args(
            "publish-reason-missing",
            &[
                ("figure", (&name(slug)).into()),
                ("before", (&texts.numbers.grouped(*before)).into()),
                ("after", (&texts.numbers.grouped(*after)).into()),
            ],
        ),
        DraftError::MissingReasonForDefinition { slug, .. } => {
            texts.get_args("publish-reason-definition", &[("figure", (&name(slug)).into())])
        }
        DraftError::Reason { slug, .. } => {
            texts.get_args("publish-reason-unfit", &[("figure", (&name(slug)).into())])
        }
        DraftError::OutOfTurn { .. } => texts.get("publish-out-of-turn"),
        DraftError::WrongPeriod { .. } => texts.get("publish-wrong-period"),
        DraftError::Count(error) => error.to_string(),
    }
}

/// `POST /w/publish/{release}/sign`
pub async fn post_sign(Path(release): Path<String>, posted: Posted) -> Response {
    posted.answer(move |desk, fields| sign(desk, &release, fields)).await
}

fn sign(desk: &Desk, release: &str, fields: &Fields) -> Result<Reply, AppError> {
    let permit = desk.permit::<SignRelease>()?;
    let Ok(id) = release.parse::<ReleaseId>() else { return Ok(Reply::NotFound) };
    let again = |alert: String| -> Result<Reply, AppError> {
        Ok(Reply::Again(publish_page(desk, &Seen { alert: Some(alert), typed: None })?))
    };
    if fields.get("read").is_none() {
        return again(desk.texts.get("publish-read-missing"));
    }
    let code = match desk.acts.use_code(&desk.session, fields.typed("code")) {
        Ok(code) => code,
        Err(SignInError::App(error)) => return Err(error),
        Err(SignInError::Ended | SignInError::TooMany { .. }) => {
            return Ok(Reply::SeeOther(desk.link("/w/sign-in")));
        }
        Err(error) => return again(words_of(&desk.texts, &error)),
    };
    match desk.acts.sign_prepared(&permit, &code, id) {
        Ok(SignedRelease::First) => Ok(Reply::SeeOther(desk.link("/w/publish?said=release-signed"))),
        Ok(SignedRelease::Issued(_)) => Ok(Reply::SeeOther(desk.link("/w/publish?said=release-issued"))),
        Err(AppError::Sign(error)) => again(refusal_words(desk, &error)),
        Err(AppError::Draft(error)) => again(draft_words(desk, &error)),
        Err(AppError::NothingPrepared) => again(desk.texts.get("publish-nothing-prepared")),
        Err(error) => Err(error),
    }
}

/// `POST /w/publish/{release}/review`
pub async fn post_review(Path(release): Path<String>, posted: Posted) -> Response {
    posted.answer(move |desk, fields| review(desk, &release, fields)).await
}

fn review(desk: &Desk, release: &str, fields: &Fields) -> Result<Reply, AppError> {
    let permit = desk.permit::<ReviewRelease>()?;
    let Ok(id) = release.parse::<ReleaseId>() else { return Ok(Reply::NotFound) };
    let about = fields.get("about").and_then(|slug| FigureSlug::new(slug).ok());
    let (question, said) = match fields.get("decision") {
        Some("accept") => (None, "release-accepted"),
        Some("ask") => (Some((about, fields.typed("question"))), "release-asked"),
        _ => {
            let alert = Some(desk.texts.get("publish-decision-missing"));
            return Ok(Reply::Again(publish_page(desk, &Seen { alert, typed: None })?));
        }
    };
    said_of(desk, desk.acts.review_release(&permit, id, question), said)
}

/// `POST /w/publish/{release}/answer`
pub async fn post_answer(Path(release): Path<String>, posted: Posted) -> Response {
    posted.answer(move |desk, fields| answer(desk, &release, fields)).await
}

fn answer(desk: &Desk, release: &str, fields: &Fields) -> Result<Reply, AppError> {
    let permit = desk.permit::<PrepareRelease>()?;
    let Ok(id) = release.parse::<ReleaseId>() else { return Ok(Reply::NotFound) };
    said_of(desk, desk.acts.answer_review(&permit, id, fields.typed("words")), "release-answered")
}

fn said_of(desk: &Desk, done: Result<(), AppError>, said: &str) -> Result<Reply, AppError> {
    let alert = match done {
        Ok(()) => return Ok(Reply::SeeOther(desk.link(&format!("/w/publish?said={said}")))),
        Err(AppError::Review(ReviewError::Words(_))) => desk.texts.get("publish-words-unfit"),
        Err(AppError::Review(_)) => desk.texts.get("publish-review-late"),
        Err(error) => return Err(error),
    };
    Ok(Reply::Again(publish_page(desk, &Seen { alert: Some(alert), typed: None })?))
}
