//! Orthogonal polynomials over given points (Forsythe 1957), normalised and signed as R's `poly`: the leading coefficient
//! is positive, each column has mean 0 and length 1.

/// Polynomials that are orthogonal over the points they were fitted to; they can be evaluated elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Orthogonal {
    /// The centre of each step of the recurrence.
    alpha: Vec<f64>,
    /// The squared length of each polynomial with leading coefficient 1, from degree 0 on.
    norm: Vec<f64>,
}

impl Orthogonal {
    /// The polynomials up to `degree`; the points must have more distinct values than that.
    pub fn fit(points: &[f64], degree: usize) -> Self {
        let n = points.len() as f64;
        let (mut before, mut now) = (vec![0.0; points.len()], vec![1.0; points.len()]);
        let (mut alpha, mut norm) = (Vec::new(), vec![n]);
        for step in 0..degree {
            let square = norm[step];
            let centre = points.iter().zip(&now).map(|(x, p)| x * p * p).sum::<f64>() / square;
            // A second look at what is left takes the rounding out of the centre, which the later degrees build on.
            let centre =
                centre + points.iter().zip(&now).map(|(x, p)| (x - centre) * p * p).sum::<f64>() / square;
            let back = if step == 0 { 0.0 } else { square / norm[step - 1] };
            let next: Vec<f64> = points
                .iter()
                .zip(now.iter().zip(&before))
                .map(|(x, (p, q))| (x - centre) * p - back * q)
                .collect();
            (before, now) = (now, next);
            alpha.push(centre);
            norm.push(now.iter().map(|p| p * p).sum());
        }
        Orthogonal { alpha, norm }
    }

    /// The columns over other points, degree 1 first.
    pub fn values(&self, points: &[f64]) -> Vec<Vec<f64>> {
        let (mut before, mut now) = (vec![0.0; points.len()], vec![1.0; points.len()]);
        let mut found = Vec::with_capacity(self.alpha.len());
        for (step, centre) in self.alpha.iter().enumerate() {
            let back = if step == 0 { 0.0 } else { self.norm[step] / self.norm[step - 1] };
            let next: Vec<f64> = points
                .iter()
                .zip(now.iter().zip(&before))
                .map(|(x, (p, q))| (x - centre) * p - back * q)
                .collect();
            (before, now) = (now, next);
            let length = self.norm[step + 1].sqrt();
            found.push(now.iter().map(|p| p / length).collect());
        }
        found
    }
}
