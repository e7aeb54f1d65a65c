//! `cargo ci`: everything that must pass.

use crate::assets;
use crate::tools::{cargo, has, output, quiet, run as step};
use anyhow::{Context, Result};
use std::path::Path;
use std::time::Instant;

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
    step(&cargo, &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    done("lints");
    match has(&cargo, "nextest") || has("cargo-nextest", "--version") {
        true => step(&cargo, &["nextest", "run", "--workspace"])?,
        false => step(&cargo, &["test", "--workspace", "--all-targets"])?,
    }
    step(&cargo, &["test", "--workspace", "--doc"])?;
    done("tests");
    story()?;
    done("stories");
    Ok(())
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
    step(&cargo(), &["build", "--package", "reper"])?;
    step("node", &["--test", "--test-reporter=spec", "stories/"])
}
