//! `hatua user`: who acts. On the command line a user is named with `--as`; in the browser users sign in.

use hatua_app::Acts;
use hatua_app::permit::{Permit, RunProgramme};
use hatua_app::programme::NewUser;
use hatua_core::access::User;
use hatua_core::id::UserEmail;
use serde_json::{Value, json};

use crate::arguments::{Place, UserCommand};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Adds a user, or lists them.
pub fn run(place: &Place, out: Output, command: &UserCommand) -> Result<u8, Failure> {
    match command {
        UserCommand::Add { email, name, role, organisation, partner, country } => {
            let acts = session::writing(place, "hatua user add")?;
            let permit = acts.permit::<RunProgramme>(place.user.as_ref())?;
            let new = NewUser {
                email: email.clone(),
                name: name.clone(),
                role: *role,
                organisation: organisation.clone(),
                partner: partner.clone(),
                country: country.clone(),
            };
            acts.add_user(&permit, &new)?;
            let address = invitation(&acts, &permit, email)?;
            out.item(&json!({ "email": email, "role": role, "invitation": address }), || {
                format!("{email} added; to set a password: {address}")
            })?;
        }
        UserCommand::Reset { email } => {
            let acts = session::writing(place, "hatua user reset")?;
            let permit = acts.permit::<RunProgramme>(place.user.as_ref())?;
            let address = invitation(&acts, &permit, email)?;
            out.item(&json!({ "email": email, "invitation": address }), || {
                format!("{email} can come in no more until a new password is set: {address}")
            })?;
        }
        UserCommand::List => {
            let acts = session::reading_with_keys(place)?;
            let permit = acts.permit::<RunProgramme>(place.user.as_ref())?;
            for user in acts.users(&permit)? {
                out.item(&object(&user), || words(&user))?;
            }
        }
    }
    Ok(0)
}

/// The path of a new invitation's page. It is printed once; only its digest is kept.
fn invitation(acts: &Acts, permit: &Permit<RunProgramme>, email: &UserEmail) -> Result<String, Failure> {
    let code = acts.invite(permit, email)?;
    Ok(format!("/w/invitation/{}/{}", acts.programme_id(), code.to_text()))
}

/// A user in a list, as JSON.
pub fn object(user: &User) -> Value {
    json!({
        "email": user.email,
        "role": user.role,
        "organisation": user.organisation,
        "partner": user.partner,
        "country": user.country,
    })
}

/// A user in a list, in words.
pub fn words(user: &User) -> String {
    let role = user.role.as_str().replace('_', " ");
    let partner = user.partner.as_ref().map(|partner| format!(", for partner {partner}")).unwrap_or_default();
    format!("{}: {role}, {}{partner}", user.email, user.organisation)
}
