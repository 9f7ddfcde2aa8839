//! The cellar on both engines: what holds on one holds on the other.

mod chain;
mod errors;
mod jobs;
mod live;
mod migrations;
mod patience;
mod readers;
mod sql;
mod tls;
mod transactions;
