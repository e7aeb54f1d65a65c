//! What a reader has chosen: language and theme, kept in two cookies.

use crate::problem::Problem;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use locale::Lang;
use serde::Deserialize;

/// A year, in seconds.
const YEAR: u32 = 31_536_000;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All, in the order of the choice.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The word of the cookie and of the catalogue.
    pub const fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

/// What a request says about its reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// The language that was chosen, or that the browser prefers.
    pub lang: Option<Lang>,
    /// The theme that was chosen.
    pub theme: Theme,
}

impl Preferences {
    /// Of a request's headers; what cannot be read counts as not chosen.
    pub fn of(headers: &HeaderMap) -> Self {
        let lang = cookie(headers, "lang").and_then(|code| code.parse().ok());
        let browser = || Lang::preferred(headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?);
        let theme = cookie(headers, "theme").and_then(Theme::of).unwrap_or_default();
        Preferences { lang: lang.or_else(browser), theme }
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// A choice, and the page that it was made on.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    lang: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

/// `POST /preferences`: keeps a choice and goes back to the page.
pub(crate) async fn choose(form: Result<Form<Choice>, FormRejection>) -> Result<Response, Problem> {
    let Ok(Form(choice)) = form else { return Err(Problem::Wrong) };
    let lang = choice.lang.map(|code| code.parse::<Lang>().map_err(|()| Problem::Wrong)).transpose()?;
    let theme = choice.theme.map(|word| Theme::of(&word).ok_or(Problem::Wrong)).transpose()?;
    let mut response = StatusCode::SEE_OTHER.into_response();
    let kept = [lang.map(|lang| ("lang", lang.code())), theme.map(|theme| ("theme", theme.word()))];
    for (name, value) in kept.into_iter().flatten() {
        let line = format!("{name}={value}; Path=/; Max-Age={YEAR}; HttpOnly; SameSite=Lax");
        let line = HeaderValue::from_str(&line).map_err(|_| Problem::Wrong)?;
        response.headers_mut().append(SET_COOKIE, line);
    }
    response.headers_mut().insert(LOCATION, same_site(&choice.back));
    Ok(response)
}

/// The address to go back to: a path of this site, or the first page for anything else.
pub(crate) fn same_site(back: &str) -> HeaderValue {
    let path = back.starts_with('/') && !back.starts_with("//");
    let plain = back.len() < 2_000 && back.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = (path && plain).then(|| HeaderValue::from_str(back).ok()).flatten();
    own.unwrap_or(HeaderValue::from_static("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_gone_back_to() {
        for good in ["/", "/kpis/first_reply", "/findings?file=sostac.toml"] {
            assert_eq!(same_site(good), good);
        }
        for bad in
            ["", "//evil.example", "https://evil.example/", "/\\evil.example", "/a\r\nx: y", "\\\\x", "a"]
        {
            assert_eq!(same_site(bad), "/", "{bad:?}");
        }
    }

    #[test]
    fn a_cookie_comes_before_the_browser() {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("ru-RU,ru;q=0.9"));
        assert_eq!(Preferences::of(&headers).lang, Some(Lang::Ru));
        headers.insert(COOKIE, HeaderValue::from_static("a=b; lang=en; theme=dark"));
        assert_eq!(Preferences::of(&headers), Preferences { lang: Some(Lang::En), theme: Theme::Dark });
        headers.insert(COOKIE, HeaderValue::from_static("lang=xx; theme=<b>"));
        assert_eq!(Preferences::of(&headers), Preferences { lang: Some(Lang::Ru), theme: Theme::Auto });
    }
}
