//! Coming in and going out: password, second factor, invitation. No answer tells whether an e-mail is known.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::Response;
use hatua_app::account::{CodeError, Factor, Session, SignInError, Stage, Token};
use hatua_app::{Acts, AppError};
use hatua_core::id::ProgrammeId;
use hatua_core::limits::PASSWORD_CHARACTERS_MIN;
use hatua_publish::text::{Arg, Texts, Words};
use qrcode::render::svg;

use super::desk::{Asked, Desk, Posted, Reply, page, refused, see_other};
use super::form::{Fields, is_proven, proof_of};
use super::shell::{Head, render_message};
use super::state::Door;
use crate::error::WebError;

/// One field of a form at the gate.
struct GateField {
    id: &'static str,
    name: &'static str,
    label: String,
    kind: &'static str,
    autocomplete: &'static str,
    class: &'static str,
    value: String,
}

/// A choice among several programmes.
struct ProgrammeChoice {
    label: String,
    options: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "gate.html")]
struct GatePage {
    head: Head,
    skip: String,
    note: Option<Words>,
    heading: String,
    lead: String,
    alert: Option<String>,
    picture: Option<String>,
    picture_label: String,
    secret: Option<String>,
    action: String,
    proof: Option<String>,
    kept: Option<String>,
    choice: Option<ProgrammeChoice>,
    fields: Vec<GateField>,
    submit: String,
    hints: Vec<String>,
}

impl GatePage {
    fn new(asked: &Asked, acts: Option<&Acts>, heading: &str, lead: String) -> Self {
        let texts = texts_of(asked, acts);
        let heading = texts.get(heading);
        Self {
            head: Head::new(asked.locale, &texts, &heading),
            skip: texts.get("skip"),
            note: acts.filter(|acts| acts.package().demonstration).map(|_| texts.own("masthead-note")),
            heading,
            lead,
            alert: None,
            picture: None,
            picture_label: String::new(),
            secret: None,
            action: asked.link(&asked.path),
            proof: None,
            kept: None,
            choice: None,
            fields: Vec::new(),
            submit: texts.get("work-continue"),
            hints: Vec::new(),
        }
    }

    fn response(self, status: StatusCode) -> Response {
        page(status, self.render().expect("a page of ready strings always renders"))
    }
}

fn texts_of(asked: &Asked, acts: Option<&Acts>) -> Texts {
    acts.map_or_else(|| Texts::interface(asked.locale), |acts| Texts::of(asked.locale, acts.package()))
}

fn with_cookie(asked: &Asked, acts: &Acts, token: &Token, address: &str) -> Response {
    let mut response = see_other(address);
    response.headers_mut().insert(header::SET_COOKIE, asked.set_cookie(acts, token));
    response
}

/// Where a session goes on.
fn next_of(asked: &Asked, session: &Session) -> String {
    asked.link(match session.stage {
        Stage::NeedsCode => "/w/sign-in/code",
        Stage::NeedsFactor => "/w/sign-in/factor",
        Stage::Full => "/w/today",
    })
}

/// `GET /w/sign-in`
pub async fn get_sign_in(asked: Asked) -> Response {
    asked.answer(|asked| Ok(sign_in_page(asked, None, "")?.response(StatusCode::OK))).await
}

fn sign_in_page(asked: &Asked, alert: Option<String>, email: &str) -> Result<GatePage, AppError> {
    let programmes = asked.workspace.programmes()?;
    let first = programmes.first().map(Arc::as_ref);
    let texts = texts_of(asked, first);
    let mut gate = GatePage::new(asked, first, "work-sign-in", texts.get("work-sign-in-lead"));
    gate.alert = alert;
    if asked.workspace.door == Door::Closed {
        gate.lead = texts.get("work-door-closed");
        return Ok(gate);
    }
    if programmes.len() > 1 {
        let title = |acts: &Arc<Acts>| {
            let words = Texts::of(asked.locale, acts.package()).own("title").text;
            (acts.programme_id().to_string(), words)
        };
        gate.choice = Some(ProgrammeChoice {
            label: texts.get("work-programme"),
            options: programmes.iter().map(title).collect(),
        });
    } else {
        gate.kept = first.map(|acts| acts.programme_id().to_string());
    }
    gate.fields = vec![
        GateField {
            id: "em",
            name: "email",
            label: texts.get("work-email"),
            kind: "email",
            autocomplete: "username",
            class: "",
            value: email.to_owned(),
        },
        password_field(&texts, "password", "work-password", "current-password"),
    ];
    gate.hints.push(texts.get("work-cannot-sign-in"));
    if first.is_some_and(|acts| acts.package().demonstration) {
        gate.hints.push(texts.get("work-demonstration-accounts"));
    }
    Ok(gate)
}

