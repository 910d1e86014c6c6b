//! Who asks. [`Asked`] is any visitor of the workspace; [`Signed`] is somebody who is signed in, [`Posted`] the same with a
//! form that is proven to be ours. Handlers take one of them and answer through it, on a thread that may wait for the disk.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Multipart, OriginalUri, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use hatua_app::account::{Session, Stage, Token, Visitor};
use hatua_app::permit::{Permit, Right};
use hatua_app::{Acts, AppError, ErrorClass};
use hatua_core::id::ProgrammeId;
use hatua_core::programme::Locale;
use hatua_publish::text::Texts;
use zeroize::Zeroizing;

use super::form::{Fields, is_from_here, is_proven, proof_of};
use super::shell::{Shell, render_message};
use super::state::{Door, Workspace};
use crate::error::WebError;

/// What a handler answers with.
#[derive(Debug)]
pub enum Reply {
    /// A page.
    Page(String),
    /// A page that shows again what was sent, with what is wrong.
    Again(String),
    /// Another address, to be asked for anew: what follows an act, so that the browser's back button repeats nothing.
    SeeOther(String),
    /// A file to be saved.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Its media type.
        content_type: &'static str,
        /// The name under which it is saved; absent for what is shown in the page.
        saved_as: Option<String>,
    },
    /// Nothing is there, or not for this user: the two look alike.
    NotFound,
}

/// A request in the workspace.
pub struct Asked {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// The language of the address.
    pub locale: Locale,
    /// The address without language and query (`/w/today`).
    pub path: String,
    /// The query, read.
    pub query: Fields,
    /// Where the request comes from.
    pub visitor: Visitor,
    headers: HeaderMap,
}

impl Asked {
    fn of(parts: &Parts, workspace: &Arc<Workspace>) -> Self {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let language = uri.path().split('/').nth(1).and_then(|first| first.parse::<Locale>().ok());
        let path = match language {
            Some(locale) => uri.path().trim_start_matches(&format!("/{}", locale.tag())).to_owned(),
            None => uri.path().to_owned(),
        };
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Self {
            workspace: Arc::clone(workspace),
            locale: language.unwrap_or(Locale::En),
            path,
            query: Fields::read(uri.query().unwrap_or_default().as_bytes()),
            visitor: Visitor {
                address: address_of(&parts.headers, peer),
                agent: agent.unwrap_or_default().to_owned(),
            },
            headers: parts.headers.clone(),
        }
    }

    /// The programme and the token of the session's cookie.
    fn cookie(&self) -> Option<(ProgrammeId, Token)> {
        let jar = CookieJar::from_headers(&self.headers);
        let (programme, token) = jar.get(self.workspace.door.cookie())?.value().split_once('.')?;
        Some((ProgrammeId::new(programme).ok()?, Token::from_text(token)?))
    }

    /// An address of the workspace in the language of this request.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        link(self.locale, path)
    }

    /// Makes the answer on a thread that may wait for the disk.
    pub async fn answer(
        self,
        work: impl FnOnce(&Self) -> Result<Response, WebError> + Send + 'static,
    ) -> Response {
        let locale = self.locale;
        let answered = tokio::task::spawn_blocking(move || work(&self));
        match answered.await.map_err(WebError::from).and_then(|answer| answer) {
            Ok(response) => response,
            Err(error) => error.into_response_in(locale),
        }
    }

    /// The session behind the cookie, at whatever stage.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn session(&self) -> Result<Option<Desk>, AppError> {
        let Some((programme, token)) = self.cookie() else { return Ok(None) };
        let acts = match self.workspace.acts(&programme) {
            Ok(acts) => acts,
            // The cookie names a programme that is not here any more.
            Err(error) if matches!(error.class(), ErrorClass::Input) => return Ok(None),
            Err(error) => return Err(error),
        };
        let Some(session) = acts.session(&token)? else { return Ok(None) };
        Ok(Some(Desk::new(self, acts, session, &token)))
    }

    /// Whether the form was sent from one of our pages, as far as the browser says.
    #[must_use]
    pub fn is_from_here(&self) -> bool {
        is_from_here(&self.headers, self.workspace.origin.as_deref())
    }

    /// The cookie of a session, as a header.
    ///
    /// # Errors
    /// Never for the programmes and tokens that there are.
    #[must_use]
    pub fn set_cookie(&self, acts: &Acts, token: &Token) -> HeaderValue {
        self.cookie_header(format!("{}.{}", acts.programme_id(), token.to_text()))
    }

    /// The header that takes the cookie away.
    #[must_use]
    pub fn clear_cookie(&self) -> HeaderValue {
        let mut header = self.cookie_header(String::new()).to_str().unwrap_or_default().to_owned();
        header.push_str("; Max-Age=0");
        HeaderValue::from_str(&header).expect("a cookie of ours is ASCII")
    }

    fn cookie_header(&self, value: String) -> HeaderValue {
        let mut cookie = Cookie::new(self.workspace.door.cookie(), value);
        cookie.set_http_only(true);
        cookie.set_path("/");
        cookie.set_same_site(SameSite::Lax);
        cookie.set_secure(self.workspace.door == Door::Https);
        HeaderValue::from_str(&cookie.to_string()).expect("a cookie of ours is ASCII")
    }
}

