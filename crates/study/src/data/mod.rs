//! The data of a question: a file that is read in passes, or columns in memory.

mod blocks;
mod sample;
mod selection;
mod steps;

pub use sample::{Sampled, thinned};
pub use selection::Selection;
pub(crate) use steps::Steps;

use crate::Fault;
use blocks::Parts;
use locale::Lang;
use stats::{Blocks, Column, Error, Frame, MISSING, Values};
use std::sync::Arc;
use table::{Dataset, Kind, Reading, Role, Source, TableError};

/// Told how many parts of a pass or steps of a long work are done, of how many; each begins anew.
pub type Watch = Arc<dyn Fn(usize, usize) + Send + Sync>;

/// Parts of a file whose rows are not counted that make it a long one.
const PARTS: usize = 8;

/// A file or columns in memory.
pub struct Data {
    data: Dataset,
    /// Columns that came as a frame go out as they came.
    frame: Option<Frame>,
    watch: Option<Watch>,
    /// Columns that could not be counted because another is wanting, and why: new rows need not have what the outcome is counted
    /// from.
    wanting: Vec<(String, TableError)>,
}

/// What is known of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Its name.
    pub name: String,
    /// Whether it holds figures.
    pub number: bool,
    /// Its unit, where it has one.
    pub unit: String,
}

