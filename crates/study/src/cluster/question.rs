//! What was asked, as the methods take it.

use crate::{Fault, Task};
use stats::cluster::gower::{Gower, Weighed};
use stats::cluster::hierarchical::Linkage;
use stats::cluster::mixture::Model;
use stats::cluster::{Distances, Metric, Points, Scale, Scaling};
use stats::{Error, Frame, Values};

/// How rows are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    KMeans,
    Pam,
    Hierarchical,
    Dbscan,
    Hdbscan,
    Mixture,
}

/// What was chosen.
#[derive(Debug, Clone)]
pub struct Settings {
    pub method: Method,
    /// None: the data say.
    pub k: Option<usize>,
    pub most: usize,
    pub metric: Metric,
    pub linkage: Linkage,
    pub radius: Option<f64>,
    pub least: usize,
    /// None: BIC says.
    pub model: Option<Model>,
    pub starts: usize,
    /// k-means begins at rows spread evenly, not at drawn ones: the same beginning in every program.
    pub even: bool,
    /// Only the division: no other numbers of clusters, no silhouette, no draws.
    pub quick: bool,
    pub draws: usize,
    pub seed: u64,
    pub level: f64,
}

/// Where the rows lie.
pub enum Space {
    /// Figures in one measure, as they were, and the measure.
    Points { scaled: Points, raw: Points, scale: Scale },
    /// Columns of different kinds: distances only.
    Mixed(Distances),
}

impl Space {
    pub fn len(&self) -> usize {
        match self {
            Space::Points { scaled, .. } => scaled.len(),
            Space::Mixed(distances) => distances.len(),
        }
    }
}

/// Data and choices.
pub struct Question {
    pub settings: Settings,
    /// The chosen columns, of the rows that are used.
    pub frame: Frame,
    pub names: Vec<String>,
    /// The rows' numbers in the file, from 0.
    pub rows: Vec<usize>,
    pub dropped: usize,
    pub space: Space,
    /// How each column counts in Gower's measure; empty where that is not the measure.
    pub measure: Vec<Weighed>,
}

impl Question {
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let names = task.data.chosen(&task.options.columns("columns"))?;
        if names.is_empty() {
            return Err(Error::TooFew { what: "columns", have: 0, need: 1 }.into());
        }
        let all = task.data.frame(&names)?;
        let words = all.columns().iter().any(|column| matches!(column.values, Values::Factor { .. }));
        let distance = task.options.text("distance");
        // Weights of columns and likeness by "yes" alone are Gower's.
        let own = ["weigh", "asymmetric"].into_iter().find(|name| !task.options.text(name).is_empty());
        let mixed = distance == "gower" || (distance == "auto" && (words || own.is_some()));
        if let Some(name) = own.filter(|_| !mixed) {
            return Err(choice(name, task.options.text(name), "--distance gower"));
        }
        let settings = settings(task, mixed)?;
        let texts: Vec<&str> = names.iter().map(String::as_str).collect();
        let measure = if mixed { weighed(task, &all)? } else { Vec::new() };
        let (rows, space) = if mixed {
            let rows: Vec<usize> = (0..all.rows())
                .filter(|&row| all.columns().iter().any(|column| !column.values.is_missing(row)))
                .collect();
            let space = Space::Mixed(Gower::new(&all, &measure)?.distances(&rows)?);
            (rows, space)
        } else {
            let (raw, rows) = Points::from_frame(&all, &texts)?;
            let scaling = match task.options.text("scale") {
                "robust" => Scaling::Robust,
                "range" => Scaling::Range,
                "none" => Scaling::None,
                _ => Scaling::Z,
            };
            let scale = Scale::of(&raw, scaling, &texts)?;
            (rows, Space::Points { scaled: scale.apply(&raw)?, raw, scale })
        };
        let least = 2.max(settings.k.map_or(2, |k| k + 1));
        if rows.len() < least {
            return Err(Error::TooFew { what: "rows", have: rows.len(), need: least }.into());
        }
        let dropped = all.rows() - rows.len();
        let frame = if dropped == 0 { all } else { picked(&all, &rows)? };
        Ok(Question { settings, frame, names, rows, dropped, space, measure })
    }
}

