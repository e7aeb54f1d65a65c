//! What the desk does with data and studies.

use super::Shelf;
use crate::{Act, AppError, Saved, Workspace, note};
use department::Element;
use department::edit::{Change, Subject, Value};
use std::sync::Arc;
use store::Dataset;
use study::{Answer, Data, Family, Options, Selection, Task};

/// A file that is brought by the desk is no longer than this many bytes; a longer one is put into the folder `data/`.
pub const DATA_BYTES: usize = 64 << 20;

/// Names of the department's own measurements as data.
pub const OWN: [&str; 3] = ["kpi", "kpi.week", "kpi.day"];

impl Workspace {
    /// The files that were brought, and those that lie in the folder `data/`, by name.
    pub async fn data_files(&self) -> Result<Vec<Dataset>, AppError> {
        let mut files = self.store().datasets().await?;
        let there = self.folder().and_then(|folder| std::fs::read_dir(folder.join("data")).ok());
        for entry in there.into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let plain = super::belongs(&name) && entry.path().is_file();
            if plain && files.iter().all(|known| known.name != name) {
                let bytes = entry.metadata().map_or(0, |data| data.len());
                files.push(Dataset { name, bytes, version: 0, act: Act::default() });
            }
        }
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    /// Keeps a file with data; what is no table is refused.
    pub async fn bring_data(&self, act: &Act, name: &str, content: Vec<u8>) -> Result<Arc<Data>, AppError> {
        if !super::belongs(name) || OWN.contains(&name) {
            return Err(study::Fault::DataName { name: name.to_owned() }.into());
        }
        let own = name.to_owned();
        let read =
            tokio::task::spawn_blocking(move || Data::open(&own, &content).map(|data| (data, content)));
        let (data, content) = read.await.map_err(AppError::interrupted)??;
        self.store().keep_dataset(act, name, &content).await?;
        note(self.store(), act, "data", name, "", &format!("{} B", content.len())).await?;
        Ok(Arc::new(data))
    }

    /// Removes a file that was brought.
    pub async fn drop_data(&self, act: &Act, name: &str) -> Result<bool, AppError> {
        let dropped = self.store().drop_dataset(name).await?;
        if dropped {
            note(self.store(), act, "data", name, name, "").await?;
        }
        Ok(dropped)
    }

    /// The data of a name, opened; those that were asked last are at hand.
    pub async fn data(&self, name: &str) -> Result<Arc<Data>, AppError> {
        let (view, stamp) = (self.view().await?, self.store().stamp().await?);
        let shelf = Shelf { store: self.store(), folder: self.folder(), figures: &view.figures, stamp };
        let version = shelf.version(name).await?;
        if let Some(data) = self.opened.get(name, version) {
            return Ok(data);
        }
        let data = Arc::new(shelf.open(name).await?);
        self.opened.keep(name, version, &data);
        Ok(data)
    }

    /// Puts a question to data, and of what was found to new rows.
    pub async fn ask(
        &self,
        family: &'static Family,
        options: Options,
        data: Arc<Data>,
        fresh: Option<Arc<Data>>,
        selection: Selection,
    ) -> Result<Box<dyn Answer>, AppError> {
        let work = move || {
            let data = selection.of(Data::of_same(&data))?;
            let fresh = fresh.map(|fresh| selection.new_of(Data::of_same(&fresh))).transpose()?;
            (family.run)(&Task { data: &data, fresh: fresh.as_ref(), options: &options })
        };
        Ok(tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)??)
    }

    /// Writes the answer that a study gives now into it, as the one that was accepted.
    pub async fn accept_study(&self, act: &Act, id: &str) -> Result<Option<Saved>, AppError> {
        self.ask_studies().await?;
        let view = self.view().await?;
        let Some(study) = view.department().studies.get(id) else { return Ok(None) };
        let Some(answered) = view.figures.answers.get(id).filter(|one| one.outcome.is_ok()) else {
            return Ok(None);
        };
        let set = |field: &str, value| Change::Set {
            subject: Subject::of("study", study.id()),
            field: field.to_owned(),
            value: Some(value),
        };
        let changes = [
            set("found", Value::Text(answered.digest.clone())),
            set("date", Value::Date(self.clock().today())),
        ];
        Ok(Some(self.change(act, view.revision, &changes, "").await?))
    }
}
