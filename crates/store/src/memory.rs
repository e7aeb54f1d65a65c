//! A store that forgets.

use crate::{ImportRecord, Imported, Measurements, StoreError, check};
use async_trait::async_trait;
use control::Measurement;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Keeps everything in memory, for as long as it lives.
#[derive(Debug, Default)]
pub struct Memory {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    revisions: BTreeMap<String, BTreeMap<Date, Vec<Measurement>>>,
    imports: Vec<ImportRecord>,
}

impl Memory {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn latest(&self, kpi: &str) -> Vec<Measurement> {
        let days = self.revisions.get(kpi).into_iter().flatten();
        days.filter_map(|(_, revisions)| revisions.last().cloned()).collect()
    }

    fn record(&mut self, one: &Measurement) -> &mut ImportRecord {
        let (file, imported) = (&one.origin.file, &one.imported);
        let known =
            self.imports.iter().position(|record| record.file == *file && record.imported == *imported);
        let at = known.unwrap_or_else(|| {
            let (file, imported) = (file.clone(), imported.clone());
            self.imports.push(ImportRecord { file, imported, added: 0, revised: 0 });
            self.imports.len() - 1
        });
        &mut self.imports[at]
    }
}

#[async_trait]
impl Measurements for Memory {
    async fn import(&self, batch: &[Measurement]) -> Result<Imported, StoreError> {
        check(batch)?;
        let mut kept = self.kept();
        let mut done = Imported::default();
        for one in batch {
            let revisions = kept.revisions.entry(one.kpi.clone()).or_default().entry(one.date).or_default();
            let last = revisions.last().map(|last| (last.value, last.origin.synthetic));
            if last == Some((one.value, one.origin.synthetic)) {
                done.unchanged += 1;
                continue;
            }
            revisions.push(one.clone());
            let (total, record) = match last {
                None => (&mut done.added, &mut kept.record(one).added),
                Some(_) => (&mut done.revised, &mut kept.record(one).revised),
            };
            *total += 1;
            *record += 1;
        }
        Ok(done)
    }

    async fn all(&self) -> Result<BTreeMap<String, Vec<Measurement>>, StoreError> {
        let kept = self.kept();
        Ok(kept.revisions.keys().map(|kpi| (kpi.clone(), kept.latest(kpi))).collect())
    }

    async fn of(&self, kpi: &str) -> Result<Vec<Measurement>, StoreError> {
        Ok(self.kept().latest(kpi))
    }

    async fn revisions(&self, kpi: &str, date: Date) -> Result<Vec<Measurement>, StoreError> {
        let kept = self.kept();
        Ok(kept.revisions.get(kpi).and_then(|days| days.get(&date)).cloned().unwrap_or_default())
    }

    async fn imports(&self) -> Result<Vec<ImportRecord>, StoreError> {
        Ok(self.kept().imports.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_is_a_store() {
        crate::suite::stories(|| async { Memory::default() }).await;
    }
}
