//! What Typst sees of the world: one document, its template, its pictures and a few fonts.

use chart::fonts;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// What does not change from document to document.
struct House {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    template: Source,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let files = fonts::ALL.into_iter().chain(typst_assets::fonts());
    let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
    House {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        main: file("main.typ"),
        template: Source::new(file("template.typ"), include_str!("template.typ").to_owned()),
    }
});

/// One document.
pub(crate) struct Paper {
    source: Source,
    pictures: Vec<Bytes>,
}

impl Paper {
    /// From Typst code that may import `template.typ`, and the SVGs that it shows as `0.svg`, `1.svg`, ….
    pub fn new(code: String, pictures: Vec<String>) -> Self {
        let pictures = pictures.into_iter().map(Bytes::from_string).collect();
        Paper { source: Source::new(HOUSE.main, code), pictures }
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &HOUSE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &HOUSE.book
    }

    fn main(&self) -> FileId {
        HOUSE.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.source, &HOUSE.template]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        let number = path.strip_suffix(".svg").and_then(|number| number.parse::<usize>().ok());
        number.and_then(|number| self.pictures.get(number)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        HOUSE.fonts.get(index).cloned()
    }

    /// No clock: a document's date is its own.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
