//! Who is compared: our binary, a Python environment beside the build, R where it is there.

use super::cases::Case;
use crate::tools::{cargo, has, root, run};
use anyhow::Result;

const PACKAGES: [&str; 8] =
    ["numpy", "scipy", "pyarrow", "polars", "statsmodels", "scikit-learn", "fastcluster", "setuptools"];

/// Who is compared.
pub struct Tools {
    reper: String,
    python: String,
    scripts: String,
    r: bool,
}

impl Tools {
    /// Builds ours for release; installs the others.
    pub fn bring() -> Result<Self> {
        let reper = match std::env::var("REPER") {
            Ok(reper) => reper,
            Err(_) => {
                run(&cargo(), &["build", "--release", "--package", "reper"])?;
                root().join("target/release/reper").display().to_string()
            }
        };
        let home = root().join("target/bench/python");
        let python = home.join("bin/python").display().to_string();
        if !has(&python, "--version") {
            run("python3", &["-m", "venv", &home.display().to_string()])?;
            let pip = home.join("bin/pip").display().to_string();
            run(&pip, &[&["install", "--quiet"], &PACKAGES[..]].concat())?;
        }
        let r = has("Rscript", "--version");
        if !r {
            eprintln!("R is not there; it is left out");
        }
        let scripts = root().join("crates/xtask/src/bench/stats").display().to_string();
        Ok(Tools { reper, python, scripts, r })
    }

    /// Writes the files, those that are not there yet.
    pub fn make(&self, folder: &str, scale: f64) -> Result<()> {
        run(&self.python, &[&format!("{}/peers.py", self.scripts), "make", folder, &scale.to_string()])
    }

    /// Writes a file of so many rows, and one of 2,000,000.
    pub fn make_long(&self, folder: &str, rows: u64) -> Result<()> {
        run(&self.python, &[&format!("{}/peers.py", self.scripts), "long", folder, &rows.to_string()])
    }

    /// Our own line.
    pub fn ours(&self, file: &str, words: &[&str]) -> Vec<String> {
        let [family, rest @ ..] = words else { return Vec::new() };
        [self.reper.as_str(), "stats", family, file]
            .iter()
            .chain(rest)
            .map(|word| (*word).to_owned())
            .collect()
    }

    /// Each who does a case, with the line that is run; ours first.
    pub fn lines(&self, case: &Case, file: &str) -> Vec<(String, Vec<String>)> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let mut lines = vec![("reper".to_owned(), self.ours(file, case.ours))];
        let script = format!("{}/peers.py", self.scripts);
        lines.extend(case.python.iter().map(|tool| {
            ((*tool).to_owned(), owned(&[self.python.as_str(), &script, case.name, tool, file]))
        }));
        if case.r && self.r {
            let script = format!("{}/peers.R", self.scripts);
            let (doubles, width) = (file.replace(".parquet", ".doubles"), case.width.to_string());
            lines.push(("R".to_owned(), owned(&["Rscript", &script, case.name, &doubles, &width])));
        }
        lines
    }
}
