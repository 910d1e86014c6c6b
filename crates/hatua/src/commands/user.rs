//! `hatua user`: who acts. Before there is sign-in a user is named with `--as`.

use hatua_app::permit::RunProgramme;
use hatua_app::programme::NewUser;
use hatua_core::access::User;
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
            out.item(&json!({ "email": email, "role": role }), || format!("{email} added"))?;
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

fn words(user: &User) -> String {
    let role = user.role.as_str().replace('_', " ");
    let partner = user.partner.as_ref().map(|partner| format!(", for partner {partner}")).unwrap_or_default();
    format!("{}: {role}, {}{partner}", user.email, user.organisation)
}
