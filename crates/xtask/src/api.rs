//! `cargo xtask api`: schemathesis asks the running binary all that its description lets it ask.

use crate::tools::{cargo, has, output, root, run};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
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
    let folder = home.join("department");
    let _ = std::fs::remove_dir_all(&folder);
    let (_server, address) = start(&binary, &folder)?;
    let key = key(&address)?;
    let (header, schema) = (format!("Authorization: Bearer {key}"), format!("{address}/api/openapi.json"));
    let mut arguments = vec!["run", &schema, "--header", &header, "--checks", "not_a_server_error"];
    arguments.extend(more);
    run(&tool, &arguments)
}

fn start(binary: &str, folder: &Path) -> Result<(Server, String)> {
    let mut child = Command::new(binary)
        .args(["demo", "--listen", "127.0.0.1:0", "--lang", "en", "--dir"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{binary} cannot be started"))?;
    let out = child.stdout.take().context("its output is piped")?;
    let server = Server(child);
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    let address = line.trim().to_owned();
    if !address.starts_with("http://") {
        bail!("the server has not told its address");
    }
    Ok((server, address))
}

/// A key that may do everything, made on the page as a person makes one.
fn key(address: &str) -> Result<String> {
    let page = output("curl", &["-s", &format!("{address}/keys")])?;
    let csrf = between(&page, "name=\"csrf\" value=\"", "\"").context("the page has no token")?;
    let scopes = ["own", "read", "comment", "edit", "propose", "approve", "measure", "administer"];
    let scopes: String = scopes.iter().map(|scope| format!("&scope={scope}")).collect();
    let form = format!("csrf={csrf}&name=schemathesis&days=1{scopes}");
    let made = output("curl", &["-s", "-d", &form, &format!("{address}/keys")])?;
    between(&made, "<code class=\"secret\">", "<").map(str::to_owned).context("the page shows no key")
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}
