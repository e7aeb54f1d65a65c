//! Which cluster new rows belong to.

use super::divide::{Division, More};
use super::question::{Question, Space};
use crate::fresh::{Fresh, Title, frame, within};
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
    let (places, given) = match &question.space {
        Space::Points { .. } => by_place(data, &new, question, division, centres)?,
        Space::Mixed(_) => by_likeness(data, &new, question, division)?,
    };
    let second = match division.more {
        More::Mixture(..) => Title::Share,
        _ => Title::Distance,
    };
    let (cluster, how): (Vec<f64>, Vec<f64>) = given.into_iter().unzip();
    let mut columns = vec![(Title::Cluster, cluster)];
    if how.iter().any(|how| !how.is_nan()) {
        columns.push((second, how));
    }
    Ok(Some(Fresh::new(data, new.rows(), &places, columns)))
}

/// By where they lie: the nearest centre or medoid, the likeliest cloud, the nearest core within reach.
fn by_place(
    data: &Data,
    new: &Frame,
    question: &Question,
    division: &Division,
    centres: Option<&Points>,
) -> Result<(Vec<usize>, Vec<Given>), Fault> {
    let Space::Points { scaled, scale, .. } = &question.space else { return Err(Fault::NoFresh) };
    let names: Vec<&str> = question.names.iter().map(String::as_str).collect();
    let (raw, places) = Points::from_frame(new, &names).map_err(|error| within(data, error))?;
    let rows = scale.apply(&raw)?;
    let numbered = |(label, how): (u32, f64)| (f64::from(label) + 1.0, how);
    let given = match &division.more {
        More::Dbscan(found) => {
            let labels = dbscan::assign(found, scaled, &rows);
            let cluster = |label| if label == NOISE { 0.0 } else { f64::from(label) + 1.0 };
            labels.into_iter().map(|label| (cluster(label), f64::NAN)).collect()
        }
        More::Hdbscan(_) => return Err(Fault::NoFresh),
        More::Mixture(found, _) => mixture::assign(found, &rows)?.into_iter().map(numbered).collect(),
        More::Medoids(found) => {
            let near = medoids::assign(scaled, question.settings.metric, &found.medoids, &rows)?;
            near.into_iter().map(numbered).collect()
        }
        // A tree says nothing of rows that it does not hold; they go to the nearest mean.
        More::KMeans(_) | More::Tree(_) => {
            let centres = centres.ok_or(Fault::NoFresh)?;
            kmeans::assign(centres, &rows)?.into_iter().map(numbered).collect()
        }
    };
    Ok((places, given))
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
    let both = question.frame.above(new).map_err(|error| within(data, error))?;
    let measure = Gower::by_first(&both, &question.measure, known).map_err(|error| within(data, error))?;
    let near = |row: usize| {
        let gaps = found.medoids.iter().enumerate();
        let gaps =
            gaps.filter_map(|(at, &medoid)| Some((at as f64 + 1.0, measure.distance(medoid, known + row)?)));
        gaps.min_by(|a, b| a.1.total_cmp(&b.1)).map(|given| (row, given))
    };
    let (places, given): (Vec<usize>, Vec<Given>) = (0..new.rows()).filter_map(near).unzip();
    if places.is_empty() {
        return Err(within(data, Error::TooFew { what: "rows", have: 0, need: 1 }));
    }
    Ok((places, given))
}
