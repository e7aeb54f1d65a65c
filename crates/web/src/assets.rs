//! Style, script and faces, from inside the binary.

use crate::problem::Problem;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[allow_missing = true]
struct Embedded;

/// The style sheet that is brought from npm.
const TABLER: &str = "vendor/tabler.min.css";

/// The editor of texts, bundled from npm's packages and `editor/main.js`.
const EDITOR: &str = "vendor/editor.js";

/// The faces, by the names under which the style sheet asks for them.
const FACES: [(&str, &[u8]); 4] = [
    ("fonts/pt-sans.ttf", chart::fonts::SANS),
    ("fonts/pt-sans-bold.ttf", chart::fonts::SANS_BOLD),
    ("fonts/pt-sans-italic.ttf", chart::fonts::SANS_ITALIC),
    ("fonts/pt-serif.ttf", chart::fonts::SERIF),
];

/// Whether the Tabler style sheet has been brought.
pub(crate) fn has_tabler() -> bool {
    Embedded::get(TABLER).is_some()
}

/// Whether the editor of texts has been brought.
pub(crate) fn has_editor() -> bool {
    Embedded::get(EDITOR).is_some()
}

/// `GET /assets/…`
pub(crate) async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let (content, tag, kept) = find(&name).ok_or(Problem::NotFound)?;
    let known = headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag)) {
        return Ok(
            (StatusCode::NOT_MODIFIED, [(ETAG, tag), (CACHE_CONTROL, kept.to_owned())]).into_response()
        );
    }
    let head = [(CONTENT_TYPE, media_type(&name).to_owned()), (ETAG, tag), (CACHE_CONTROL, kept.to_owned())];
    Ok((head, content.into_owned()).into_response())
}

/// A file's content, its tag, and how it may be kept.
fn find(name: &str) -> Option<(Cow<'static, [u8]>, String, &'static str)> {
    if let Some((_, face)) = FACES.iter().find(|(known, _)| *known == name) {
        return Some((
            Cow::Borrowed(face),
            format!("\"{:x}-{}\"", face.len(), env!("CARGO_PKG_VERSION")),
            "public, max-age=604800",
        ));
    }
    let file = Embedded::get(name)?;
    let hash = file.metadata.sha256_hash();
    let tag: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Some((file.data, format!("\"{tag}\""), "public, no-cache"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "ttf" => "font/ttf",
        _ => "application/octet-stream",
    }
}
