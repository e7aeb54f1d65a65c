//! Asks a question without the whole of `reper`: `cargo run -p study --example ask -- correlate FILE --columns a,b --lang ru`.
//! `--format json|script`, `--new FILE` and `-o PICTURE.svg` as in `reper stats`.

use locale::Lang;
use std::process::ExitCode;
use study::{Data, Options, Selection, Task, family, human, json};

fn main() -> ExitCode {
    match ask(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::from(2)
        }
    }
}

fn ask(arguments: &[String]) -> Result<String, String> {
    let mut words = arguments.iter();
    let family = words.next().and_then(|name| family(name)).ok_or("which family?")?;
    let (mut file, mut new, mut format, mut lang, mut output) = (None, None, "human", Lang::En, None);
    let mut given = Vec::new();
    while let Some(word) = words.next() {
        let Some(name) = word.strip_prefix('-').map(|word| word.trim_start_matches('-')) else {
            file = Some(word);
            continue;
        };
        let value = words.next().ok_or("a value is missing")?.as_str();
        match name {
            "format" => format = value,
            "lang" => lang = value.parse().map_err(|()| "ru or en")?,
            "o" => output = Some(value),
            "new" => new = Some(value),
            name => given.push((name, value)),
        }
    }
    let said = |fault: study::Fault| fault.message(lang);
    let options = Options::new(family.options, given).map_err(said)?;
    let data = match file {
        Some(file) => open(file)
            .and_then(|source| Data::open_source(file, source, &Default::default()).map_err(said))?,
        None if (family.needs_data)(&options) => return Err("which file?".to_owned()),
        None => Data::of_frame("", stats::Frame::default()),
    };
    let fresh = new
        .map(|file| open(file).and_then(|source| Selection::default().open_new(file, source).map_err(said)))
        .transpose()?;
    let answer =
        (family.run)(&Task { data: &data, fresh: fresh.as_ref(), options: &options }).map_err(said)?;
    data.notices(lang).iter().for_each(|notice| eprintln!("{notice}"));
    if let Some(output) = output {
        for (at, picture) in answer.pictures(lang).iter().enumerate() {
            let path = if at == 0 {
                output.to_owned()
            } else {
                output.replace(".svg", &format!("-{}.svg", picture.name))
            };
            std::fs::write(path, &picture.svg).map_err(|e| e.to_string())?;
        }
    }
    let told = answer.tell(lang);
    Ok(match format {
        "json" => format!("{:#}\n", json(&told)),
        "script" => answer.script(file.map_or("", String::as_str)),
        _ => human(&told, lang),
    })
}

fn open(file: &str) -> Result<std::fs::File, String> {
    std::fs::File::open(file).map_err(|error| error.to_string())
}