fn settings(task: &Task<'_>, mixed: bool) -> Result<Settings, Fault> {
    let options = task.options;
    let method = match options.text("method") {
        "pam" => Method::Pam,
        "hierarchical" => Method::Hierarchical,
        "dbscan" => Method::Dbscan,
        "hdbscan" => Method::Hdbscan,
        "mixture" => Method::Mixture,
        // Means of words there are none; medoids stand in where nothing else was chosen.
        _ if mixed && options.text("distance") == "auto" => Method::Pam,
        _ => Method::KMeans,
    };
    if mixed && !matches!(method, Method::Pam | Method::Hierarchical) {
        return Err(choice("method", options.text("method"), "pam|hierarchical"));
    }
    let manhattan = options.text("distance") == "manhattan";
    if manhattan && !matches!(method, Method::Pam | Method::Hierarchical) {
        return Err(choice("distance", "manhattan", "euclidean"));
    }
    let linkage = match options.text("linkage") {
        "ward-d" => Linkage::WardD,
        "single" => Linkage::Single,
        "complete" => Linkage::Complete,
        "average" => Linkage::Average,
        "mcquitty" => Linkage::McQuitty,
        "centroid" => Linkage::Centroid,
        "median" => Linkage::Median,
        _ => Linkage::Ward,
    };
    let name = options.text("model");
    let model = Model::ALL.into_iter().find(|model| model.name().eq_ignore_ascii_case(name));
    if model.is_none() && name != "auto" {
        let all: Vec<&str> = Model::ALL.iter().map(|model| model.name()).collect();
        return Err(choice("model", name, &format!("auto|{}", all.join("|"))));
    }
    let whole = |name: &str, other: u64| options.whole(name).unwrap_or(other);
    Ok(Settings {
        method,
        k: options.whole("k").map(|k| k as usize),
        most: whole("most", 8) as usize,
        metric: if manhattan { Metric::Manhattan } else { Metric::Euclidean },
        linkage,
        radius: options.number("eps"),
        least: whole("min-points", 5) as usize,
        model,
        starts: whole("starts", 25) as usize,
        even: options.text("start") == "even",
        quick: options.flag("quick"),
        draws: whole("draws", 50) as usize,
        seed: whole("seed", 1),
        level: options.number("level").unwrap_or(0.95),
    })
}

fn choice(name: &str, value: &str, allowed: &str) -> Fault {
    Fault::Choice { name: name.to_owned(), value: value.to_owned(), allowed: allowed.to_owned() }
}

/// How each column counts in Gower's measure.
fn weighed(task: &Task<'_>, all: &Frame) -> Result<Vec<Weighed>, Fault> {
    let asymmetric = task.options.columns("asymmetric");
    let text = task.options.text("weigh");
    let weights = weights(text)?;
    for name in asymmetric.iter().chain(weights.iter().map(|(name, _)| name)) {
        all.column(name)?;
    }
    let one = |column: &stats::Column| {
        let own = weights.iter().find(|(name, _)| *name == column.name);
        Weighed {
            name: column.name.clone(),
            weight: own.map_or(1.0, |(_, weight)| *weight),
            asymmetric: asymmetric.contains(&column.name),
        }
    };
    let measure: Vec<Weighed> = all.columns().iter().map(one).collect();
    match measure.iter().all(|column| column.weight == 0.0) {
        // Where nothing counts there are no distances.
        true => Err(choice("weigh", text, WEIGHTS)),
        false => Ok(measure),
    }
}

/// What weights look like; each is 0 or more, and one at least is more.
const WEIGHTS: &str = "column=2,column=0.5";

/// `type=2,hour=0.5`; a column that is not named counts 1, and none is named twice.
fn weights(text: &str) -> Result<Vec<(String, f64)>, Fault> {
    let mut weights: Vec<(String, f64)> = Vec::new();
    for part in crate::listed(text) {
        let (name, weight) = part.rsplit_once('=').unwrap_or((&part, ""));
        let (name, weight) = (name.trim(), weight.trim().parse::<f64>());
        let twice = weights.iter().any(|(other, _)| other == name);
        match weight {
            Ok(weight) if weight >= 0.0 && weight.is_finite() && !twice => {
                weights.push((name.to_owned(), weight));
            }
            _ => return Err(choice("weigh", &part, WEIGHTS)),
        }
    }
    Ok(weights)
}

/// Some rows of a frame.
fn picked(all: &Frame, rows: &[usize]) -> Result<Frame, Fault> {
    let columns = all.columns().iter().map(|column| {
        let values = match &column.values {
            Values::Number(values) => Values::Number(rows.iter().map(|&row| values[row]).collect()),
            Values::Factor { codes, levels, ordered } => Values::Factor {
                codes: rows.iter().map(|&row| codes[row]).collect(),
                levels: levels.clone(),
                ordered: *ordered,
            },
        };
        stats::Column { name: column.name.clone(), values }
    });
    Ok(Frame::new(columns.collect())?)
}
