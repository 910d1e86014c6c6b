//! The demonstration of the programme in `programmes/bmm`, counted again from the bytes of its files by a counter that
//! shares no code with the generator.

#![expect(clippy::unwrap_used, reason = "a test may say where it stopped by panicking")]

mod cases;
mod counter;
mod figures;
mod lists;
mod mistakes;
mod papers;
mod people;
mod reference;
mod road;
mod small;
mod things;
