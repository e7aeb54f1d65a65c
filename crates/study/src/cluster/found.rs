//! What was found, counted once.

use super::divide::{Division, More, Run, again, divide};
use super::fresh::fresh;
use super::many::{Many, drawn, many};
use super::question::{Method, Question, Space};
use super::{cautions, names, pictures, reading, rows, script, sheets};
use crate::data::Steps;
use crate::fresh::Fresh;
use crate::{Answer, Data, Fault, Picture, Sheet, Task, Told};
use locale::{Lang, t};
use stats::cluster::indices::{Indices, indices};
use stats::cluster::kmeans::{means, own_distances};
use stats::cluster::profile::{Profile, profile};
use stats::cluster::silhouette::{Silhouette, silhouette, silhouette_of};
use stats::cluster::stability::{Stability, stability};
use stats::cluster::{NOISE, Points};

/// Rows on which stability is tried.
const DRAWN: usize = 2_000;

/// Clusters with all that is known of them.
pub struct Clusters {
    pub file: String,
    pub question: Question,
    pub division: Division,
    pub many: Option<Many>,
    pub silhouette: Option<Silhouette>,
    pub indices: Option<Indices>,
    pub stability: Option<Stability>,
    pub profile: Profile,
    /// The clusters' means in the common measure, where there are means.
    pub centres: Option<Points>,
    /// How far each row is from its cluster's centre or medoid.
    pub distance: Vec<f64>,
    /// For each cluster the row that is most like it.
    pub examples: Vec<usize>,
    fresh: Option<Fresh>,
}

impl Clusters {
    /// Clusters the chosen columns.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let question = Question::of(task)?;
        let settings = &question.settings;
        let many = many(&question, task.data)?;
        let k = match (settings.k, settings.method) {
            (Some(k), _) => k,
            // Nought: BIC says.
            (None, Method::Mixture) => 0,
            (None, _) => many.as_ref().and_then(Many::by_silhouette).unwrap_or(1),
        };
        let tell = |done: usize, all: usize| task.data.tell(done, all);
        let run = Run { settings, k, starts: settings.starts, seed: settings.seed, watch: &tell };
        let division = divide(&question.space, None, &run)?;
        if division.k == 0 {
            return Err(stats::Error::TooFew { what: "clusters", have: 0, need: 1 }.into());
        }
        let labels = &division.labels;
        let (shown, indices) = match &question.space {
            _ if settings.quick => (None, None),
            Space::Points { scaled, .. } => (
                silhouette(scaled, labels, settings.metric, settings.seed).ok(),
                indices(scaled, labels).ok(),
            ),
            Space::Mixed(distances) => (silhouette_of(distances, labels).ok(), None),
        };
        let stability = firmness(&question, &division, task.data);
        let columns: Vec<&str> = question.names.iter().map(String::as_str).collect();
        let profile = profile(&question.frame, &columns, labels, settings.level)?;
        let (centres, distance, examples) = middles(&question, &division);
        let fresh = fresh(task, &question, &division, centres.as_ref())?;
        Ok(Clusters {
            file: task.data.name().to_owned(),
            silhouette: shown,
            indices,
            many,
            stability,
            profile,
            centres,
            distance,
            examples,
            fresh,
            division,
            question,
        })
    }

    /// How many rows belong to no cluster.
    pub fn noise(&self) -> usize {
        self.division.labels.iter().filter(|&&label| label == NOISE).count()
    }

    /// The share of all rows in a cluster.
    pub fn share(&self, cluster: usize) -> f64 {
        self.profile.sizes[cluster] as f64 / self.division.labels.len() as f64
    }

    /// A name for a cluster, from what sets it apart.
    pub fn name(&self, cluster: usize, lang: Lang) -> String {
        names::name(&self.profile, cluster, lang)
    }
}

/// Whether the clusters come again; of many rows some are drawn first.
fn firmness(question: &Question, division: &Division, data: &Data) -> Option<Stability> {
    let settings = &question.settings;
    if settings.quick || settings.draws == 0 || division.k < 2 {
        return None;
    }
    let rows = drawn(question.space.len(), DRAWN, settings.seed);
    let labels: Vec<u32> = rows.iter().map(|&row| division.labels[row]).collect();
    let steps = Steps::new(data, settings.draws);
    let redo = |some: &[usize], seed: u64| {
        let some: Vec<usize> = some.iter().map(|&at| rows[at]).collect();
        let found = match &division.more {
            More::Mixture(found, _) => again(&question.space, &some, &division.labels, found.model),
            _ => {
                let run = Run { settings, k: division.k, starts: 3, seed, watch: &|_, _| {} };
                divide(&question.space, Some(&some), &run).map(|found| found.labels)
            }
        };
        steps.one();
        found
    };
    stability(&labels, settings.draws, settings.seed, &redo).ok()
}

/// Centres, how far each row is from its own, and the nearest row to each.
fn middles(question: &Question, division: &Division) -> (Option<Points>, Vec<f64>, Vec<usize>) {
    let (labels, k) = (&division.labels, division.k);
    if let More::Medoids(found) = &division.more {
        return (None, found.distance.clone(), found.medoids.clone());
    }
    let (centres, distance) = match &question.space {
        Space::Points { scaled, .. } => {
            let centres = match &division.more {
                More::KMeans(found) => found.centres.clone(),
                _ => means(scaled, labels, k).0,
            };
            let distance = own_distances(scaled, labels, &centres);
            (Some(centres), distance)
        }
        // Without places, a row's mean distance to its cluster says how much it is like it.
        Space::Mixed(distances) => {
            let mean = |row: usize| {
                let others = (0..labels.len()).filter(|&other| labels[other] == labels[row]);
                let (sum, n) =
                    others.fold((0.0, 0.0), |(sum, n), other| (sum + distances.get(row, other), n + 1.0));
                sum / f64::max(n - 1.0, 1.0)
            };
            (None, (0..labels.len()).map(mean).collect())
        }
    };
    let mut examples: Vec<Option<usize>> = vec![None; k];
    for (row, &label) in labels.iter().enumerate().filter(|(_, label)| **label != NOISE) {
        let best = &mut examples[label as usize];
        if best.is_none_or(|best| distance[row] < distance[best]) {
            *best = Some(row);
        }
    }
    (centres, distance, examples.into_iter().map(Option::unwrap_or_default).collect())
}

impl Answer for Clusters {
    fn tell(&self, lang: Lang) -> Told {
        Told {
            method: format!("cluster.{}", script::method(self.question.settings.method)),
            title: t!(lang, "stats-cluster-title", file = &self.file, k = self.division.k),
            facts: sheets::facts(self, lang),
            sheets: sheets::all(self, lang)
                .into_iter()
                .chain(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)))
                .collect(),
            reading: reading::reading(self, lang),
            cautions: cautions::cautions(self, lang),
        }
    }

    fn rows(&self, _: Lang) -> Option<Sheet> {
        Some(rows::rows(self))
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::pictures(self, lang)
    }

    fn script(&self, file: &str) -> String {
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| fresh.script(&script::new(self)));
        script::script(self, file) + &new
    }
}
