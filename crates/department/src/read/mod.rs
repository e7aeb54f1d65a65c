//! From files to a department: every fault of every text is reported, and nothing that could be read is lost.

mod again;
mod faults;

pub use faults::Faults;

use crate::files::Files;
use crate::model::{Department, FILES, OPTIONAL, tables_of};
use crate::text::{SyntaxFault, TableNode, parse, parse_apart};
use diag::{FileId, Finding, Source, Sources};

/// A file of a department is no longer than this many bytes.
pub const FILE_BYTES: usize = 64 << 20;
/// A department has no more elements than this.
pub const ELEMENTS: usize = 1_000_000;

/// A department and the faults of its texts.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What could be read.
    pub department: Department,
    /// What is wrong with the texts themselves; weights are given by [`check`](crate::check).
    pub faults: Vec<Finding>,
}

/// Reads all files.
pub fn read(files: &Files) -> Reading {
    // A table that stands in several pieces has no one piece that its places could count from.
    read_by(files, true).or_else(|| read_by(files, false)).unwrap_or_default()
}

/// Reads all files, each in pieces or as one; nothing where a table stands in more than one piece.
fn read_by(files: &Files, apart: bool) -> Option<Reading> {
    let mut department = Department::default();
    let mut list = Vec::new();
    let mut sources = Sources::default();
    for path in FILES {
        let content = files.get(path);
        let (source, bad) = source_of(path, content);
        let file = sources.add(source);
        let mut faults = Faults::new(&mut list, file);
        match content {
            None if OPTIONAL.contains(path) => {}
            None => faults.absent(path),
            Some(content) if content.len() > FILE_BYTES => faults.too_large(content.len()),
            Some(_) => {}
        }
        if let Some(at) = bad {
            faults.not_utf8(at);
        }
        let text = sources.get(file).text.clone();
        match apart {
            true => parse_apart(&text, |start, root, syntax| {
                faults.of_text(&text, start);
                faults.in_file(sources.add_piece(file, start));
                take(path, &root, syntax, &mut department, &mut faults);
            }),
            false => {
                faults.of_text(&text, 0);
                faults.in_file(sources.add_piece(file, 0));
                parse(&text, |root, syntax| take(path, &root, syntax, &mut department, &mut faults));
            }
        }
        if apart && (faults.split() || sources.pieces().len() > ELEMENTS) {
            return None;
        }
    }
    for path in files.by_path.keys().filter(|path| is_stray(path)) {
        let file = sources.add(Source::new(path.as_str(), ""));
        Faults::new(&mut list, file).stray(path);
    }
    let names = department.names();
    department.resolve(&names, &mut Faults::new(&mut list, FileId::default()));
    if department.len() > ELEMENTS {
        Faults::new(&mut list, FileId::default()).too_many(department.len());
    }
    list.iter_mut().for_each(|fault| fault.settle(&sources));
    department.sources = sources;
    Some(Reading { department, faults: list })
}

/// Whether a file looks like one of a department and is none.
fn is_stray(path: &str) -> bool {
    path.ends_with(".toml") && !FILES.contains(&path)
}

/// A file's text as far as it can be shown, and the offset of the first byte that is not UTF-8.
fn source_of(path: &str, content: Option<&[u8]>) -> (Source, Option<usize>) {
    match content {
        None => (Source::absent(path), None),
        Some(content) if content.len() > FILE_BYTES => (Source::new(path, ""), None),
        Some(content) => match std::str::from_utf8(content) {
            Ok(text) => (Source::new(path, text), None),
            Err(error) => (Source::new(path, &*String::from_utf8_lossy(content)), Some(error.valid_up_to())),
        },
    }
}

fn take(
    path: &str,
    root: &TableNode<'_>,
    syntax: Vec<SyntaxFault>,
    department: &mut Department,
    faults: &mut Faults<'_>,
) {
    for fault in syntax {
        match fault {
            SyntaxFault::Syntax(at, detail) => faults.syntax(at, &detail),
            SyntaxFault::Duplicate(at, key, first) => faults.duplicate(at, &key, first),
            SyntaxFault::TooDeep(at) => faults.too_deep(at),
        }
    }
    for (key, node) in &root.entries {
        if !department.take(path, key, node, faults) {
            faults.unknown_table(key, path, tables_of(path));
        }
    }
}
