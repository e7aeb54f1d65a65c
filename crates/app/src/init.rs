//! A new department: a folder with a beginning of both documents, or the demo.

use crate::demo_department::keep_demo_corrections;
use crate::{AppError, Clock, demo_files, demo_measurements, load, save};
use department::Files;
use locale::{Lang, t};
use std::path::Path;
use store::{Act, Entry, Store};

/// Writes the beginning of a department into a folder and gives the names of the files. Nothing that is there
/// is written over.
pub fn init(root: &Path, lang: Lang) -> Result<Vec<String>, AppError> {
    write(root, &skeleton(lang))
}

/// Writes the demo department into a folder, with its synthetic figures in the store.
pub async fn init_demo(
    root: &Path,
    lang: Lang,
    store: &dyn Store,
    clock: Clock,
) -> Result<Vec<String>, AppError> {
    let names = write(root, &demo_files(lang))?;
    store.import(&demo_measurements(&clock.instant())).await?;
    keep_demo_corrections(lang, store).await?;
    Ok(names)
}

/// Takes the texts of a folder in as the first revision of a store that has none; `false` where it has.
pub async fn adopt(root: &Path, store: &dyn Store, act: &Act) -> Result<bool, AppError> {
    if store.head().await? > 0 {
        return Ok(false);
    }
    let entry = Entry {
        act: act.clone(),
        what: "save".to_owned(),
        subject: "revision 1".to_owned(),
        ..Entry::default()
    };
    Ok(store.keep(0, &Files::default(), &load(root)?, "", &entry).await?.is_some())
}

/// The five files, each with its head comment and an example of every table, commented out.
fn skeleton(lang: Lang) -> Files {
    let language = format!("[about]\nname = \"\"\norganisation = \"\"\nlanguage = \"{}\"\n", lang.code());
    let file = |path: &'static str| {
        let mut text = format!("# {}\n\n", t!(lang, &format!("init-{}", path.trim_end_matches(".toml"))));
        if path == "department.toml" {
            text.push_str(&language);
        }
        for (_, table, fields) in department::model::schema().into_iter().filter(|(file, ..)| *file == path) {
            if table == "about" || table == "rules" {
                continue;
            }
            let keyed = department::Kind::ALL.iter().any(|kind| kind.key() == table);
            text.push_str(&if keyed { format!("\n# [{table}.id]\n") } else { format!("\n# [{table}]\n") });
            for field in fields {
                text.push_str(&format!("# {} = {}\n", field.key, example(field.shape)));
            }
        }
        (path, text)
    };
    department::FILES.iter().map(|path| file(path)).collect()
}

/// How a field of a shape is written.
fn example(shape: department::element::Shape) -> String {
    use department::element::Shape;
    match shape {
        Shape::Text => "\"…\"".into(),
        Shape::Number => "0".into(),
        Shape::Bool => "false".into(),
        Shape::Date => "2026-12-31".into(),
        Shape::Choice(words) => {
            words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
        }
        Shape::Ref(kind) => format!("\"{kind}\""),
        Shape::List(item) => format!("[{}]", example(*item)),
        Shape::Duration => "\"4h\"".into(),
        Shape::Tolerance => "\"5%\"".into(),
        Shape::Mark => "{ date = 2026-12-31, value = 0 }".into(),
        Shape::Levels => "{ competence = 3 }".into(),
        Shape::Record(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|field| format!("{} = {}", field.key, example(field.shape))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

/// Makes sure that a folder is there and holds no department yet.
pub fn free(root: &Path) -> Result<(), AppError> {
    if department::FILES.iter().any(|name| root.join(name).exists()) {
        return Err(AppError::Occupied(root.to_owned()));
    }
    std::fs::create_dir_all(root).map_err(|error| AppError::File(root.to_owned(), error))
}

fn write(root: &Path, files: &Files) -> Result<Vec<String>, AppError> {
    free(root)?;
    for (path, content) in &files.by_path {
        save(root, path, content)?;
    }
    Ok(files.by_path.keys().cloned().collect())
}
