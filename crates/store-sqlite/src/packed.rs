//! The figures of a KPI as they stand, in one piece: what a reader needs of all of them at once.

use control::{Known, Point, Series};
use jiff::civil::{Date, date};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// So many bytes a figure: day, value, revision, row, import, marks.
const SIZE: usize = 25;
const SYNTHETIC: u8 = 1;
const CONFIRMED: u8 = 2;

/// A figure as it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub day: i32,
    pub value: f64,
    pub revision: u32,
    pub row: u32,
    pub import: u32,
    pub synthetic: bool,
    pub confirmed: bool,
}

impl Figure {
    /// The figure of a row that counts its confirmations, too.
    pub fn of(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Figure {
            day: row.try_get("day")?,
            value: row.try_get("value")?,
            revision: row.try_get("revision")?,
            row: row.try_get("row")?,
            import: row.try_get("import")?,
            synthetic: row.try_get("synthetic")?,
            confirmed: row.try_get::<i64, _>("confirmed")? > 0,
        })
    }
}

/// Figures in the order of their days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Packed(pub Vec<Figure>);

impl Packed {
    /// Reads what [`Packed::bytes`] has written; nothing where it is cut short.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let figures = bytes.chunks(SIZE).map(figure).collect::<Option<_>>()?;
        Some(Packed(figures))
    }

    /// What is kept.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SIZE * self.0.len());
        for one in &self.0 {
            bytes.extend(one.day.to_le_bytes());
            bytes.extend(one.value.to_le_bytes());
            for number in [one.revision, one.row, one.import] {
                bytes.extend(number.to_le_bytes());
            }
            bytes.push((u8::from(one.synthetic) * SYNTHETIC) | (u8::from(one.confirmed) * CONFIRMED));
        }
        bytes
    }

    /// The figure of a day, or where it would stand.
    pub fn find(&self, day: i32) -> Result<usize, usize> {
        match self.0.last() {
            Some(last) if last.day < day => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&day, |one| one.day),
        }
    }

    /// Takes figures in of days that it has not, in the order of their days.
    pub fn join(&mut self, new: impl Iterator<Item = Figure>) {
        self.0.extend(new);
        // Two ordered runs: this sort sees them, and is quick.
        self.0.sort_by_key(|one| one.day);
    }

    /// The values by day, with what holds for each.
    pub fn known(&self) -> Known {
        let points = self.0.iter().map(|one| Point { date: day_of(one.day), value: one.value }).collect();
        Known {
            series: Series { points },
            confirmed: self.0.iter().map(|one| one.confirmed).collect(),
            synthetic: self.0.iter().map(|one| one.synthetic).collect(),
        }
    }

    /// Makes it anew from a KPI's rows.
    pub async fn from_rows(all: &mut SqliteConnection, kpi: i64) -> Result<Self, sqlx::Error> {
        let rows = sqlx::query(
            "SELECT figure.day AS day, max(figure.revision) AS revision, value, row, synthetic, import,
                 (SELECT count(*) FROM confirmation WHERE confirmation.kpi = figure.kpi AND confirmation.day = figure.day
                  AND confirmation.revision = figure.revision) AS confirmed
             FROM figure WHERE figure.kpi = ? GROUP BY figure.day ORDER BY figure.day",
        )
        .bind(kpi)
        .fetch_all(all)
        .await?;
        rows.iter().map(Figure::of).collect::<Result<_, sqlx::Error>>().map(Packed)
    }
}

fn figure(bytes: &[u8]) -> Option<Figure> {
    let number = |from: usize| Some(u32::from_le_bytes(bytes.get(from..from + 4)?.try_into().ok()?));
    let marks = *bytes.get(24)?;
    Some(Figure {
        day: number(0)?.cast_signed(),
        value: f64::from_le_bytes(bytes.get(4..12)?.try_into().ok()?),
        revision: number(12)?,
        row: number(16)?,
        import: number(20)?,
        synthetic: marks & SYNTHETIC > 0,
        confirmed: marks & CONFIRMED > 0,
    })
}

/// The first day that is counted from.
const EPOCH: Date = date(1970, 1, 1);

/// A day as it is kept.
pub fn day_number(day: Date) -> i32 {
    EPOCH.until(day).map_or(0, |span| span.get_days())
}

/// A day that was kept.
pub fn day_of(number: i32) -> Date {
    EPOCH.saturating_add(jiff::Span::new().days(number.clamp(-4_371_587, 2_932_896)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let one = Figure {
            day: day_number(date(1969, 12, 30)),
            value: -0.1,
            revision: 3,
            row: u32::MAX,
            import: 7,
            synthetic: true,
            confirmed: false,
        };
        let other = Figure { day: day_number(Date::MAX), synthetic: false, confirmed: true, ..one };
        let packed = Packed(vec![one, other]);
        assert_eq!(Packed::of(&packed.bytes()), Some(packed.clone()));
        assert_eq!(Packed::of(&packed.bytes()[..30]), None);
        assert_eq!((packed.find(-2), packed.find(-3), packed.find(9)), (Ok(0), Err(0), Err(1)));
        assert_eq!(day_of(other.day), Date::MAX);
        assert_eq!(day_of(day_number(Date::MIN)), Date::MIN);
    }
}
