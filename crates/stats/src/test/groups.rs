//! Values in groups.

use super::sample::sample;
use crate::{Error, MISSING, Result};

/// Values in named groups; groups without a value are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// The names.
    pub names: Vec<String>,
    /// The values of each.
    pub values: Vec<Vec<f64>>,
    /// How many rows had no value or no group.
    pub dropped: usize,
}

/// Puts values into the groups of a factor.
///
/// Errors: lengths that differ; an infinite value; no value; fewer than two groups.
pub fn split(name: &str, values: &[f64], codes: &[u32], levels: &[String]) -> Result<Groups> {
    if values.len() != codes.len() {
        return Err(Error::Lengths { left: values.len(), right: codes.len() });
    }
    sample(name, values, 1)?;
    let mut lists = vec![Vec::new(); levels.len()];
    let mut dropped = 0;
    for (&value, &code) in values.iter().zip(codes) {
        match lists.get_mut(code as usize) {
            Some(list) if !value.is_nan() && code != MISSING => list.push(value),
            _ => dropped += 1,
        }
    }
    let there = levels.iter().cloned().zip(lists).filter(|(_, list)| !list.is_empty());
    let (names, values): (Vec<_>, Vec<_>) = there.unzip();
    Groups { names, values, dropped }.checked()
}

impl Groups {
    /// At least two groups.
    fn checked(self) -> Result<Self> {
        match self.values.len() {
            have @ 0..2 => Err(Error::TooFew { what: "groups", have, need: 2 }),
            _ => Ok(self),
        }
    }

    /// How many values there are.
    pub fn n(&self) -> usize {
        self.values.iter().map(Vec::len).sum()
    }

    /// All values, one group after another.
    pub(crate) fn all(&self) -> Vec<f64> {
        self.values.concat()
    }

    /// Every group must have so many values.
    pub(crate) fn each(&self, need: usize) -> Result<()> {
        match self.values.iter().map(Vec::len).min() {
            Some(have) if have < need => Err(Error::TooFew { what: "rows", have, need }),
            _ => Ok(()),
        }
    }
}
