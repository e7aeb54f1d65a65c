//! What comes from npm: the stylesheet and the editor of the pages, and for the stories the browser's driver and axe-core.

use crate::tools::{has, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const FROM: &str = "node_modules/@tabler/core/dist/css/tabler.min.css";
const STYLE: &str = "crates/web/assets/vendor/tabler.min.css";
const EDITOR: &str = "crates/web/assets/vendor/editor.js";
const EDITOR_SOURCE: &str = "crates/web/editor/main.js";

/// Brings Tabler's stylesheet and the editor to where the pages are built from; false, aloud, where there is no Node.
/// The pages work without them.
pub fn bring() -> Result<bool> {
    if Path::new(STYLE).exists() && newer(EDITOR, EDITOR_SOURCE) && newer(EDITOR, "package-lock.json") {
        return Ok(true);
    }
    if !has("npm", "--version") {
        eprintln!(
            "Node is not installed: the pages go without Tabler's stylesheet and the editor. Install Node and run this again."
        );
        return Ok(false);
    }
    packages()?;
    fs::create_dir_all("crates/web/assets/vendor")?;
    fs::copy(FROM, STYLE).with_context(|| format!("{FROM} is not there"))?;
    let to = format!("--outfile={EDITOR}");
    let bundle = ["--bundle", "--minify", "--format=esm", "--log-level=warning", "--legal-comments=inline"];
    run("node_modules/.bin/esbuild", &[&[EDITOR_SOURCE, &to], &bundle[..]].concat())?;
    Ok(true)
}

/// Whether what was made is there and not older than what it was made of.
fn newer(made: &str, of: &str) -> bool {
    let changed = |path| fs::metadata(path).and_then(|data| data.modified()).ok();
    changed(made).zip(changed(of)).is_some_and(|(made, of)| made >= of)
}

/// Installs the packages of `package.json` as its lock file says, where that has not been done.
pub fn packages() -> Result<()> {
    if newer("node_modules/.package-lock.json", "package-lock.json") {
        return Ok(());
    }
    run("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
}
