//! Reports are made, one after the other.

use super::langs;
use crate::exchange::Export;
use crate::{AppError, Format, Printer, View, Workspace, control_report, events, render, workbook};
use jiff::civil::Date;
use locale::{Lang, t};
use serde_json::json;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Report;

/// How often it is looked whether anything is due.
const EVERY: Duration = Duration::from_secs(60);

/// How far a report has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// So many steps are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
    /// The step that is being done.
    pub doing: Doing,
}

/// What is being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// The figures of the day are judged.
    Judging,
    /// A file is written.
    Writing(String),
}

/// The report that is being made.
#[derive(Debug, Default)]
pub(super) struct Making(Mutex<Option<(u64, Progress)>>);

impl Making {
    pub fn of(&self, id: u64) -> Option<Progress> {
        let making = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        making.as_ref().filter(|(own, _)| *own == id).map(|(_, progress)| progress.clone())
    }

    fn tell(&self, now: Option<(u64, Progress)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

/// The forms of a report, by their endings: those of documents, and a workbook of its tables.
pub const FORMS: [&str; 4] = ["pdf", "docx", "xlsx", "html"];

/// Asks for what is due and makes what was asked for, until it is stopped. A report that was cut off is made again.
pub async fn keep_reporting(workspace: Arc<Workspace>, printer: Arc<dyn Printer>) {
    loop {
        if let Err(error) = workspace.report_when_due().await {
            eprintln!("no report is asked for: {error}");
        }
        if let Err(error) = workspace.make_reports(&printer).await {
            eprintln!("no report is made: {error}");
        }
        let _ = tokio::time::timeout(EVERY, workspace.reporting.asked.notified()).await;
    }
}

impl Workspace {
    /// Makes all reports that were asked for, the first first, and tells how many.
    pub async fn make_reports(&self, printer: &Arc<dyn Printer>) -> Result<usize, AppError> {
        let mut made = 0;
        while let Some(report) = self.store().asked_report().await? {
            let lang = self.view().await?.language();
            let done = self.make(&report, printer).await;
            self.reporting.making.tell(None);
            let (revision, files, problem) = match done {
                Ok((revision, files)) => (revision, files, String::new()),
                Err(error) => {
                    eprintln!("report {} could not be made: {error}", report.id);
                    (0, Vec::new(), t!(lang, "reports-failed"))
                }
            };
            let at = self.clock().instant();
            // Of what was removed meanwhile, or ended by another server, nobody is told.
            if !self.store().end_report(report.id, &at, revision, &problem, &files).await? {
                continue;
            }
            let names: Vec<&String> = files.iter().map(|(name, _)| name).collect();
            let body = json!({
                "event": "report", "report": report.id, "on": report.on.to_string(), "by": report.act.by, "at": at,
                "files": names, "problem": problem,
            });
            events::queue(self.store(), "report", &body, &report.act).await?;
            made += 1;
        }
        Ok(made)
    }

    async fn make(
        &self,
        report: &Report,
        printer: &Arc<dyn Printer>,
    ) -> anyhow::Result<(u64, Vec<(String, Vec<u8>)>)> {
        let langs = langs(&report.langs);
        let of = 1 + langs.len() * FORMS.len();
        let tell = |done, doing| {
            self.reporting.making.tell(Some((report.id, Progress { done, of, doing })));
        };
        tell(0, Doing::Judging);
        let view = self.view_on(report.on).await?;
        let mut files = Vec::new();
        for lang in langs {
            for form in FORMS {
                let name = name(report.on, lang, form);
                tell(1 + files.len(), Doing::Writing(name.clone()));
                let (view, printer) = (Arc::clone(&view), Arc::clone(printer));
                let work = move || file(&view, lang, form, &*printer);
                files.push((name, tokio::task::spawn_blocking(work).await??));
            }
        }
        Ok((view.revision, files))
    }
}

/// The name of a report's file: `control.2026-10-31.ru.pdf`.
pub fn name(on: Date, lang: Lang, form: &str) -> String {
    format!("control.{on}.{lang}.{form}")
}

/// The control report of a department as it stands, in one of [`FORMS`].
pub fn file(view: &View, lang: Lang, form: &str, printer: &dyn Printer) -> anyhow::Result<Vec<u8>> {
    let document = control_report(view, lang);
    match Format::of(form) {
        Some(format) => Ok(render(&document, format, printer)?.content),
        None => workbook(&document, view.today),
    }
}

/// The media type of one of [`FORMS`].
pub fn media_type(form: &str) -> &'static str {
    Format::of(form).map_or(Export::Xlsx.media_type(), Format::media_type)
}
