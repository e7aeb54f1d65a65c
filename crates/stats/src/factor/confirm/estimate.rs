//! The minimum of maximum likelihood over a model's free parameters.

use super::super::Correlations;
use super::super::dense::{outer, times};
use super::super::newton::{Point, minimise};
use super::Measured;
use crate::{Error, Result};
use matrix::Mat;

/// A loading of the model.
pub struct Loading {
    pub item: usize,
    pub factor: usize,
    /// Its place among the free parameters; none where it is fixed at 1.
    pub free: Option<usize>,
}

/// Where each parameter stands in the list of free ones: loadings, residuals, covariances of factors.
pub struct Plan {
    /// The items among the columns given.
    pub columns: Vec<usize>,
    pub loadings: Vec<Loading>,
    /// The item that gives each factor its unit.
    pub markers: Vec<usize>,
    first_own: usize,
    first_pair: usize,
    /// Signs to start from: an item that runs against its factor's first item starts below nought.
    signs: Vec<f64>,
}

/// The parameters as matrices, of standardised items.
pub struct Parts {
    pub loadings: Mat<f64>,
    pub own: Vec<f64>,
    pub phi: Mat<f64>,
}

/// The minimum.
pub struct Estimate {
    pub at: Vec<f64>,
    pub value: f64,
    pub slope: f64,
    /// tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ) for each pair of free parameters.
    pub information: Mat<f64>,
}

impl Plan {
    pub fn new(of: &Correlations, model: &[Measured]) -> Result<Self> {
        let mut columns: Vec<usize> = Vec::new();
        let (mut loadings, mut markers, mut signs) = (Vec::new(), Vec::new(), Vec::new());
        let mut free = 0;
        for (factor, part) in model.iter().enumerate() {
            for (at, name) in part.items.iter().enumerate() {
                let there = of.names.iter().position(|other| other == name);
                let column =
                    there.ok_or_else(|| Error::NoColumn { name: name.clone(), there: of.names.clone() })?;
                let item = columns.iter().position(|other| *other == column).unwrap_or_else(|| {
                    columns.push(column);
                    columns.len() - 1
                });
                if at == 0 {
                    markers.push(item);
                    loadings.push(Loading { item, factor, free: None });
                } else {
                    let marker = columns[markers[factor]];
                    signs.push(if of.matrix[(column, marker)] < 0.0 { -1.0 } else { 1.0 });
                    loadings.push(Loading { item, factor, free: Some(free) });
                    free += 1;
                }
            }
        }
        let first_pair = free + columns.len();
        Ok(Plan { columns, loadings, markers, first_own: free, first_pair, signs })
    }

    pub fn free(&self) -> usize {
        let factors = self.markers.len();
        self.first_pair + factors * (factors + 1) / 2
    }

    pub fn own(&self, item: usize) -> usize {
        self.first_own + item
    }