impl Data {
    /// Reads a table out of a file's bytes.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        Data::open_source(name, bytes.to_vec(), &Reading::default())
    }

    /// A table in a file that is read at places and may be larger than memory.
    pub fn open_source(name: &str, source: impl Source + 'static, reading: &Reading) -> Result<Self, Fault> {
        Ok(Data::of(Dataset::open(name, source, reading)?))
    }

    /// A dataset as it is, with whatever was filtered or derived.
    pub fn of(data: Dataset) -> Self {
        Data { data, frame: None, watch: None, wanting: Vec::new() }
    }

    /// The same data once more: what is read stays where it is.
    pub fn of_same(other: &Data) -> Self {
        Data {
            data: other.data.clone(),
            frame: other.frame.clone(),
            watch: other.watch.clone(),
            wanting: other.wanting.clone(),
        }
    }

    /// Columns that are in memory already.
    pub fn of_frame(name: &str, frame: Frame) -> Self {
        let columns = frame.columns().iter().map(|column| match &column.values {
            Values::Number(values) => {
                (table::Column::new(&column.name, Kind::Number), table::Values::figures(values.clone()))
            }
            Values::Factor { codes, levels, .. } => {
                let figures =
                    codes.iter().map(|&code| if code == MISSING { f64::NAN } else { f64::from(code) });
                let values = table::Values { figures: figures.collect(), levels: levels.clone() };
                (table::Column::new(&column.name, Kind::Word), values)
            }
        });
        let data = Dataset::of_columns(name, columns.collect());
        Data { frame: Some(frame), ..Data::of(data) }
    }

    /// Tells of progress.
    pub fn watched(mut self, watch: Watch) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Tells whoever watches how many steps of a work are done, of how many.
    pub(crate) fn tell(&self, done: usize, all: usize) {
        if let Some(watch) = &self.watch {
            watch(done, all);
        }
    }

    /// The table behind it: kinds, units, roles, levels, verbs.
    pub fn dataset(&self) -> &Dataset {
        &self.data
    }

    /// What is odd about the data, as far as it was read, in words.
    pub fn notices(&self, lang: Lang) -> Vec<String> {
        self.data.notices().iter().map(|notice| notice.message(lang)).collect()
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        self.data.name()
    }

    /// The columns in their order.
    pub fn columns(&self) -> Vec<ColumnInfo> {
        let info = |column: &table::Column| ColumnInfo {
            name: column.name.clone(),
            number: column.kind.is_figure(),
            unit: column.unit.to_string(),
        };
        self.data.columns().iter().map(info).collect()
    }

    /// The names of those asked for, each of which must be there; where none is asked for, of all columns of figures but those
    /// that only tell rows apart.
    pub fn chosen(&self, asked: &[String]) -> Result<Vec<String>, Fault> {
        let columns = self.data.columns();
        if asked.is_empty() {
            let figures = columns.iter().filter(|column| column.kind.is_figure() && column.role != Role::Id);
            return Ok(figures.map(|column| column.name.clone()).collect());
        }
        asked.iter().map(|name| Ok(columns[self.place(name)?].name.clone())).collect()
    }

    /// Those columns, in memory.
    pub fn frame(&self, names: &[String]) -> Result<Frame, Fault> {
        if let Some(frame) = &self.frame {
            let columns = names.iter().map(|name| frame.column(name).cloned());
            return Ok(Frame::new(columns.collect::<Result<_, Error>>()?)?);
        }
        let places = names.iter().map(|name| self.place(name)).collect::<Result<Vec<_>, _>>()?;
        let columns = self.data.all(&places)?.into_iter().zip(places);
        let column = |(figures, at): (Vec<f64>, usize)| {
            let own = &self.data.columns()[at];
            let values = match own.kind.has_levels() {
                true => {
                    // A missing word is NaN, which is no code.
                    let code = |value: f64| if value.is_nan() { MISSING } else { value as u32 };
                    let codes = figures.into_iter().map(code).collect();
                    Values::Factor { codes, levels: self.data.levels(at)?.to_vec(), ordered: false }
                }
                false => Values::Number(figures),
            };
            Ok(Column { name: own.name.clone(), values })
        };
        Ok(Frame::new(columns.map(column).collect::<Result<_, Fault>>()?)?)
    }

    /// Those columns of figures, in parts.
    pub fn blocks(&self, names: &[String]) -> Result<Box<dyn Blocks + '_>, Fault> {
        let places = names.iter().map(|name| self.place(name)).collect::<Result<Vec<_>, _>>()?;
        for &at in &places {
            let column = &self.data.columns()[at];
            if column.kind.has_levels() {
                return Err(Error::Kind { column: column.name.clone(), need: "number" }.into());
            }
        }
        Ok(Box::new(Parts::new(&self.data, places, self.watch.clone())?))
    }

    /// The same, keeping up to about so many rows for a second look.
    pub fn sampled(&self, names: &[String], rows: usize) -> Result<Sampled<'_>, Fault> {
        Ok(Sampled::new(self.blocks(names)?, rows))
    }

    /// Whether there are more rows than so many, or where that is not known before they are read, a file of many parts.
    pub fn is_longer_than(&self, rows: usize) -> Result<bool, Fault> {
        match self.data.rows() {
            Some(known) => Ok(known > rows as u64),
            None => Ok(self.data.parts()? >= PARTS),
        }
    }

    fn place(&self, name: &str) -> Result<usize, Fault> {
        self.data.column(name).map_err(|error| match error {
            TableError::NoColumn { name, there } => match self.wanting.iter().find(|(own, _)| *own == name) {
                Some((_, why)) => why.clone().into(),
                None => Error::NoColumn { name, there }.into(),
            },
            other => other.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "post_id,type,reach,likes\n1,video,10,1.5\n2,photo,NA,2\n3,,30,x3\n";

    fn names(data: &Data, asked: &[&str]) -> Vec<String> {
        data.chosen(&asked.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_file_becomes_a_frame() {
        let reading = Reading::default().with_kinds("likes=number").unwrap();
        let data = Data::open_source("a.csv", TEXT.as_bytes().to_vec(), &reading).unwrap();
        assert_eq!(names(&data, &[]), ["reach", "likes"]);
        let frame = data.frame(&names(&data, &["type", "reach"])).unwrap();
        let Values::Factor { codes, levels, .. } = &frame.column("type").unwrap().values else {
            panic!("words")
        };
        assert_eq!(
            (codes.as_slice(), levels.as_slice()),
            (&[1, 0, MISSING][..], &["photo", "video"].map(String::from)[..])
        );
        assert!(frame.numbers("reach").unwrap()[1].is_nan());
        assert!(data.frame(&["likes".to_owned()]).unwrap().numbers("likes").unwrap()[2].is_nan());
        assert_eq!(data.notices(Lang::En).len(), 1);
        let absent = data.chosen(&["speed".to_owned()]);
        assert!(matches!(absent, Err(Fault::Stats(Error::NoColumn { .. }))), "{absent:?}");
    }

    #[test]
    fn blocks_are_the_frame_in_parts() {
        let data = Data::open("a.csv", TEXT.as_bytes()).unwrap();
        let blocks = data.blocks(&["reach".to_owned()]).unwrap();
        let sum = stats::fold(
            &*blocks,
            &[0],
            || 0.0,
            |sum, rows| {
                *sum += rows[0].iter().filter(|value| !value.is_nan()).sum::<f64>();
                Ok(())
            },
            |one, other| one + other,
        );
        assert_eq!(sum, Ok(40.0));
        let words = data.blocks(&["type".to_owned()]).err();
        assert_eq!(words, Some(Error::Kind { column: "type".to_owned(), need: "number" }.into()));
        let stopped = blocks.read(0, &[0], &mut |_| Err(Error::Stopped));
        assert_eq!(stopped, Err(Error::Stopped));
    }

    #[test]
    fn a_frame_comes_back_as_it_was() {
        let values =
            Values::Factor { codes: vec![1, MISSING], levels: vec!["b".into(), "a".into()], ordered: true };
        let frame = Frame::new(vec![Column { name: "x".into(), values }]).unwrap();
        let data = Data::of_frame("", frame.clone());
        assert_eq!(data.frame(&["x".to_owned()]), Ok(frame));
        assert!(!data.columns()[0].number);
    }
}
