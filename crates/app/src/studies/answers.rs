//! What the department's studies have answered.

use super::Shelf;
use crate::AppError;
use department::element::Element;
use department::model::Study;
use department::{Asked, Department, Facts};
use locale::Lang;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use study::{Answer, Options, Selection, Task, digest, family};

/// What the department's studies have answered, by their ids.
#[derive(Default, Clone)]
pub struct Answers {
    by_id: BTreeMap<String, Answered>,
}

/// What came of a study.
#[derive(Clone)]
pub struct Answered {
    /// Changes whenever the question or its data change.
    key: u64,
    /// The answer, or why there is none.
    pub outcome: Result<Arc<dyn Answer>, Arc<AppError>>,
    /// The answer in short.
    pub digest: String,
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.by_id.keys()).finish()
    }
}

impl Answers {
    /// What came of a study.
    pub fn get(&self, id: &str) -> Option<&Answered> {
        self.by_id.get(id)
    }

    /// What rules hear of it.
    pub fn facts(&self, lang: Lang) -> Facts {
        let asked = |answered: &Answered| match &answered.outcome {
            Ok(_) => Asked::Answer(answered.digest.clone()),
            Err(error) => Asked::Fault(error.message(lang)),
        };
        let studies = self.by_id.iter().map(|(id, answered)| (id.clone(), asked(answered)));
        Facts { studies: studies.collect(), ..Facts::default() }
    }

    /// Asks every study whose question or data have changed since; nothing where none has.
    pub async fn next(
        &self,
        department: &Department,
        shelf: &Shelf<'_>,
    ) -> Result<Option<Answers>, AppError> {
        let mut next = Answers::default();
        let mut changed = false;
        for study in department.studies.iter().filter(|study| !study.data.is_empty()) {
            let Some(method) = study.method else { continue };
            let new = if study.new.is_empty() { None } else { shelf.version(&study.new).await? };
            let key = key(study, (shelf.version(&study.data).await?, new));
            let known = self.by_id.get(study.id()).filter(|known| known.key == key);
            let answered = match known {
                Some(known) => known.clone(),
                None => {
                    changed = true;
                    let outcome = one(study, method.word(), shelf).await;
                    let short = |answer: &Arc<dyn Answer>| digest(&answer.tell(Lang::En));
                    let digest = outcome.as_ref().map_or(String::new(), short);
                    Answered { key, outcome: outcome.map_err(Arc::new), digest }
                }
            };
            next.by_id.insert(study.id().to_owned(), answered);
        }
        changed |= next.by_id.len() != self.by_id.len();
        Ok(changed.then_some(next))
    }
}

fn key(study: &Study, version: (Option<u64>, Option<u64>)) -> u64 {
    let mut hasher = DefaultHasher::new();
    let method = study.method.map(|method| method.word());
    (&study.data, version, &study.filter, &study.derive, method, &study.options, &study.new)
        .hash(&mut hasher);
    hasher.finish()
}

/// Asks one study.
async fn one(study: &Study, method: &str, shelf: &Shelf<'_>) -> Result<Arc<dyn Answer>, AppError> {
    let Some(family) = family(method) else {
        return Err(AppError::Interrupted(format!("{method}: no such family")));
    };
    let given = study.options.iter().map(|line| {
        let (name, value) = line.split_once('=').unwrap_or((line, "true"));
        (name.trim(), value.trim())
    });
    let options = Options::new(family.options, given)?;
    let selection =
        Selection { filter: study.filter.clone(), derive: study.derive.clone(), ..Selection::default() };
    let data = selection.of(shelf.open(&study.data).await?)?;
    let fresh = match study.new.as_str() {
        "" => None,
        new if family.takes_new => Some(selection.new_of(shelf.open(new).await?)?),
        _ => return Err(study::Fault::NoFresh.into()),
    };
    let asked = tokio::task::spawn_blocking(move || {
        (family.run)(&Task { data: &data, fresh: fresh.as_ref(), options: &options })
    });
    Ok(Arc::from(asked.await.map_err(AppError::interrupted)??))
}

impl report::sections::Answers for Answers {
    fn answer(&self, id: &str, lang: Lang) -> Option<(study::Told, Vec<study::Picture>)> {
        let answer = self.get(id)?.outcome.as_ref().ok()?;
        Some((answer.tell(lang), answer.pictures(lang)))
    }
}