fn password_field(texts: &Texts, name: &'static str, label: &str, autocomplete: &'static str) -> GateField {
    GateField {
        id: name,
        name,
        label: texts.get(label),
        kind: "password",
        autocomplete,
        class: "",
        value: String::new(),
    }
}

fn code_field(texts: &Texts) -> GateField {
    GateField {
        id: "cd",
        name: "code",
        label: texts.get("work-code"),
        kind: "text",
        autocomplete: "one-time-code",
        class: "code",
        value: String::new(),
    }
}

/// `POST /w/sign-in`
pub async fn post_sign_in(posted: Posted) -> Response {
    let (asked, fields) = posted.before_session();
    asked
        .answer(move |asked| {
            if !asked.is_from_here() || asked.workspace.door == Door::Closed {
                return Ok(refused(asked));
            }
            sign_in(asked, &fields)
        })
        .await
}

fn sign_in(asked: &Asked, fields: &Fields) -> Result<Response, WebError> {
    let programme = fields.get("programme").and_then(|id| ProgrammeId::new(id).ok());
    let known = asked.workspace.programmes()?;
    let acts = known.iter().find(|acts| Some(acts.programme_id()) == programme.as_ref());
    let (email, password) = (fields.typed("email"), fields.typed("password"));
    let texts = texts_of(asked, acts.map(Arc::as_ref));
    let outcome = match acts {
        Some(acts) => acts.sign_in(email, password, &asked.visitor).map(|session| (acts, session)),
        None => Err(SignInError::Refused),
    };
    match outcome {
        Ok((acts, (token, session))) => Ok(with_cookie(asked, acts, &token, &next_of(asked, &session))),
        Err(SignInError::App(error)) => Err(error.into()),
        Err(error) => {
            let status = match error {
                SignInError::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Ok(sign_in_page(asked, Some(words_of(&texts, &error)), email)?.response(status))
        }
    }
}

/// The sentence for what went wrong, in the reader's language.
pub(super) fn words_of(texts: &Texts, error: &SignInError) -> String {
    match error {
        SignInError::Refused => texts.get("work-sign-in-refused"),
        SignInError::TooMany { minutes } => {
            let minutes = u64::try_from(*minutes).unwrap_or_default();
            texts.get_args("work-sign-in-too-many", &[("minutes", Arg::Count(minutes))])
        }
        SignInError::Code { error: CodeError::Wrong, left } => {
            texts.get_args("work-code-wrong", &[("tries", Arg::Count(*left))])
        }
        SignInError::Code { error: CodeError::Used, .. } => texts.get("work-code-used"),
        SignInError::Code { error: CodeError::NoFactor, .. } => texts.get("work-code-none"),
        SignInError::Ended | SignInError::App(_) => texts.get("work-session-ended"),
    }
}

/// A page of somebody whose password was right, at the stage that the page is for; anybody else is led on.
fn at_stage(
    asked: &Asked,
    stage: Stage,
    work: impl FnOnce(&Desk) -> Result<Response, WebError>,
) -> Result<Response, WebError> {
    match asked.session()? {
        Some(desk) if desk.session.stage == stage => work(&desk),
        Some(desk) => Ok(see_other(&next_of(asked, &desk.session))),
        None => Ok(see_other(&asked.link("/w/sign-in"))),
    }
}

/// `GET /w/sign-in/code`
pub async fn get_code(asked: Asked) -> Response {
    asked
        .answer(|asked| {
            at_stage(
                asked,
                Stage::NeedsCode,
                |desk| Ok(code_page(asked, desk, None).response(StatusCode::OK)),
            )
        })
        .await
}

fn code_page(asked: &Asked, desk: &Desk, alert: Option<String>) -> GatePage {
    let texts = &desk.texts;
    let email = desk.session.user.email.to_string();
    let lead = texts.get_args("work-code-lead", &[("email", (&email).into())]);
    let mut gate = GatePage::new(asked, Some(&desk.acts), "work-code-heading", lead);
    gate.alert = alert;
    gate.proof = Some(desk.proof.clone());
    gate.fields = vec![code_field(texts)];
    gate.submit = texts.get("work-sign-in");
    gate
}

/// `POST /w/sign-in/code`
pub async fn post_code(posted: Posted) -> Response {
    let (asked, fields) = posted.before_session();
    asked
        .answer(move |asked| {
            at_stage(asked, Stage::NeedsCode, |desk| {
                if !is_ours(asked, desk, &fields) {
                    return Ok(refused(asked));
                }
                let given = desk.acts.give_code(&desk.session, fields.typed("code"), &asked.visitor);
                come_in(asked, desk, given, |alert| code_page(asked, desk, Some(alert)))
            })
        })
        .await
}

fn is_ours(asked: &Asked, desk: &Desk, fields: &Fields) -> bool {
    use subtle::ConstantTimeEq;
    let proven = fields.typed(super::form::PROOF).as_bytes().ct_eq(desk.proof.as_bytes());
    asked.is_from_here() && bool::from(proven)
}

fn come_in(
    asked: &Asked,
    desk: &Desk,
    given: Result<(Token, Session), SignInError>,
    again: impl FnOnce(String) -> GatePage,
) -> Result<Response, WebError> {
    match given {
        Ok((token, session)) => Ok(with_cookie(asked, &desk.acts, &token, &next_of(asked, &session))),
        Err(SignInError::App(error)) => Err(error.into()),
        Err(error @ (SignInError::Ended | SignInError::TooMany { .. })) => {
            let alert = words_of(&desk.texts, &error);
            let mut response =
                sign_in_page(asked, Some(alert), "")?.response(StatusCode::UNPROCESSABLE_ENTITY);
            response.headers_mut().insert(header::SET_COOKIE, asked.clear_cookie());
            Ok(response)
        }
        Err(error) => {
            let alert = words_of(&desk.texts, &error);
            Ok(again(alert).response(StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// `GET /w/sign-in/factor`
pub async fn get_factor(asked: Asked) -> Response {
    asked
        .answer(|asked| {
            at_stage(asked, Stage::NeedsFactor, |desk| {
                let factor = desk.acts.draw_factor(&desk.session.user);
                Ok(factor_page(asked, desk, &factor, None).response(StatusCode::OK))
            })
        })
        .await
}

fn factor_page(asked: &Asked, desk: &Desk, factor: &Factor, alert: Option<String>) -> GatePage {
    let texts = &desk.texts;
    let mut gate =
        GatePage::new(asked, Some(&desk.acts), "work-factor-heading", texts.get("work-factor-lead"));
    gate.alert = alert;
    gate.proof = Some(desk.proof.clone());
    gate.picture = picture_of(&factor.address());
    gate.picture_label = texts.get("work-factor-picture");
    gate.secret = Some(factor.text());
    gate.fields = vec![code_field(texts)];
    gate.submit = texts.get("work-factor-submit");
    gate.hints = vec![texts.get("work-factor-secret")];
    gate
}

/// The picture of an address, to be shown in the page itself.
fn picture_of(address: &str) -> Option<String> {
    use base64::Engine;
    let code = qrcode::QrCode::new(address).ok()?;
    let drawn = code.render::<svg::Color>().min_dimensions(200, 200).build();
    Some(format!("data:image/svg+xml;base64,{}", base64::prelude::BASE64_STANDARD.encode(drawn)))
}

/// `POST /w/sign-in/factor`
pub async fn post_factor(posted: Posted) -> Response {
    let (asked, fields) = posted.before_session();
    asked
        .answer(move |asked| {
            at_stage(asked, Stage::NeedsFactor, |desk| {
                if !is_ours(asked, desk, &fields) {
                    return Ok(refused(asked));
                }
                let email = desk.session.user.email.as_str();
                let Some(factor) = Factor::from_text(fields.typed("secret"), email, "Hatua") else {
                    return Ok(see_other(&asked.link("/w/sign-in/factor")));
                };
                let given =
                    desk.acts.set_factor(&desk.session, &factor, fields.typed("code"), &asked.visitor);
                come_in(asked, desk, given, |alert| factor_page(asked, desk, &factor, Some(alert)))
            })
        })
        .await
}

/// `POST /w/sign-out`
pub async fn post_sign_out(posted: Posted) -> Response {
    let (asked, fields) = posted.before_session();
    asked
        .answer(move |asked| {
            if let Some(desk) = asked.session()? {
                if !is_ours(asked, &desk, &fields) {
                    return Ok(refused(asked));
                }
                desk.acts.sign_out(&desk.session)?;
            }
            let mut response = see_other(&asked.link("/w/sign-in"));
            response.headers_mut().insert(header::SET_COOKIE, asked.clear_cookie());
            Ok(response)
        })
        .await
}

/// The invitation behind an address, and its programme.
fn invited(
    asked: &Asked,
    (programme, code): &(String, String),
    work: impl FnOnce(&Arc<Acts>, &Token) -> Result<Response, WebError>,
) -> Result<Response, WebError> {
    let texts = Texts::interface(asked.locale);
    let over = || {
        let (heading, remedy) = (texts.get("work-invitation-over"), texts.get("work-invitation-over-remedy"));
        page(StatusCode::GONE, render_message(asked.locale, &texts, &heading, &remedy))
    };
    if asked.workspace.door == Door::Closed {
        return Ok(refused(asked));
    }
    let Some(code) = Token::from_text(code) else { return Ok(over()) };
    let known = asked.workspace.programmes()?;
    let Some(acts) = known.iter().find(|acts| acts.programme_id().as_str() == programme) else {
        return Ok(over());
    };
    if acts.invitation(&code)?.is_none() { Ok(over()) } else { work(acts, &code) }
}

/// `GET /w/invitation/{programme}/{code}`
pub async fn get_invitation(asked: Asked, Path(named): Path<(String, String)>) -> Response {
    asked
        .answer(move |asked| {
            invited(asked, &named, |acts, code| {
                Ok(invitation_page(asked, acts, code, None)?.response(StatusCode::OK))
            })
        })
        .await
}

fn invitation_page(
    asked: &Asked,
    acts: &Acts,
    code: &Token,
    alert: Option<String>,
) -> Result<GatePage, AppError> {
    let texts = texts_of(asked, Some(acts));
    let invitation = acts.invitation(code)?.ok_or(AppError::NoInvitation)?;
    let least = PASSWORD_CHARACTERS_MIN as u64;
    let lead = texts.get_args(
        "work-invitation-lead",
        &[("name", (&invitation.user.name).into()), ("least", Arg::Count(least))],
    );
    let mut gate = GatePage::new(asked, Some(acts), "work-invitation-heading", lead);
    gate.alert = alert;
    // The form is bound to the code of its own address.
    gate.proof = Some(proof_of(code));
    gate.fields = vec![password_field(&texts, "password", "work-password-new", "new-password")];
    gate.submit = texts.get("work-invitation-submit");
    Ok(gate)
}

/// `POST /w/invitation/{programme}/{code}`
pub async fn post_invitation(Path(named): Path<(String, String)>, posted: Posted) -> Response {
    let (asked, fields) = posted.before_session();
    asked
        .answer(move |asked| {
            invited(asked, &named, |acts, code| {
                if !asked.is_from_here() || !is_proven(&fields, code) {
                    return Ok(refused(asked));
                }
                match acts.accept_invitation(code, fields.typed("password")) {
                    Ok(_) => Ok(see_other(&asked.link("/w/sign-in"))),
                    Err(AppError::Password(error)) => {
                        let texts = texts_of(asked, Some(acts));
                        let alert = super::settings::password_words(&texts, error);
                        let page = invitation_page(asked, acts, code, Some(alert))?;
                        Ok(page.response(StatusCode::UNPROCESSABLE_ENTITY))
                    }
                    Err(error) => Err(error.into()),
                }
            })
        })
        .await
}

/// Leads who is signed in to the first page.
pub(super) fn to_today(desk: &Desk) -> Reply {
    Reply::SeeOther(desk.link("/w/today"))
}
