//! The real binary with its pages, and a reader who has signed in and types into their forms.

#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What the reader signs in with.
const PASSWORD: &str = "correct+horse+battery";

/// A server that is gone when it is dropped.
pub struct Server {
    child: Child,
    /// An administrator who has signed in.
    pub reader: Reader,
}

impl Server {
    /// `reper serve` with the demo's department in the folder `en` of a folder. At the first start the reader joins by
    /// a link, later they sign in.
    pub fn start(folder: &Path) -> Server {
        let data = folder.join("en");
        let data = data.to_str().expect("a plain path");
        let link = (!folder.join("en/reper.db").exists()).then(|| {
            tell(&["init", data, "--demo", "en"]);
            let told = tell(&["user", "add", "anna", "--role", "administrator", "--data", data]);
            let (_, secret) = told.split_once("/join/").expect("a link");
            secret.split_whitespace().next().expect("a secret").to_owned()
        });
        let mut child =
            reper(&["serve", "--listen", "127.0.0.1:0", "--data", data]).spawn().expect("it runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is ours");
        BufReader::new(out).read_line(&mut line).expect("it tells its address");
        let address = line.trim().strip_prefix("http://").expect("an address").to_owned();
        let mut reader = Reader { address, cookie: String::new(), csrf: String::new() };
        reader.come_in(link.as_deref());
        Server { child, reader }
    }

    /// Ends it at once, as `kill -9` does.
    pub fn kill(&mut self) {
        self.child.kill().expect("it is running");
        self.child.wait().expect("it has ended");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn reper(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reper"));
    command.args(arguments).env("REPER_LANG", "en").stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn tell(arguments: &[&str]) -> String {
    let told = reper(arguments).output().expect("the binary runs");
    assert!(told.status.success(), "{arguments:?}");
    String::from_utf8_lossy(&told.stdout).into_owned()
}

/// Somebody with a browser.
#[derive(Clone)]
pub struct Reader {
    address: String,
    cookie: String,
    csrf: String,
}

impl Reader {
    fn come_in(&mut self, link: Option<&str>) {
        let form = format!("name=Anna&login=anna&password={PASSWORD}&again={PASSWORD}&back=/");
        let mut answer = String::new();
        for path in link.map(|secret| format!("/join/{secret}")).into_iter().chain(["/sign-in".to_owned()]) {
            let (status, told) = self.ask(&format!("POST {path} HTTP/1.1\r\n"), &form).expect("it answers");
            assert_eq!(status, 303, "{told}");
            answer = told;
        }
        let (_, session) = answer.split_once("reper_session=").expect("a session");
        self.cookie = format!("; reper_session={}", session.split(';').next().expect("it ends"));
        let (status, page) = self.get("/new/person").expect("it answers");
        assert_eq!(status, 200, "{page}");
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form has a token");
        self.csrf = rest.split('"').next().expect("it ends").to_owned();
    }

    /// A page: its status and text.
    pub fn get(&self, path: &str) -> std::io::Result<(u16, String)> {
        self.ask(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// Adds a person by the form; the number of the revision, where the server has said that it is kept.
    pub fn add_person(&self, id: &str, base: u64) -> std::io::Result<Option<u64>> {
        let form = format!("csrf={}&base={base}&has=name&f.name=Number+{id}&id={id}&note=", self.csrf);
        let (status, head) = self.ask("POST /new/person HTTP/1.1\r\n", &form)?;
        let saved = head.split("saved=").nth(1);
        let saved = saved.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect());
        let saved: Option<String> = saved.filter(|_| status == 303);
        Ok(saved.and_then(|number| number.parse().ok()))
    }

    /// One request on a connection of its own; headers and body of the answer come as one text.
    fn ask(&self, line: &str, form: &str) -> std::io::Result<(u16, String)> {
        let Reader { address, cookie, .. } = self;
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let head = format!(
            "{line}Host: {address}\r\nCookie: lang=en{cookie}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
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
}
