//! A browser for measuring: one connection that stays open, one session, no pictures.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A signed-in browser.
pub struct Browser {
    address: String,
    stream: BufReader<TcpStream>,
    session: String,
    csrf: String,
}

/// What came back.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Where it leads, where it leads elsewhere.
    pub location: String,
    /// Its text.
    pub body: String,
    cookie: Option<String>,
}

impl Browser {
    /// Opens a connection and signs in.
    pub fn sign_in(address: &str, login: &str, password: &str) -> Result<Self> {
        let (session, csrf) = (String::new(), String::new());
        let mut browser = Browser { address: address.to_owned(), stream: connect(address)?, session, csrf };
        let answer = browser.post("/sign-in", &format!("back=/&login={login}&password={password}"))?;
        browser.session = answer.cookie.with_context(|| format!("not signed in: {}", answer.status))?;
        let page = browser.get("/account")?.body;
        browser.csrf = between(&page, "name=\"csrf\" value=\"").context("a page without a token")?.to_owned();
        Ok(browser)
    }

    /// Reads a page.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(&format!("GET {path}"), "")
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, form: &str) -> Result<Answer> {
        let token = format!("csrf={}&", self.csrf);
        let form = if self.csrf.is_empty() { form.to_owned() } else { token + form };
        self.ask(&format!("POST {path}"), &form)
    }

    fn ask(&mut self, what: &str, form: &str) -> Result<Answer> {
        let request = format!(
            "{what} HTTP/1.1\r\nHost: {}\r\nCookie: lang=en; {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.address,
            self.session,
            form.len()
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> Result<Answer> {
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let (mut length, mut chunked) = (0, false);
        let mut answer = Answer { status, location: String::new(), body: String::new(), cookie: None };
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse()?,
                "transfer-encoding" => chunked = value == "chunked",
                "location" => answer.location = value.to_owned(),
                "set-cookie" if value.contains("session") => {
                    answer.cookie = value.split(';').next().map(str::to_owned);
                }
                _ => {}
            }
        }
        if chunked {
            bail!("an answer in chunks");
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        answer.body = String::from_utf8_lossy(&body).into_owned();
        Ok(answer)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}

/// What stands between a text and the quotation mark after it.
pub fn between<'a>(page: &'a str, before: &str) -> Option<&'a str> {
    page.split_once(before)?.1.split('"').next()
}

fn connect(address: &str) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    Ok(BufReader::new(stream))
}
