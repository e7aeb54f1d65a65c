//! What comes from npm: the stylesheet and the editor of the pages, and for the stories the browser's driver, axe-core and
//! an identity provider.

use crate::tools::{has, run};
use anyhow::{Context, Result};
use serde_json::Value;
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
    let wanted = fs::read_to_string("package-lock.json").context("package-lock.json is not there")?;
    let installed = fs::read_to_string("node_modules/.package-lock.json").unwrap_or_default();
    if lacking(&wanted, &installed).is_none() {
        return Ok(());
    }
    run("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
}

/// The first package of a lock file that is not installed, or in another version, or whose folder is gone. What is
/// optional may be missing: it is for other systems.
fn lacking(wanted: &str, installed: &str) -> Option<String> {
    let read = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (wanted, installed) = (read(wanted), read(installed));
    let Some(packages) = wanted["packages"].as_object() else { return Some("package-lock.json".to_owned()) };
    let named = packages.iter().filter(|(path, package)| !path.is_empty() && package["optional"] != true);
    let here = |path: &str, package: &Value| {
        installed["packages"][path]["version"] == package["version"] && Path::new(path).is_dir()
    };
    named.filter(|(path, package)| !here(path, package)).map(|(path, _)| path.clone()).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock file with one package; the folder `src` stands for one that is there.
    fn lock(path: &str, rest: &str) -> String {
        format!(r#"{{"packages": {{"": {{}}, "{path}": {{"version": "1.0.0"{rest}}}}}}}"#)
    }

    #[test]
    fn a_package_that_is_not_installed_is_noticed() {
        let wanted = lock("src", "");
        assert_eq!(lacking(&wanted, &wanted), None);
        assert_eq!(lacking(&wanted, "").as_deref(), Some("src"), "nothing was installed");
        assert_eq!(lacking(&wanted, &wanted.replace("1.0.0", "1.0.1")).as_deref(), Some("src"));
        let gone = lock("node_modules/gone", "");
        assert_eq!(lacking(&gone, &gone).as_deref(), Some("node_modules/gone"), "its folder was removed");
        assert_eq!(lacking(&lock("node_modules/other", r#", "optional": true"#), ""), None);
        assert!(lacking("", "").is_some());
    }
}
