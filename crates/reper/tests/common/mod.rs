//! Running the real binary. Each test uses a part of this.

#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs `reper` with arguments; English unless they say otherwise.
pub fn reper(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reper"))
        .args(arguments)
        .env("REPER_LANG", "en")
        .output()
        .expect("the binary runs")
}

/// Its exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

/// What went to stdout.
pub fn data(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// What went to stderr.
pub fn talk(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("output is UTF-8")
}

/// The repository's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}
