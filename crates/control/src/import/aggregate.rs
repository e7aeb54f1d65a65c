//! One value of several rows.

use department::model::Total;
use serde::{Deserialize, Serialize};

/// What becomes of several rows of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aggregate {
    /// Their arithmetic mean.
    Mean,
    /// Their sum.
    Sum,
    /// Their median; of an even number, the mean of the middle two.
    Median,
    /// The value of the last row by day, and of one day by place in the file.
    Last,
    /// The least.
    Min,
    /// The greatest.
    Max,
    /// How many rows have anything in the column, number or not.
    Count,
}

impl Aggregate {
    /// What a KPI says of its figures; the mean where it says nothing.
    pub fn of(total: Option<Total>) -> Self {
        match total {
            Some(Total::Sum) => Aggregate::Sum,
            Some(Total::Last) => Aggregate::Last,
            Some(Total::Mean) | None => Aggregate::Mean,
        }
    }

    /// All, in the order of a choice.
    pub const ALL: [Aggregate; 7] = [
        Aggregate::Mean,
        Aggregate::Sum,
        Aggregate::Median,
        Aggregate::Last,
        Aggregate::Min,
        Aggregate::Max,
        Aggregate::Count,
    ];

    /// The word on the command line and in forms; `aggregate-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            Aggregate::Mean => "mean",
            Aggregate::Sum => "sum",
            Aggregate::Median => "median",
            Aggregate::Last => "last",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Count => "count",
        }
    }

    /// The one of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Aggregate::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The value of several, which are in the order of time; nothing of none, or where the result is too great
    /// to be a number.
    pub fn over(self, values: &[f64]) -> Option<f64> {
        let (last, count) = (*values.last()?, values.len() as f64);
        let value = match self {
            Aggregate::Mean => values.iter().sum::<f64>() / count,
            Aggregate::Sum => values.iter().sum(),
            Aggregate::Median => median(values),
            Aggregate::Last => last,
            Aggregate::Min => values.iter().copied().fold(last, f64::min),
            Aggregate::Max => values.iter().copied().fold(last, f64::max),
            Aggregate::Count => count,
        };
        value.is_finite().then_some(value)
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => sorted[middle],
        _ => sorted[middle - 1].midpoint(sorted[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_makes_one_value_of_many() {
        let values = [4.0, 1.0, 10.0, 3.0];
        let seen = Aggregate::ALL.map(|one| one.over(&values).unwrap());
        assert_eq!(seen, [4.5, 18.0, 3.5, 3.0, 1.0, 10.0, 4.0]);
        assert_eq!(Aggregate::Median.over(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(Aggregate::Sum.over(&[]), None);
        assert_eq!(Aggregate::Sum.over(&[f64::MAX, f64::MAX]), None);
        assert_eq!(Aggregate::ALL.map(|one| Aggregate::parse(one.word())), Aggregate::ALL.map(Some));
        assert_eq!(Aggregate::parse("mode"), None);
    }
}
