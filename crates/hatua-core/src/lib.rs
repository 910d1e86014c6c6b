//! The rules of Hatua: plain functions over plain data, in the order of the road
//! `record -> verify -> identity -> count -> withhold -> release`.
//!
//! Core does no IO, reads no clock, draws no random number, holds no lock and is not async: what it needs,
//! it is given. Each module's output type is the only thing that the next module accepts.

pub mod access;
pub mod calendar;
pub mod id;
pub mod ledger;
pub mod limits;
pub mod period;
pub mod programme;
pub mod reason;
pub mod statement;

pub mod count;
pub mod identity;
pub mod record;
pub mod release;
pub mod verify;
pub mod withhold;
