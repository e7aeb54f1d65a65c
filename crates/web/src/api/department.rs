//! The department as a whole, and who asks.

use crate::api::change::Summary;
use crate::api::json::word;
use crate::visit::Visit;
use app::Right;
use axum::Json;
use department::Kind;
use department::element::{FieldSpec, Shape};
use department::labels::{field_help, field_name, kind_help, kind_name};
use locale::Lang;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Who asks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// The login.
    login: String,
    /// The name.
    name: String,
    /// The role.
    role: &'static str,
    /// What may be done with this key or session.
    rights: Vec<&'static str>,
}

/// The department as it stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DepartmentState {
    /// Its name.
    name: String,
    /// The organisation.
    organisation: String,
    /// The language of its texts.
    language: &'static str,
    /// The newest revision.
    revision: u64,
    /// The day on which it was checked.
    today: String,
    /// Whether some of the figures are synthetic.
    synthetic: bool,
    /// How many findings there are.
    summary: Summary,
    /// How many elements there are of each kind.
    elements: BTreeMap<&'static str, usize>,
    /// The files.
    files: Vec<String>,
}

/// A kind of table of the texts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KindInfo {
    /// The word of its header.
    kind: &'static str,
    /// What it is called.
    name: String,
    /// What it is for.
    help: String,
    /// The file in which it stands.
    file: &'static str,
    /// Whether there are many of it, each with an id, or one.
    many: bool,
    /// Its fields.
    fields: Vec<FieldInfo>,
}

/// A field of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldInfo {
    /// Its key.
    field: &'static str,
    /// What it is called.
    name: String,
    /// What it means.
    help: String,
    /// What may stand in it: `text`, `number`, `bool`, `date`, `choice`, `ref`, `list`, `duration`, `tolerance`,
    /// `mark`, `levels` or `table`.
    shape: &'static str,
    /// Of a list: what it is a list of.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    /// Of a choice: the words. Of a reference: the kind that it names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<&'static str>,
}

/// `GET /api/v1/me`
#[utoipa::path(get, path = "/api/v1/me", tag = "department", responses((status = 200, body = Me), super::Refusals))]
pub(crate) async fn me(visit: Visit) -> Json<Me> {
    let signed = &visit.signed;
    let rights = Right::ALL.into_iter().filter(|right| *right != Right::Anyone && signed.may(*right));
    Json(Me {
        login: signed.user.login.clone(),
        name: signed.user.name.clone(),
        role: signed.user.role.word(),
        rights: rights.map(Right::word).collect(),
    })
}

/// `GET /api/v1/department`
#[utoipa::path(
    get, path = "/api/v1/department", tag = "department",
    responses((status = 200, body = DepartmentState), super::Refusals)
)]
pub(crate) async fn department(visit: Visit) -> Json<DepartmentState> {
    let view = &visit.view;
    let mut elements: BTreeMap<_, _> = Kind::ALL.iter().map(|kind| (kind.key(), 0)).collect();
    view.department().each(|kind, _, _| *elements.entry(kind.key()).or_default() += 1);
    let about = &view.department().about;
    Json(DepartmentState {
        name: about.name.clone(),
        organisation: about.organisation.clone(),
        language: view.language().code(),
        revision: view.revision,
        today: view.today.to_string(),
        synthetic: view.synthetic(),
        summary: Summary::of(view),
        elements,
        files: view.files.by_path.keys().cloned().collect(),
    })
}

/// `GET /api/v1/kinds`
#[utoipa::path(
    get, path = "/api/v1/kinds", tag = "department",
    responses((status = 200, body = Vec<KindInfo>), super::Refusals)
)]
pub(crate) async fn kinds(visit: Visit) -> Json<Vec<KindInfo>> {
    let lang = visit.lang;
    let each = department::model::schema().into_iter().map(|(file, kind, fields)| KindInfo {
        kind,
        name: kind_name(lang, kind),
        help: kind_help(lang, kind),
        file,
        many: Kind::ALL.iter().any(|known| known.key() == kind),
        fields: fields.iter().map(|spec| field(lang, kind, spec)).collect(),
    });
    Json(each.collect())
}

fn field(lang: Lang, kind: &str, spec: &FieldSpec) -> FieldInfo {
    let (of, inner) = match spec.shape {
        Shape::List(item) => (Some(word(*item)), *item),
        shape => (None, shape),
    };
    let words = match inner {
        Shape::Choice(words) => words.to_vec(),
        Shape::Ref(kind) => vec![kind],
        Shape::Record(fields) => fields.iter().map(|field| field.key).collect(),
        _ => Vec::new(),
    };
    FieldInfo {
        field: spec.key,
        name: field_name(lang, kind, spec.key),
        help: field_help(lang, kind, spec.key),
        shape: word(spec.shape),
        of,
        words,
    }
}
