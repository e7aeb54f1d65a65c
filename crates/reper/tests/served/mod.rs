//! The real binary with its pages, and a reader who types into their forms.

#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server that is gone when it is dropped.
pub struct Server {
    child: Child,
    /// Its address, as `127.0.0.1:40123`.
    pub address: String,
    /// The token of its forms.
    pub csrf: String,
}

impl Server {
    /// Serves the demo in a folder; its data is in `en`. Whoever changes how one comes in changes it here.
    pub fn start(folder: &Path) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_reper"))
            .args(["demo", "--listen", "127.0.0.1:0", "--dir"])
            .arg(folder)
            .env("REPER_LANG", "en")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is ours");
        BufReader::new(out).read_line(&mut line).expect("it tells its address");
        let address = line.trim().strip_prefix("http://").expect("an address").to_owned();
        let mut server = Server { child, address, csrf: String::new() };
        let (status, page) = server.get("/new/person").expect("it answers");
        assert_eq!(status, 200, "{page}");
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form has a token");
        server.csrf = rest.split('"').next().expect("it ends").to_owned();
        server
    }

    /// Ends it at once, as `kill -9` does.
    pub fn kill(&mut self) {
        self.child.kill().expect("it is running");
        self.child.wait().expect("it has ended");
    }

    /// A page: its status and text.
    pub fn get(&self, path: &str) -> std::io::Result<(u16, String)> {
        ask(&self.address, &format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// Adds a person by the form; the number of the revision, where the server has said that it is kept.
    pub fn add_person(&self, id: &str, base: u64) -> std::io::Result<Option<u64>> {
        add_person(&self.address, &self.csrf, id, base)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Adds a person by the form of the server at an address.
pub fn add_person(address: &str, csrf: &str, id: &str, base: u64) -> std::io::Result<Option<u64>> {
    let form = format!("csrf={csrf}&base={base}&f.name=Number+{id}&id={id}&note=");
    let (status, head) = ask(address, "POST /new/person HTTP/1.1\r\n", &form)?;
    let saved =
        head.split("saved=").nth(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect());
    let saved: Option<String> = saved.filter(|_| status == 303);
    Ok(saved.and_then(|number| number.parse().ok()))
}

/// One request on a connection of its own; headers and body of the answer come as one text.
fn ask(address: &str, line: &str, form: &str) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = format!(
        "{line}Host: {address}\r\nCookie: lang=en\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    stream.write_all(head.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    status.map(|status| (status, answer)).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
}
