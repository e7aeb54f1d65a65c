//! The second step of bringing figures in: what the columns are, what cannot be read and how it is mended, what would be kept.

use super::mapped::{mapping, mends};
use super::shown::shown;
use crate::desk::Desk;
use crate::pages::edit::{Form, Sent};
use crate::pages::exchange::owner;
use crate::problem::Problem;
use crate::visit::Visit;
use app::AppError;
use app::exchange::{Sheet, Upload};
use app::figures::{
    BOUNDS, ImportPlan, Imported, NamedImport, keep_import, named_import, read_figures, take_measurements,
};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use control::{Mapping, Mends, SeenColumn};
use locale::t;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file, read by a mapping and with mends.
pub(super) struct Step {
    pub upload: Arc<Upload>,
    pub sheet: Sheet,
    pub seen: Vec<SeenColumn>,
    pub mapping: Mapping,
    pub mends: Mends,
    pub plan: Result<ImportPlan, AppError>,
    /// The name of the import that the mapping is of.
    pub name: String,
}

/// `GET /measurements/import/TOKEN?as=NAME`
pub(super) async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    Path(token): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let step = step(&desk, &visit, &token, &Form::new(asked)).await?;
    shown(&visit, &token, step, String::new()).await
}

/// `POST /measurements/import/TOKEN`: looks again, or keeps what was shown.
pub(super) async fn post(
    State(desk): State<Desk>,
    visit: Visit,
    Path(token): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let (form, lang) = (Form::of(sent)?, visit.lang);
    let wrong = |error: AppError| Problem::of(error, lang);
    let step = step(&desk, &visit, &token, &form).await?;
    let Ok(plan) = &step.plan else { return shown(&visit, &token, step, String::new()).await };
    if form.one("do") != "import" {
        return shown(&visit, &token, step, String::new()).await;
    }
    let (errors, partial) = (plan.preview.errors.len(), !form.one("leave").is_empty());
    if errors > 0 && !partial {
        let alert = t!(lang, "measurements-refused", n = errors);
        return shown(&visit, &token, step, alert).await;
    }
    if plan.preview.measurements.is_empty() {
        let alert = t!(lang, "measurements-nothing");
        return shown(&visit, &token, step, alert).await;
    }
    let (store, act) = (visit.workspace.store(), visit.act(&desk));
    let (remember, mut lost) = (form.one("remember"), String::new());
    if !remember.is_empty() {
        let known = named_import(store, remember).await.map_err(wrong)?.unwrap_or_default();
        let import = NamedImport { mapping: step.mapping.clone(), partial, ..known };
        if !keep_import(store, desk.people(), &act, remember, &import).await.map_err(wrong)? {
            lost = format!("&lost={}", crate::pages::encoded(remember));
        }
    }
    let done = take_measurements(store, &act, &plan.file, &plan.preview.measurements).await.map_err(wrong)?;
    desk.shelf().drop(&owner(&visit), &token);
    let Imported { added, revised, unchanged } = done;
    let touched: BTreeSet<&str> = plan.preview.measurements.iter().map(|one| &*one.kpi).collect();
    let kpis: String =
        touched.into_iter().take(20).map(|id| format!("&kpi={}", crate::pages::encoded(id))).collect();
    let done =
        format!("/measurements/import?added={added}&revised={revised}&unchanged={unchanged}{kpis}{lost}");
    Ok(Redirect::to(&done).into_response())
}

async fn step(desk: &Desk, visit: &Visit, token: &str, form: &Form) -> Result<Step, Problem> {
    let lang = visit.lang;
    let wrong = |error: AppError| Problem::of(error, lang);
    let upload = desk.shelf().get(&owner(visit), token);
    let upload = upload.ok_or_else(|| Problem::Refused(t!(lang, "import-gone")))?;
    let name = form.one("as").to_owned();
    let named = match name.is_empty() || name == form.one("was") {
        true => None,
        false => named_import(visit.workspace.store(), &name).await.map_err(wrong)?,
    };
    let (form, view, clock) = (form.clone(), Arc::clone(&visit.view), visit.workspace.clock());
    let work = move || {
        let wanted = named.as_ref().map_or(form.one("sheet"), |named| &*named.mapping.sheet);
        let sheet = read_figures(&upload.name, &upload.bytes, wanted, &BOUNDS)?;
        let department = view.department();
        let mapping = named.map_or_else(|| mapping(&form, department, &sheet), |named| named.mapping);
        let mends = mends(&form, &sheet, lang);
        let plan = ImportPlan::of(&view, &sheet, &mapping, &mends, clock);
        let seen = control::columns(department, &sheet);
        Ok(Step { upload, sheet, seen, mapping, mends, plan, name })
    };
    tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(wrong)
}
