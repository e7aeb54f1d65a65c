//! What would be if the texts said something else: nothing is kept.

use crate::{AppError, Figures, View, Workspace};
use control::correction::{Call, Missed, missed};
use department::edit::{Change, apply};
use department::{Element, book};
use diag::Finding;
use locale::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The department as it stands, and as it would.
#[derive(Debug)]
pub struct WhatIf {
    /// As it stands.
    pub now: Arc<View>,
    /// As it would.
    pub then: View,
}

impl Workspace {
    /// The department with changes that are not kept.
    pub async fn what_if(&self, changes: &[Change]) -> Result<WhatIf, AppError> {
        let now = self.view().await?;
        let files = Arc::new(apply(&now.files, changes)?);
        let work = move || {
            let then = now.next(now.revision, files, Arc::clone(&now.figures), now.today);
            let judged =
                now.figures.judged.tried(now.department(), then.department(), then.series(), now.today);
            let figures = Figures { judged: Arc::new(judged), ..Figures::clone(&then.figures) };
            WhatIf { then: then.with(figures), now }
        };
        tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)
    }
}

impl WhatIf {
    /// The findings that would go, of the department as it stands.
    pub fn gone(&self) -> Vec<&Finding> {
        only(&self.now, &self.then)
    }

    /// The findings that would come, of the department as it would stand.
    pub fn come(&self) -> Vec<&Finding> {
        only(&self.then, &self.now)
    }

    /// The misses that would open a correction and do not now.
    pub fn opened(&self) -> Vec<Missed<'_>> {
        let calls = |view: &View| -> BTreeSet<String> {
            opening(view).into_iter().map(|call| call.kpi.id().to_owned()).collect()
        };
        let known = calls(&self.now);
        opening(&self.then).into_iter().filter(|call| !known.contains(call.kpi.id())).collect()
    }
}

fn opening(view: &View) -> Vec<Missed<'_>> {
    let runs = &view.figures.corrections;
    let calls = missed(view.department(), view.series(), runs, view.today).into_iter();
    calls.filter(|call| call.call == Call::Open).collect()
}

/// The findings of a view that another does not have, by what they say and of what.
fn only<'v>(own: &'v View, other: &View) -> Vec<&'v Finding> {
    let key = |view: &View, finding: &Finding| {
        (finding.code, view.subject(finding.place).0, book().message(Lang::En, finding))
    };
    let known: BTreeSet<_> = other.findings.iter().map(|finding| key(other, finding)).collect();
    own.findings.iter().filter(|finding| !known.contains(&key(own, finding))).collect()
}
