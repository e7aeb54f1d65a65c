//! What comes from npm: the stylesheet of the pages, and for the stories the browser's driver and axe-core.

use crate::tools::{has, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const FROM: &str = "node_modules/@tabler/core/dist/css/tabler.min.css";
const TO: &str = "crates/web/assets/vendor/tabler.min.css";

/// Brings Tabler's stylesheet to where the pages are built from; false, aloud, where there is no Node. The
/// pages work without it.
pub fn bring() -> Result<bool> {
    if Path::new(TO).exists() {
        return Ok(true);
    }
    if !has("npm", "--version") {
        eprintln!(
            "Node is not installed: the pages go without Tabler's stylesheet. Install Node and run this again."
        );
        return Ok(false);
    }
    packages()?;
    fs::create_dir_all("crates/web/assets/vendor")?;
    fs::copy(FROM, TO).with_context(|| format!("{FROM} is not there"))?;
    Ok(true)
}

/// Installs the packages of `package.json` as its lock file says.
pub fn packages() -> Result<()> {
    let needed = [FROM, "node_modules/playwright-core", "node_modules/axe-core"];
    if needed.iter().all(|path| Path::new(path).exists()) {
        return Ok(());
    }
    run("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
}
