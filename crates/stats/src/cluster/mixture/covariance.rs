//! The covariances that make the likelihood greatest, given how the rows belong (Celeux and Govaert 1995).

use super::Model;
use matrix::{Mat, eigen, inverse, log_determinant, product};

/// Steps of those models whose parts are found in turn.
const TURNS: usize = 100;
const REST: f64 = 1e-12;

/// The covariances of a model from each cloud's weighted scatter and weight; none where one is singular.
pub(super) fn covariances(model: Model, scatter: &[Mat<f64>], weights: &[f64]) -> Option<Vec<Mat<f64>>> {
    let d = scatter.first()?.nrows();
    let (n, k): (f64, usize) = (weights.iter().sum(), weights.len());
    if weights.iter().any(|&weight| weight <= 0.0) {
        return None;
    }
    let pooled = || scatter.iter().skip(1).fold(scatter[0].clone(), |sum, part| &sum + part);
    let each = |of: &dyn Fn(usize) -> Mat<f64>| Some((0..k).map(of).collect());
    match model {
        Model::EII => {
            let size = trace(&pooled()) / (n * d as f64);
            each(&|_| diagonal(&vec![size; d]))
        }
        Model::VII => each(&|at| diagonal(&vec![trace(&scatter[at]) / (weights[at] * d as f64); d])),
        Model::EEI => each(&|_| diagonal(&scaled(&axes(&pooled()), 1.0 / n))),
        Model::EEE => each(&|_| times(&pooled(), 1.0 / n)),
        Model::VVI => each(&|at| diagonal(&scaled(&axes(&scatter[at]), 1.0 / weights[at]))),
        Model::VVV => each(&|at| times(&scatter[at], 1.0 / weights[at])),
        Model::EVI => {
            let shapes: Vec<Vec<f64>> = scatter.iter().map(axes).collect();
            let found = one_volume(&shapes, n)?;
            each(&|at| diagonal(&found[at]))
        }
        Model::EVV => {
            let volumes = scatter.iter().map(volume).collect::<Option<Vec<f64>>>()?;
            let size = volumes.iter().sum::<f64>() / n;
            each(&|at| times(&scatter[at], size / volumes[at]))
        }
        Model::VEI => {
            let parts: Vec<Vec<f64>> = scatter.iter().map(axes).collect();
            let (shape, sizes) = one_shape(&parts, weights)?;
            each(&|at| diagonal(&scaled(&shape, sizes[at])))
        }
        Model::EEV | Model::VEV => {
            let turned = scatter.iter().map(|part| eigen(part.as_ref()).ok()).collect::<Option<Vec<_>>>()?;
            let parts: Vec<Vec<f64>> = turned.iter().map(|part| part.values.clone()).collect();
            let (shape, sizes) = if model == Model::EEV {
                let sum: Vec<f64> = (0..d).map(|at| parts.iter().map(|part| part[at]).sum()).collect();
                let size = mean_volume(&sum)?;
                (scaled(&sum, 1.0 / size), vec![size / n; k])
            } else {
                one_shape(&parts, weights)?
            };
            each(&|at| turn(&turned[at].vectors, &scaled(&shape, sizes[at])))
        }
        Model::VEE => one_form(scatter, weights),
        Model::EVE | Model::VVE => one_direction(model, scatter, weights),
    }
}

/// One shape on the axes of each cloud, a size for each: A is Σ W/λ brought to volume one, λ is tr(W·A⁻¹)/(n·d).
fn one_shape(parts: &[Vec<f64>], weights: &[f64]) -> Option<(Vec<f64>, Vec<f64>)> {
    let d = parts.first()?.len();
    let mut sizes: Vec<f64> = parts
        .iter()
        .zip(weights)
        .map(|(part, weight)| part.iter().sum::<f64>() / (weight * d as f64))
        .collect();
    let mut shape = vec![1.0; d];
    for _ in 0..TURNS {
        let sum: Vec<f64> =
            (0..d).map(|at| parts.iter().zip(&sizes).map(|(part, size)| part[at] / size).sum()).collect();
        shape = scaled(&sum, 1.0 / mean_volume(&sum)?);
        let next: Vec<f64> = parts
            .iter()
            .zip(weights)
            .map(|(part, weight)| {
                part.iter().zip(&shape).map(|(w, a)| w / a).sum::<f64>() / (weight * d as f64)
            })
            .collect();
        let moved = next.iter().zip(&sizes).map(|(new, old)| (new / old - 1.0).abs()).fold(0.0, f64::max);
        sizes = next;
        if moved < REST {
            break;
        }
    }
    sizes.iter().all(|size| *size > 0.0 && size.is_finite()).then_some((shape, sizes))
}

/// A shape for each cloud on its axes, one volume for all.
fn one_volume(shapes: &[Vec<f64>], n: f64) -> Option<Vec<Vec<f64>>> {
    let volumes = shapes.iter().map(|shape| mean_volume(shape)).collect::<Option<Vec<f64>>>()?;
    let size = volumes.iter().sum::<f64>() / n;
    Some(shapes.iter().zip(&volumes).map(|(shape, volume)| scaled(shape, size / volume)).collect())
}

