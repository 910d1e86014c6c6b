//! The demonstration: a recipe folder in, a whole programme's life out. The recipe says how many people came to which
//! event, who handed in what on which day, who checked and who signed; from it come the partners' own files and every
//! act of every person, dated. All of it is invented, and the same recipe gives the same bytes on every machine.
//!
//! Nothing here names a programme, a country, a partner, a column or an indicator: they stand in the recipe.

mod allot;
mod births;
mod cards;
mod cells;
mod checks;
mod demonstration;
mod draw;
mod error;
mod evidence;
mod files;
mod filling;
mod generate;
mod names;
mod pairs;
mod pdf;
mod people;
mod recipe;
mod rows;
mod schedule;
mod seating;
mod sheet;
mod sheets;
mod targets;
mod units;

pub use demonstration::{DatedAct, DemoAct, DemoDocument, DemoFile, DemoUser, Demonstration, OwnUnit};
pub use error::DemoError;
pub use generate::generate;
