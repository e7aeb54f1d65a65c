//! `cargo xtask api`: schemathesis asks the running binary all that its description lets it ask.

use crate::tools::{cargo, has, output, root, run};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Stops the server when the work is done, however it ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Installs schemathesis beside the build, starts the demo in a new folder and asks it.
pub fn run_api(more: &[&str]) -> Result<()> {
    let home = root().join("target/schemathesis");
    let tool = home.join("bin/schemathesis").display().to_string();
    if !has(&tool, "--version") {
        run("python3", &["-m", "venv", &home.display().to_string()])?;
        run(&home.join("bin/pip").display().to_string(), &["install", "--quiet", "schemathesis"])?;
    }
    let binary = match std::env::var("REPER") {
        Ok(binary) => binary,
        Err(_) => {
            run(&cargo(), &["build", "--package", "reper"])?;
            root().join("target/debug/reper").display().to_string()
        }
    };
    let folder = home.join("department").display().to_string();
    let _ = std::fs::remove_dir_all(&folder);
    output(&binary, &["init", &folder, "--demo", "en"])?;
    output(&binary, &["user", "add", "robot", "--role", "administrator", "--data", &folder])?;
    let scopes = "own,read,comment,edit,propose,approve,measure,analyse,administer";
    let key = output(&binary, &["user", "key", "robot", "--scope", scopes, "--data", &folder])?;
    let (_server, address) = start(&binary, &folder)?;
    let key = key.trim();
    let (header, schema) = (format!("Authorization: Bearer {key}"), format!("{address}/api/openapi.json"));
    let mut arguments = vec![
        "run",
        &schema,
        "--header",
        &header,
        "--checks",
        "not_a_server_error",
        // The key that asks would end itself.
        "--exclude-path",
        "/api/v1/keys/{id}",
    ];
    arguments.extend(more);
    run(&tool, &arguments)
}

fn start(binary: &str, folder: &str) -> Result<(Server, String)> {
    let mut child = Command::new(binary)
        .args(["serve", "--listen", "127.0.0.1:0", "--lang", "en", "--data", folder])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{binary} cannot be started"))?;
    let out = child.stdout.take().context("its output is piped")?;
    let server = Server(child);
    let address = BufReader::new(out).lines().map_while(Result::ok).find(|line| line.starts_with("http://"));
    Ok((server, address.context("the server has not told its address")?.trim().to_owned()))
}
