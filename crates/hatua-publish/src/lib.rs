//! Out: pages, plots and open data as functions of a programme's issued releases, its statements and a locale. Same
//! input, same bytes.

pub mod plot;
