//! A user's own settings: sessions, password.

use askama::Template;
use axum::response::Response;
use hatua_app::AppError;
use hatua_app::account::{ListedSession, PasswordError};
use hatua_core::limits::{PASSWORD_BYTES_MAX, PASSWORD_CHARACTERS_MIN};
use hatua_publish::text::{Arg, Texts};

use super::desk::{Desk, Posted, Reply, Signed};
use super::form::Fields;
use super::shell::Shell;

/// A row of the list of sessions.
struct SessionRow {
    agent: String,
    begun: String,
    seen: String,
    /// What ends it; absent for the session itself, which is ended by signing out.
    id: Option<String>,
    this: Option<String>,
}

struct SettingsWords {
    sessions: String,
    agent: String,
    begun: String,
    seen: String,
    next: String,
    end: String,
    password: String,
    present: String,
    new: String,
    change: String,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    sessions: Vec<SessionRow>,
    end_action: String,
    password_action: String,
    alert: Option<String>,
    words: SettingsWords,
}

/// `GET /w/settings`
pub async fn get_settings(signed: Signed) -> Response {
    signed.answer(|desk| Ok(Reply::Page(settings_page(desk, None)?))).await
}

fn settings_page(desk: &Desk, alert: Option<String>) -> Result<String, AppError> {
    let texts = &desk.texts;
    let rows = desk.acts.sessions(&desk.session)?.iter().map(|listed| row(desk, listed)).collect();
    let get = |key: &str| texts.get(key);
    let page = SettingsPage {
        shell: desk.shell(&get("work-menu-settings")),
        sessions: rows,
        end_action: desk.link("/w/settings/sessions/end"),
        password_action: desk.link("/w/settings/password"),
        alert,
        words: SettingsWords {
            sessions: get("work-sessions"),
            agent: get("work-session-agent"),
            begun: get("work-session-begun"),
            seen: get("work-session-seen"),
            next: get("work-next"),
            end: get("work-session-end"),
            password: get("work-password-change"),
            present: get("work-password-present"),
            new: get("work-password-new"),
            change: get("work-password-change"),
        },
    };
    Ok(page.render().expect("a page of ready strings always renders"))
}

fn row(desk: &Desk, listed: &ListedSession) -> SessionRow {
    SessionRow {
        agent: if listed.agent.is_empty() {
            desk.texts.get("work-session-unnamed")
        } else {
            listed.agent.clone()
        },
        begun: desk.moment(listed.begun),
        seen: desk.moment(listed.seen),
        id: (!listed.is_this).then(|| listed.id.to_string()),
        this: listed.is_this.then(|| desk.texts.get("work-session-this")),
    }
}

/// `POST /w/settings/sessions/end`
pub async fn post_end_session(posted: Posted) -> Response {
    posted.answer(end_session).await
}

fn end_session(desk: &Desk, fields: &Fields) -> Result<Reply, AppError> {
    let Some(id) = fields.get("session").and_then(|id| id.parse().ok()) else { return Ok(Reply::NotFound) };
    // Ended twice is ended once.
    desk.acts.end_session(&desk.session, id)?;
    Ok(Reply::SeeOther(desk.link("/w/settings?said=session-ended")))
}

/// `POST /w/settings/password`
pub async fn post_password(posted: Posted) -> Response {
    posted.answer(change_password).await
}

fn change_password(desk: &Desk, fields: &Fields) -> Result<Reply, AppError> {
    let outcome = desk.acts.change_password(&desk.session, fields.typed("present"), fields.typed("new"));
    let alert = match outcome {
        Ok(()) => return Ok(Reply::SeeOther(desk.link("/w/settings?said=password-changed"))),
        Err(AppError::Password(error)) => password_words(&desk.texts, error),
        Err(AppError::WrongPassword) => desk.texts.get("work-password-wrong"),
        Err(error) => return Err(error),
    };
    Ok(Reply::Again(settings_page(desk, Some(alert))?))
}

/// Why a password can't be set, in the reader's language.
pub(super) fn password_words(texts: &Texts, error: PasswordError) -> String {
    match error {
        PasswordError::Short => {
            texts.get_args("work-password-short", &[("least", Arg::Count(PASSWORD_CHARACTERS_MIN as u64))])
        }
        PasswordError::Long => {
            texts.get_args("work-password-long", &[("most", Arg::Count(PASSWORD_BYTES_MAX as u64))])
        }
        PasswordError::Guessable => texts.get("work-password-guessable"),
    }
}
