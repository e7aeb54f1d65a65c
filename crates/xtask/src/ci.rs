//! `cargo ci`: everything that must pass.

use crate::assets;
use crate::tools::{cargo, has, in_environment, output, quiet, run as step};
use anyhow::{Context, Result};
use std::path::Path;
use std::time::Instant;

/// What has clippy stand in the compiler's place, and warnings be errors.
const LINTED: [(&str, &str); 2] = [
    ("RUSTC_WORKSPACE_WRAPPER", "clippy-driver"),
    ("CLIPPY_ARGS", "--deny__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__"),
];

/// Format, lints, licences, tests and the browser's stories, in the order in which they fail soonest.
pub fn run() -> Result<()> {
    let cargo = cargo();
    let began = Instant::now();
    let done = |what: &str| eprintln!("✓ {what} ({} s so far)", began.elapsed().as_secs());
    format()?;
    done("format");
    assets::bring()?;
    done("assets");
    licences(&cargo)?;
    done("licences");
    let tests: &[&str] = match has(&cargo, "nextest") || has("cargo-nextest", "--version") {
        true => &["nextest", "run", "--workspace", "--all-targets"],
        false => &["test", "--workspace", "--all-targets"],
    };
    linted(&[tests, &["--no-run"]].concat())?;
    done("lints");
    linted(tests)?;
    linted(&["test", "--workspace", "--doc"])?;
    done("tests");
    story()?;
    done("stories");
    Ok(())
}

/// Runs cargo with clippy in the compiler's place for our own crates, as `cargo clippy` does it: what is linted is built by the
/// same pass, and the libraries below it are compiled once instead of twice.
fn linted(arguments: &[&str]) -> Result<()> {
    let cargo = cargo();
    eprintln!("· {cargo} {} (with clippy)", arguments.join(" "));
    in_environment(&cargo, arguments, &LINTED)
}

/// Every source file; `cargo fmt` alone does not see the rules, whose modules a macro declares.
fn format() -> Result<()> {
    let files = output("git", &["ls-files", "*.rs"])?;
    let mut arguments = vec!["--check", "--edition", "2024"];
    arguments.extend(files.lines());
    quiet("rustfmt", &arguments)
}

/// Licences, bans and sources of all dependencies.
fn licences(cargo: &str) -> Result<()> {
    if !has("cargo-deny", "--version") {
        step(cargo, &["install", "--locked", "--debug", "cargo-deny"])?;
    }
    // Advisories come from a database on the network, which a build must not depend on.
    step("cargo-deny", &["--all-features", "check", "bans", "licenses", "sources"])
}

/// The stories that a browser plays against the real binary.
pub fn story() -> Result<()> {
    if !Path::new("/usr/bin/chromium").exists() {
        step("apt-get", &["update", "-qq"])?;
        step("apt-get", &["install", "-y", "-qq", "chromium"])
            .context("the stories need Debian's chromium; install it as root")?;
    }
    assets::packages()?;
    linted(&["build", "--package", "reper"])?;
    step("node", &["--test", "--test-reporter=spec", "stories/"])
}