    /// Pairs of factors, the second never after the first.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        (0..self.markers.len()).flat_map(|a| (0..=a).map(move |b| (a, b)))
    }

    pub fn pair(&self, a: usize, b: usize) -> usize {
        self.first_pair + a * (a + 1) / 2 + b
    }

    pub fn parts(&self, at: &[f64]) -> Parts {
        let (p, k) = (self.columns.len(), self.markers.len());
        let mut loadings = Mat::zeros(p, k);
        for loading in &self.loadings {
            loadings[(loading.item, loading.factor)] = loading.free.map_or(1.0, |free| at[free]);
        }
        let own = (0..p).map(|item| at[self.own(item)]).collect();
        Parts { loadings, own, phi: Mat::from_fn(k, k, |a, b| at[self.pair(a.max(b), a.min(b))]) }
    }

    /// ΛΦΛᵀ + Θ.
    pub fn implied(&self, parts: &Parts) -> Mat<f64> {
        let mut sigma = outer(&times(&parts.loadings, &parts.phi), &parts.loadings);
        parts.own.iter().enumerate().for_each(|(at, own)| sigma[(at, at)] += own);
        sigma
    }

    /// Fisher's scoring: Newton's steps with the curvature that the model expects, which is never negative.
    pub fn estimate(&self, r: &Mat<f64>) -> Result<Estimate> {
        let mut start: Vec<f64> = self.signs.clone();
        start.extend(self.columns.iter().map(|_| 0.5));
        start.extend(self.pairs().map(|(a, b)| if a == b { 0.5 } else { 0.0 }));
        let log = matrix::log_determinant(r.as_ref()).map_err(super::super::dense::failed)?;
        let found =
            minimise(start, (f64::NEG_INFINITY, f64::INFINITY), "model", |at| Ok(self.point(r, log, at)))?;
        let information = self.point(r, log, &found.at).hessian;
        Ok(Estimate { at: found.at, value: found.value, slope: found.slope, information })
    }

    fn point(&self, r: &Mat<f64>, log: f64, at: &[f64]) -> Point {
        let (p, size) = (self.columns.len(), self.free());
        let parts = self.parts(at);
        let sigma = self.implied(&parts);
        let (Ok(inverse), Ok(log_sigma)) =
            (matrix::inverse(sigma.as_ref()), matrix::log_determinant(sigma.as_ref()))
        else {
            // Outside what covariances can be: the step is too long.
            let (gradient, hessian) = (vec![0.0; size], Mat::identity(size, size));
            return Point { value: f64::INFINITY, gradient, hessian };
        };
        let both = times(&inverse, r);
        let trace: f64 = (0..p).map(|at| both[(at, at)] - 1.0).sum();
        let unit = Mat::<f64>::identity(p, p);
        let w = times(&(unit - both), &inverse);
        // Each derivative of Σ as Σ of two columns' outer products: u·vᵀ + v·uᵀ.
        let slopes = self.slopes(&parts);
        let turned: Vec<(Vec<f64>, Vec<f64>)> =
            slopes.iter().map(|(u, v)| (applied(&inverse, u), applied(&inverse, v))).collect();
        let gradient = slopes.iter().map(|(u, v)| 2.0 * dot(u, &applied(&w, v))).collect();
        let hessian = Mat::from_fn(size, size, |a, b| {
            let ((u, v), (iu, iv)) = (&slopes[a], &turned[b]);
            2.0 * (dot(u, iu) * dot(v, iv) + dot(u, iv) * dot(v, iu))
        });
        Point { value: log_sigma - log + trace, gradient, hessian }
    }

    /// ∂Σ = u·vᵀ + v·uᵀ for each free parameter.
    fn slopes(&self, parts: &Parts) -> Vec<(Vec<f64>, Vec<f64>)> {
        let p = self.columns.len();
        let axis = |item: usize, length: f64| {
            let mut axis = vec![0.0; p];
            axis[item] = length;
            axis
        };
        let column =
            |a: &Mat<f64>, col: usize, length: f64| (0..p).map(|row| a[(row, col)] * length).collect();
        let scores = times(&parts.loadings, &parts.phi);
        let mut slopes: Vec<(Vec<f64>, Vec<f64>)> = Vec::with_capacity(self.free());
        for loading in self.loadings.iter().filter(|loading| loading.free.is_some()) {
            slopes.push((axis(loading.item, 1.0), column(&scores, loading.factor, 1.0)));
        }
        slopes.extend((0..p).map(|item| (axis(item, 1.0), axis(item, 0.5))));
        for (a, b) in self.pairs() {
            let half = if a == b { 0.5 } else { 1.0 };
            slopes.push((column(&parts.loadings, a, 1.0), column(&parts.loadings, b, half)));
        }
        slopes
    }
}

fn applied(a: &Mat<f64>, x: &[f64]) -> Vec<f64> {
    (0..a.nrows()).map(|row| x.iter().enumerate().map(|(col, x)| a[(row, col)] * x).sum()).collect()
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}