/// The address of a visitor: that of the connection, or, behind a proxy on this machine, what the proxy says last.
fn address_of(headers: &HeaderMap, peer: Option<IpAddr>) -> Option<IpAddr> {
    let is_proxied = peer.is_none_or(|peer| peer.is_loopback());
    let said = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let said = said.and_then(|said| said.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    if is_proxied { said.or(peer) } else { peer }
}

/// An address of the workspace in a language.
#[must_use]
pub fn link(locale: Locale, path: &str) -> String {
    match locale {
        Locale::En => path.to_owned(),
        Locale::Fr | Locale::Ar => format!("/{}{path}", locale.tag()),
    }
}

impl FromRequestParts<Arc<Workspace>> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        workspace: &Arc<Workspace>,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts, workspace))
    }
}

/// What a handler of the workspace works with: one user, one programme, one language.
pub struct Desk {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// The programme.
    pub acts: Arc<Acts>,
    /// Who is signed in.
    pub session: Session,
    /// The language.
    pub locale: Locale,
    /// The words of the interface and of the programme.
    pub texts: Texts,
    /// The address without language and query.
    pub path: String,
    /// The query, read.
    pub query: Fields,
    /// Where the request comes from.
    pub visitor: Visitor,
    /// What every form of the page carries.
    pub proof: String,
}

impl Desk {
    fn new(asked: &Asked, acts: Arc<Acts>, session: Session, token: &Token) -> Self {
        Self {
            workspace: Arc::clone(&asked.workspace),
            texts: Texts::of(asked.locale, acts.package()),
            locale: asked.locale,
            path: asked.path.clone(),
            query: asked.query.clone(),
            visitor: asked.visitor.clone(),
            proof: proof_of(token),
            acts,
            session,
        }
    }

    /// The permit for an act.
    ///
    /// # Errors
    /// When the user's role has no such right.
    pub fn permit<A: Right>(&self) -> Result<Permit<A>, AppError> {
        self.acts.permit_in(&self.session)
    }

    /// Whether the user's role has a right: what a user may not do is absent from the page.
    #[must_use]
    pub fn may<A: Right>(&self) -> bool {
        self.permit::<A>().is_ok()
    }

    /// An address of the workspace in the user's language.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        link(self.locale, path)
    }

    /// A moment in the programme's time zone, with the zone's name.
    #[must_use]
    pub fn moment(&self, at: jiff::Timestamp) -> String {
        let local = self.acts.local(at);
        let (day, time) = (
            self.texts.numbers.date(local.date()),
            self.texts.numbers.named(&local.strftime("%H:%M").to_string()),
        );
        let zone = self.acts.package().time_zone.clone();
        self.texts.get_args(
            "work-moment",
            &[("day", (&day).into()), ("time", (&time).into()), ("zone", (&zone).into())],
        )
    }

    /// The frame of a page. `title` is its heading in words.
    #[must_use]
    pub fn shell(&self, title: &str) -> Shell {
        Shell::new(self, title)
    }
}

/// A request of somebody who is signed in.
pub struct Signed {
    asked: Asked,
}

impl FromRequestParts<Arc<Workspace>> for Signed {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        workspace: &Arc<Workspace>,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self { asked: Asked::of(parts, workspace) })
    }
}

impl Signed {
    /// Answers for who is signed in; anybody else is led to the sign-in.
    pub async fn answer(
        self,
        work: impl FnOnce(&Desk) -> Result<Reply, AppError> + Send + 'static,
    ) -> Response {
        self.asked.answer(move |asked| on_desk(asked, work)).await
    }
}

fn on_desk(asked: &Asked, work: impl FnOnce(&Desk) -> Result<Reply, AppError>) -> Result<Response, WebError> {
    match asked.session()? {
        Some(desk) if desk.session.stage == Stage::Full => Ok(respond(&desk, work(&desk))?),
        Some(_) | None => Ok(see_other(&asked.link("/w/sign-in"))),
    }
}

/// A form of somebody who is signed in, proven to be ours.
pub struct Posted {
    asked: Asked,
    body: Bytes,
}

impl FromRequest<Arc<Workspace>> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, workspace: &Arc<Workspace>) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let asked = Asked::of(&parts, workspace);
        let body = Bytes::from_request(Request::from_parts(parts, body), workspace)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self { asked, body })
    }
}

impl Posted {
    /// Does what the form asks for. A form that is not ours is refused; one whose session has ended is told so.
    pub async fn answer(
        self,
        work: impl FnOnce(&Desk, &Fields) -> Result<Reply, AppError> + Send + 'static,
    ) -> Response {
        let Self { asked, body } = self;
        asked
            .answer(move |asked| {
                let fields = Fields::read(&body);
                let proven = |token: &Token| is_proven(&fields, token);
                let is_ours = asked.is_from_here() && asked.cookie().is_none_or(|(_, token)| proven(&token));
                if !is_ours {
                    return Ok(refused(asked));
                }
                on_desk(asked, |desk| work(desk, &fields))
            })
            .await
    }

