//! `cargo xtask bench check`: what a check costs, and how the cost grows.

use crate::tools::{cargo, output, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Elements of the generated departments.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 200_000];
/// Runs for each; the middle one counts.
const RUNS: usize = 7;

/// CPU seconds (user and system, all threads) of `reper check` on generated departments.
pub fn check() -> Result<()> {
    // The typesetter takes no part in a check and would make this build three times as long.
    run(&cargo(), &["build", "--release", "--package", "reper", "--no-default-features"])?;
    println!("elements      MB   CPU ms (median)   least    us per element   against the size before");
    let mut before: Option<(f64, f64)> = None;
    for size in SIZES {
        let (folder, bytes) = generate(size)?;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            times.push(cpu(&folder)?);
        }
        times.sort_by(f64::total_cmp);
        let (least, median) = (times[0], times[RUNS / 2]);
        let growth = before.map_or("—".to_owned(), |(elements, time)| {
            format!("{:.1}x elements, {:.1}x time", size as f64 / elements, median / time)
        });
        println!(
            "{size:8}  {:6.1}   {:15.1}  {:6.1}   {:15.2}    {growth}",
            bytes as f64 / 1e6,
            median * 1e3,
            least * 1e3,
            median * 1e6 / size as f64,
        );
        before = Some((size as f64, median));
    }
    Ok(())
}

fn generate(size: usize) -> Result<(PathBuf, usize)> {
    let folder = Path::new("target/bench").join(size.to_string());
    fs::create_dir_all(&folder)?;
    let mut bytes = 0;
    for (path, text) in demo::generated(size, 1) {
        bytes += text.len();
        fs::write(folder.join(path), text)?;
    }
    Ok((folder, bytes))
}

/// User and system time of one check, in seconds, as the shell's `time` tells it.
fn cpu(folder: &Path) -> Result<f64> {
    let line = format!(
        "TIMEFORMAT='%3U %3S'; time ./target/release/reper check {} --format json --today 2026-11-23 >/dev/null 2>&1",
        folder.display()
    );
    let told = output("bash", &["-c", &format!("{{ {line} ; }} 2>&1; true")])?;
    let mut parts = told.split_whitespace().map(str::parse::<f64>);
    let mut next = || parts.next().context("the shell told no time")?.context(told.clone());
    Ok(next()? + next()?)
}