/// VEE: one matrix of volume one, a size for each.
fn one_form(scatter: &[Mat<f64>], weights: &[f64]) -> Option<Vec<Mat<f64>>> {
    let d = scatter.first()?.nrows();
    let mut sizes: Vec<f64> =
        scatter.iter().zip(weights).map(|(part, weight)| trace(part) / (weight * d as f64)).collect();
    let mut form = scatter[0].clone();
    for _ in 0..TURNS {
        form = Mat::from_fn(d, d, |a, b| {
            scatter.iter().zip(&sizes).map(|(part, size)| part[(a, b)] / size).sum()
        });
        form = times(&form, 1.0 / volume(&form)?);
        let back = inverse(form.as_ref()).ok()?;
        let size = |(part, weight): (&Mat<f64>, &f64)| {
            let sum: f64 =
                (0..d).flat_map(|a| (0..d).map(move |b| (a, b))).map(|at| part[at] * back[at]).sum();
            sum / (weight * d as f64)
        };
        let next: Vec<f64> = scatter.iter().zip(weights).map(size).collect();
        let moved = next.iter().zip(&sizes).map(|(new, old)| (new / old - 1.0).abs()).fold(0.0, f64::max);
        sizes = next;
        if moved < REST {
            break;
        }
    }
    sizes.iter().all(|size| *size > 0.0).then(|| sizes.iter().map(|size| times(&form, *size)).collect())
}

/// EVE and VVE: one direction D for all, found by turning two axes at a time. With D given the shapes follow; with the shapes
/// given, two axes' best turn is that of a 2 × 2 eigenproblem, for the sum of both axes' weights does not change with it (after
/// Flury and Gautschi 1986).
fn one_direction(model: Model, scatter: &[Mat<f64>], weights: &[f64]) -> Option<Vec<Mat<f64>>> {
    let (d, n) = (scatter.first()?.nrows(), weights.iter().sum::<f64>());
    let pooled = scatter.iter().skip(1).fold(scatter[0].clone(), |sum, part| &sum + part);
    let mut axes = eigen(pooled.as_ref()).ok()?.vectors;
    let mut last = f64::INFINITY;
    let mut shapes = Vec::new();
    for _ in 0..TURNS * 5 {
        let along: Vec<Vec<f64>> =
            scatter.iter().map(|part| (0..d).map(|at| form(part, &axes, at, at)).collect()).collect();
        shapes = if model == Model::EVE {
            one_volume(&along, n)?
        } else {
            along.iter().zip(weights).map(|(part, weight)| scaled(part, 1.0 / weight)).collect()
        };
        let logs: f64 = shapes
            .iter()
            .zip(weights)
            .map(|(shape, weight)| weight * shape.iter().map(|x| x.ln()).sum::<f64>())
            .sum();
        if !logs.is_finite() {
            return None;
        }
        if (last - logs).abs() <= REST * logs.abs().max(1.0) {
            break;
        }
        last = logs;
        for a in 0..d {
            for b in a + 1..d {
                rotate(&mut axes, scatter, &shapes, a, b);
            }
        }
    }
    Some(shapes.iter().map(|shape| turn(&axes, shape)).collect())
}

/// Turns two axes so that Σ tr(W·D·B·Dᵀ), B the inverse of each shape, is least.
fn rotate(axes: &mut Mat<f64>, scatter: &[Mat<f64>], shapes: &[Vec<f64>], a: usize, b: usize) {
    let (mut aa, mut ab, mut bb) = (0.0, 0.0, 0.0);
    for (part, shape) in scatter.iter().zip(shapes) {
        let weight = 1.0 / shape[a] - 1.0 / shape[b];
        aa += weight * form(part, axes, a, a);
        ab += weight * form(part, axes, a, b);
        bb += weight * form(part, axes, b, b);
    }
    if ab == 0.0 && aa <= bb {
        return;
    }
    // The angle of the eigenvector of the lesser eigenvalue.
    let angle = 0.5 * libm::atan2(-2.0 * ab, bb - aa);
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    for row in 0..axes.nrows() {
        let (x, y) = (axes[(row, a)], axes[(row, b)]);
        axes[(row, a)] = cos * x + sin * y;
        axes[(row, b)] = cos * y - sin * x;
    }
}

/// aᵀ·W·b for two of the axes.
fn form(part: &Mat<f64>, axes: &Mat<f64>, a: usize, b: usize) -> f64 {
    let d = part.nrows();
    (0..d).map(|i| axes[(i, a)] * (0..d).map(|j| part[(i, j)] * axes[(j, b)]).sum::<f64>()).sum()
}

fn turn(axes: &Mat<f64>, shape: &[f64]) -> Mat<f64> {
    let d = shape.len();
    let stretched = Mat::from_fn(d, d, |row, col| axes[(row, col)] * shape[col]);
    product(stretched.as_ref(), axes.as_ref().transpose())
}

fn trace(a: &Mat<f64>) -> f64 {
    (0..a.nrows()).map(|at| a[(at, at)]).sum()
}

fn axes(a: &Mat<f64>) -> Vec<f64> {
    (0..a.nrows()).map(|at| a[(at, at)]).collect()
}

fn diagonal(values: &[f64]) -> Mat<f64> {
    Mat::from_fn(values.len(), values.len(), |row, col| if row == col { values[row] } else { 0.0 })
}

fn scaled(values: &[f64], by: f64) -> Vec<f64> {
    values.iter().map(|value| value * by).collect()
}

fn times(a: &Mat<f64>, by: f64) -> Mat<f64> {
    Mat::from_fn(a.nrows(), a.ncols(), |row, col| a[(row, col)] * by)
}

/// The d-th root of the determinant.
fn volume(a: &Mat<f64>) -> Option<f64> {
    log_determinant(a.as_ref()).ok().map(|log| libm::exp(log / a.nrows() as f64))
}

/// The d-th root of the product.
fn mean_volume(values: &[f64]) -> Option<f64> {
    let logs: f64 = values.iter().map(|value| libm::log(*value)).sum();
    let volume = libm::exp(logs / values.len() as f64);
    (volume > 0.0 && volume.is_finite()).then_some(volume)
}
