//! Out: releases and statements to pages and open data. Everything here is a function of a `Programme`, its issued
//! `Release`s and a language: same input, same bytes. Publish cannot reach a record, so it cannot leak one.

pub mod asset;
pub mod bundle;
mod fold;
pub mod links;
pub mod markdown;
pub mod number;
pub mod open_data;
pub mod plot;
pub mod site;
pub mod text;

#[cfg(test)]
mod fixture;
