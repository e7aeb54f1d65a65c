//! Which cluster new rows belong to.

use super::divide::{Division, More};
use super::question::{Question, Space};
use crate::fresh::{Fresh, Note, Title, frame, within};
use crate::{Data, Fault, Task};
use stats::cluster::gower::Gower;
use stats::cluster::{NOISE, Points, dbscan, kmeans, medoids, mixture};
use stats::{Error, Frame};

/// What a row was given: its cluster's number from 1, nought where it belongs to none, and how far or how likely.
type Given = (f64, f64);

/// New rows in the clusters that were found.
pub fn fresh(
    task: &Task<'_>,
    question: &Question,
    division: &Division,
    centres: Option<&Points>,
) -> Result<Option<Fresh>, Fault> {
    let Some(data) = task.fresh else { return Ok(None) };
    let new = frame(data, &question.names)?;
    let (places, given, rows) = match &question.space {
        Space::Points { scale, .. } => {
            let names: Vec<&str> = question.names.iter().map(String::as_str).collect();
            let (raw, places) =
                Points::from_frame(&new, &names).map_err(|error| within(data.name(), error))?;
            let rows = scale.apply(&raw)?;
            (places, by_place(&rows, question, division, centres)?, Some(rows))
        }
        Space::Mixed(_) => {
            let (places, given) = by_likeness(data, &new, question, division)?;
            (places, given, None)
        }
    };
    let (second, note) = match &division.more {
        More::Mixture(..) => (Title::Share, Note::Cloud),
        More::Medoids(_) => (Title::Distance, Note::Medoid),
        More::Tree(_) => (Title::Distance, Note::Mean),
        More::Dbscan(found) => (Title::Distance, Note::Core(found.radius)),
        _ => (Title::Distance, Note::Centre),
    };
    let (cluster, how): (Vec<f64>, Vec<f64>) = given.into_iter().unzip();
    let mut columns = vec![(Title::Cluster, cluster), (second, how)];
    if let (More::Mixture(found, _), Some(rows)) = (&division.more, rows) {
        let (k, shares) = (found.clouds(), mixture::shares(found, &rows)?);
        let of = |cloud: usize| shares.iter().skip(cloud).step_by(k.max(1)).copied().collect();
        columns.extend((0..k).map(|cloud| (Title::ShareOf(cloud + 1), of(cloud))));
    }
    Ok(Some(Fresh::new(data, new.rows(), &places, columns).noted(vec![note])))
}

/// By where they lie: the nearest centre or medoid, the likeliest cloud, the nearest core within reach.
fn by_place(
    rows: &Points,
    question: &Question,
    division: &Division,
    centres: Option<&Points>,
) -> Result<Vec<Given>, Fault> {
    let Space::Points { scaled, .. } = &question.space else { return Err(Fault::NoFresh) };
    let numbered = |(label, how): (u32, f64)| (f64::from(label) + 1.0, how);
    let given = match &division.more {
        More::Dbscan(found) => {
            let cluster = |label| if label == NOISE { 0.0 } else { f64::from(label) + 1.0 };
            let near = dbscan::assign(found, scaled, rows);
            near.into_iter().map(|(label, gap)| (cluster(label), gap)).collect()
        }
        More::Hdbscan(_) => return Err(Fault::NoFresh),
        More::Mixture(found, _) => mixture::assign(found, rows)?.into_iter().map(numbered).collect(),
        More::Medoids(found) => {
            let near = medoids::assign(scaled, question.settings.metric, &found.medoids, rows)?;
            near.into_iter().map(numbered).collect()
        }
        // A tree says nothing of rows that it does not hold; they go to the nearest mean.
        More::KMeans(_) | More::Tree(_) => {
            let centres = centres.ok_or(Fault::NoFresh)?;
            kmeans::assign(centres, rows)?.into_iter().map(numbered).collect()
        }
    };
    Ok(given)
}

/// By Gower's measure: the nearest medoid.
fn by_likeness(
    data: &Data,
    new: &Frame,
    question: &Question,
    division: &Division,
) -> Result<(Vec<usize>, Vec<Given>), Fault> {
    let More::Medoids(found) = &division.more else { return Err(Fault::NoFresh) };
    let known = question.frame.rows();
    let both = question.frame.above(new).map_err(|error| within(data.name(), error))?;
    let measure =
        Gower::by_first(&both, &question.measure, known).map_err(|error| within(data.name(), error))?;
    let near = |row: usize| {
        let gaps = found.medoids.iter().enumerate();
        let gaps =
            gaps.filter_map(|(at, &medoid)| Some((at as f64 + 1.0, measure.distance(medoid, known + row)?)));
        gaps.min_by(|a, b| a.1.total_cmp(&b.1)).map(|given| (row, given))
    };
    let (places, given): (Vec<usize>, Vec<Given>) = (0..new.rows()).filter_map(near).unzip();
    if places.is_empty() {
        return Err(within(data.name(), Error::TooFew { what: "rows", have: 0, need: 1 }));
    }
    Ok((places, given))
}