    /// The fields and who asks, for forms before there is a session.
    pub(super) fn before_session(self) -> (Asked, Fields) {
        let fields = Fields::read(&self.body);
        (self.asked, fields)
    }
}

/// A form with a file.
pub struct Uploaded {
    asked: Asked,
    parts: Result<Parted, Response>,
}

/// The fields of a form with a file, and the file: its name and its bytes.
struct Parted {
    fields: Fields,
    file: Option<(String, Zeroizing<Vec<u8>>)>,
}

impl FromRequest<Arc<Workspace>> for Uploaded {
    type Rejection = std::convert::Infallible;

    async fn from_request(request: Request, workspace: &Arc<Workspace>) -> Result<Self, Self::Rejection> {
        let (head, body) = request.into_parts();
        let asked = Asked::of(&head, workspace);
        let multipart = Multipart::from_request(Request::from_parts(head, body), workspace).await;
        let parts = match multipart {
            Ok(multipart) => Parted::read(multipart).await.map_err(IntoResponse::into_response),
            Err(rejection) => Err(rejection.into_response()),
        };
        Ok(Self { asked, parts })
    }
}

impl Parted {
    async fn read(mut multipart: Multipart) -> Result<Self, MultipartError> {
        let (mut pairs, mut file) = (Vec::new(), None);
        while let Some(part) = multipart.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                Some(saved) => file = Some((saved, Zeroizing::new(part.bytes().await?.to_vec()))),
                None => pairs.push((name, part.text().await?)),
            }
        }
        Ok(Self { fields: Fields::of(pairs), file })
    }
}

impl Uploaded {
    /// Does what the form asks for, as [`Posted::answer`] does; the file is its name and its bytes.
    pub async fn answer(
        self,
        work: impl FnOnce(&Desk, &Fields, Option<(String, Zeroizing<Vec<u8>>)>) -> Result<Reply, AppError>
        + Send
        + 'static,
    ) -> Response {
        let Self { asked, parts } = self;
        let Parted { fields, file } = match parts {
            Ok(parts) => parts,
            Err(rejection) => return rejection,
        };
        asked
            .answer(move |asked| {
                let proven = |token: &Token| is_proven(&fields, token);
                if !asked.is_from_here() || !asked.cookie().is_none_or(|(_, token)| proven(&token)) {
                    return Ok(refused(asked));
                }
                on_desk(asked, |desk| work(desk, &fields, file))
            })
            .await
    }
}

/// A form that did not come from one of our pages.
pub(super) fn refused(asked: &Asked) -> Response {
    let texts = Texts::interface(asked.locale);
    let html = render_message(
        asked.locale,
        &texts,
        &texts.get("work-form-foreign"),
        &texts.get("work-form-foreign-remedy"),
    );
    page(StatusCode::FORBIDDEN, html)
}

fn respond(desk: &Desk, reply: Result<Reply, AppError>) -> Result<Response, AppError> {
    Ok(match reply {
        Ok(Reply::Page(html)) => page(StatusCode::OK, html),
        Ok(Reply::Again(html)) => page(StatusCode::UNPROCESSABLE_ENTITY, html),
        Ok(Reply::SeeOther(address)) => see_other(&address),
        Ok(Reply::File { bytes, content_type, saved_as }) => file(bytes, content_type, saved_as.as_deref()),
        Ok(Reply::NotFound) => nothing(desk),
        Err(error) => refusal(desk, error)?,
    })
}

/// What a user sees whose act was refused: a right that is missing and a thing that is not there look alike.
fn refusal(desk: &Desk, error: AppError) -> Result<Response, AppError> {
    match error {
        AppError::NoRight { .. }
        | AppError::NeedsUser { .. }
        | AppError::NoRecord(_)
        | AppError::NoDocument(_)
        | AppError::NoRelease(_)
        | AppError::Unknown { .. }
        | AppError::OtherPartner { .. } => Ok(nothing(desk)),
        error if matches!(error.class(), ErrorClass::Refused | ErrorClass::Input) => {
            let heading = desk.texts.get("work-refused");
            let sentence = format!("{error}. {}", error.help());
            Ok(page(
                StatusCode::CONFLICT,
                render_message(desk.locale, &desk.texts, &heading, sentence.trim()),
            ))
        }
        error => Err(error),
    }
}

fn nothing(desk: &Desk) -> Response {
    let (heading, remedy) = (desk.texts.get("not-found"), desk.texts.get("work-not-found-remedy"));
    page(StatusCode::NOT_FOUND, render_message(desk.locale, &desk.texts, &heading, &remedy))
}

pub(super) fn page(status: StatusCode, html: String) -> Response {
    let mark = (header::HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    (status, [kind, mark], html).into_response()
}

pub(super) fn see_other(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}

fn file(bytes: Vec<u8>, content_type: &'static str, saved_as: Option<&str>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, content_type)], bytes).into_response();
    if let Some(name) = saved_as {
        let plain: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' })
            .collect();
        let value = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\""))
            .expect("only plain characters are left");
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
