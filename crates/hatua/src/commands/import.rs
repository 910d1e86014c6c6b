//! `hatua import`: files become records; what can't become one is kept aside with its reason.

use std::path::Path;

use hatua_app::AppError;
use hatua_app::permit::ImportRecords;
use hatua_app::receive::{ImportMode, ImportReport, SentFile};
use hatua_core::limits::FILE_BYTES_MAX;

use crate::arguments::{ImportArguments, Place};
use crate::failure::{FOUND, Failure, INPUT};
use crate::output::{Output, progress};
use crate::session;

/// Imports each file in turn; exit code 1 where a row was kept aside.
pub fn run(place: &Place, out: Output, import: &ImportArguments) -> Result<u8, Failure> {
    let mode = match (import.dry_run, import.all_or_nothing) {
        (true, _) => ImportMode::DryRun,
        (false, true) => ImportMode::AllOrNothing,
        (false, false) => ImportMode::GoodRows,
    };
    let acts = if import.dry_run {
        session::reading_with_keys(place)?
    } else {
        session::writing(place, "hatua import")?
    };
    let permit = acts.permit::<ImportRecords>(place.user.as_ref())?;
    let bar = progress(import.files.len() as u64, "importing");
    let mut has_kept_aside = false;
    for path in &import.files {
        let bytes = read_file(path)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let sent =
            SentFile { register: &import.register, partner: &import.partner, name: &name, bytes: &bytes };
        let report = match acts.import(&permit, &sent, mode) {
            Ok(report) => report,
            Err(error) => return Err(unreadable(out, &name, error)?.at(path.display().to_string())),
        };
        has_kept_aside |= report.kept_aside > 0;
        bar.inc(1);
        bar.suspend(|| out.item(&report, || words(&report, mode)))?;
    }
    bar.finish_and_clear();
    Ok(if has_kept_aside { FOUND } else { 0 })
}

/// The failure of a whole file; its problems are a result too, for programs.
fn unreadable(out: Output, name: &str, error: AppError) -> Result<Failure, Failure> {
    if let AppError::Sheet { cause, .. } = &error {
        out.for_programs(&ImportReport::of_unreadable(name, cause))?;
    }
    Ok(Failure::from(error))
}

fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(
            INPUT,
            format!("the file can't be read: {error}"),
            path.display().to_string(),
            "check the path and its rights",
        )
    };
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > FILE_BYTES_MAX {
        let limit = FILE_BYTES_MAX / 1024 / 1024;
        return Err(Failure::new(
            INPUT,
            format!("the file has {size} bytes, more than {limit} MB"),
            path.display().to_string(),
            "send it in parts",
        ));
    }
    std::fs::read(path).map_err(failed)
}

fn words(report: &ImportReport, mode: ImportMode) -> String {
    let mut lines = vec![format!(
        "{}: {} rows read = {} imported + {} imported with notes + {} kept aside + {} unchanged",
        report.file,
        report.read,
        report.imported,
        report.imported_with_notes,
        report.kept_aside,
        report.unchanged
    )];
    for problem in &report.problems {
        let sheet = problem.sheet.as_ref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
        let cell = problem.cell.as_deref().unwrap_or("file");
        let value = problem.value.as_ref().map(|value| format!(" (`{value}`)")).unwrap_or_default();
        lines.push(format!("  {sheet}{cell}: {}{value} [{}]", problem.message, problem.code));
    }
    for note in &report.notes {
        let row = note.row.map(|row| format!("row {row}: ")).unwrap_or_default();
        lines.push(format!("  note: {row}{}", note.message));
    }
    let rows = |count: u64| if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
    for taken_in in &report.taken_in {
        lines.push(format!(
            "  {} of `{}` that waited for this list {}",
            rows(taken_in.rows),
            taken_in.register,
            if mode == ImportMode::DryRun { "would be taken in" } else { "taken in" }
        ));
    }
    for waiting in &report.waiting {
        lines.push(format!(
            "  {} kept aside until the list of `{}` comes",
            rows(waiting.rows),
            waiting.register
        ));
    }
    let end = match (report.written, mode) {
        (_, ImportMode::DryRun) => "  dry run: nothing was written",
        (false, ImportMode::AllOrNothing) if report.kept_aside > 0 => {
            "  nothing was taken: --all-or-nothing, and rows have problems"
        }
        (false, _) => "  nothing was written: this very file came before, and nothing of it is new",
        (true, _) if report.kept_aside > 0 => {
            "  the rows with problems are kept aside; mend them and send the file again"
        }
        (true, _) => "  done",
    };
    lines.push(end.to_owned());
    lines.join("\n")
}
