//! The first page: what waits for this user.

use askama::Template;
use axum::response::Response;
use hatua_app::AppError;

use super::desk::{Desk, Reply, Signed};
use super::gate::to_today;
use super::shell::Shell;

/// `GET /w`
pub async fn get_start(signed: Signed) -> Response {
    signed.answer(|desk| Ok(to_today(desk))).await
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    lead: String,
}

/// `GET /w/today`
pub async fn get_today(signed: Signed) -> Response {
    signed.answer(render).await
}

fn render(desk: &Desk) -> Result<Reply, AppError> {
    let texts = &desk.texts;
    let day = texts.numbers.date(desk.acts.today());
    let releases = desk.acts.releases()?;
    let lead = match releases.last() {
        Some(last) => texts.get_args(
            "work-today-lead",
            &[("day", (&day).into()), ("release", (&texts.numbers.release(last.id)).into())],
        ),
        None => day,
    };
    let page = TodayPage { shell: desk.shell(&texts.get("work-menu-today")), lead };
    Ok(Reply::Page(page.render().expect("a page of ready strings always renders")))
}
