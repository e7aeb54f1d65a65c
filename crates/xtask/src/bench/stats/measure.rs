//! One run of a program: its time and its memory.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// What a run took.
pub struct Measured {
    /// Seconds from start to end.
    pub wall: f64,
    /// Seconds of all cores, the system's too.
    pub cpu: f64,
    /// Kilobytes that were held at most.
    pub most: u64,
    /// Seconds of counting alone, where the program tells them in the last line but GNU time's on stderr.
    pub counting: Option<f64>,
}

/// Runs a line under GNU time.
pub fn measure(line: &[String]) -> Result<Measured> {
    let done = Command::new("time")
        .args(["-f", "%e %U %S %M"])
        .args(line)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .context("GNU time is needed (apt install time)")?;
    let told = String::from_utf8_lossy(&done.stderr);
    if !done.status.success() {
        bail!("{}: {told}", line.join(" "));
    }
    let mut lines = told.lines().rev();
    let figures = lines.next().unwrap_or_default();
    let figures: Vec<f64> = figures.split_whitespace().map_while(|word| word.parse().ok()).collect();
    let [wall, user, system, most] = figures[..] else { bail!("GNU time told: {told}") };
    let counting = lines.next().and_then(|line| line.trim().parse().ok());
    Ok(Measured { wall, cpu: user + system, most: most as u64, counting })
}
