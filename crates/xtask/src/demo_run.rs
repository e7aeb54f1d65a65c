//! `cargo demo`: from a fresh clone to a running page.

use crate::assets;
use crate::tools;
use anyhow::Result;

/// Brings the stylesheet where Node is there, builds, and serves the demo.
pub fn run(arguments: &[&str]) -> Result<()> {
    if let Err(error) = assets::bring() {
        eprintln!("The pages go without Tabler's stylesheet: {error:#}");
    }
    let mut all = vec!["run", "--package", "reper", "--", "demo"];
    all.extend(arguments);
    tools::run(&tools::cargo(), &all)
}
