//! Writes a page with every kind of picture, in both languages, light and dark: `gallery FOLDER`.

mod data;
mod map;
mod plan;
mod study;

use chart::palette::{Theme, css};
use locale::Lang;
use std::{env, fs, io, path::Path, process};

fn main() -> io::Result<()> {
    let Some(folder) = env::args().nth(1) else {
        eprintln!("usage: gallery FOLDER");
        process::exit(2);
    };
    fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let mut body = String::new();
        for (name, svg) in data::pictures(lang) {
            fs::write(Path::new(&folder).join(format!("{name}-{lang}.svg")), &svg)?;
            body.push_str(&format!("<h2>{name}</h2>{svg}\n"));
        }
        for (theme, ground, ink) in [("light", "#ffffff", "#1d2733"), ("dark", "#182433", "#e6ebf0")] {
            let rules = if theme == "dark" { css(".chart", Theme::Dark) } else { String::new() };
            let page = format!(
                "<!doctype html><html lang={lang}><meta charset=utf-8><title>Gallery</title><style>\
                 body{{font:14px PT Sans,sans-serif;margin:16px;background:{ground};color:{ink}}}{rules}</style>{body}"
            );
            fs::write(Path::new(&folder).join(format!("{theme}-{lang}.html")), page)?;
        }
    }
    Ok(())
}
