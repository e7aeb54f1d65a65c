//! The server that is measured.

use crate::tools::{cargo, run};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The binary.
pub const SERVER: &str = "target/release/reper";
/// The password of every user.
pub const PASSWORD: &str = "measure-the-desk-2026";

/// Builds the binary; the typesetter takes no part in what is measured and would make this three times as long.
pub fn build() -> Result<()> {
    run(&cargo(), &["build", "--release", "--package", "reper", "--no-default-features"])
}

/// The real binary over a folder.
pub struct Server {
    /// Its process.
    pub child: Child,
    /// Host and port.
    pub address: String,
}

impl Server {
    /// Serves a folder on any free port to so many users: `user0`, `user1` …
    pub fn start(folder: &Path, users: u32) -> Result<Self> {
        let data = folder.to_string_lossy();
        for user in 0..users {
            let login = format!("user{user}");
            let arguments =
                ["user", "add", &login, "--role", "strategist", "--password-stdin", "--data", &data];
            let mut added =
                Command::new(SERVER).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
            writeln!(added.stdin.take().context("no input")?, "{PASSWORD}")?;
            if !added.wait()?.success() {
                bail!("the user was not added");
            }
        }
        let arguments = ["serve", "--listen", "127.0.0.1:0", "--today", "2026-11-23", "--data", &data];
        let mut child = Command::new(SERVER).args(arguments).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut line)?;
        let address = line.trim().strip_prefix("http://").context("no address")?.to_owned();
        Ok(Server { child, address })
    }

    /// The most memory that it has held, in megabytes, as the kernel tells it.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most.and_then(|most| most.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
    }
}
