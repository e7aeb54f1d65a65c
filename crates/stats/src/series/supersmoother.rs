//! Friedman's super smoother of evenly spaced values.

/// The spans among which it chooses at each place: tweeter, midrange, woofer.
const SPANS: [f64; 3] = [0.05, 0.2, 0.5];

/// Friedman (1984), "A variable span smoother": running lines of three spans, the best at each place by what each foretells of
/// the values left out, with no further bass.
pub fn super_smoother(y: &[f64]) -> Vec<f64> {
    let n = y.len();
    if n < 2 {
        return y.to_vec();
    }
    let fits: Vec<(Vec<f64>, Vec<f64>)> = SPANS.iter().map(|span| running_lines(y, *span)).collect();
    let errors: Vec<Vec<f64>> = fits.iter().map(|(_, errors)| running_lines(errors, SPANS[1]).0).collect();
    let best: Vec<f64> = (0..n)
        .map(|t| {
            let mut least = (f64::INFINITY, SPANS[0]);
            for (error, span) in errors.iter().zip(SPANS) {
                if error[t] < least.0 {
                    least = (error[t], span);
                }
            }
            least.1
        })
        .collect();
    let spans = running_lines(&best, SPANS[1]).0;
    let mixed: Vec<f64> = (0..n)
        .map(|t| {
            let span = spans[t].clamp(SPANS[0], SPANS[2]);
            let over = span - SPANS[1];
            let (part, other) = match over >= 0.0 {
                true => (over / (SPANS[2] - SPANS[1]), fits[2].0[t]),
                false => (-over / (SPANS[1] - SPANS[0]), fits[0].0[t]),
            };
            (1.0 - part) * fits[1].0[t] + part * other
        })
        .collect();
    running_lines(&mixed, SPANS[0]).0
}

/// Running lines over a part of the values, and at each place the error with the value itself left out.
fn running_lines(y: &[f64], span: f64) -> (Vec<f64>, Vec<f64>) {
    let n = y.len();
    let half = ((0.5 * span * n as f64 + 0.5) as usize).max(2);
    let quarter = (n / 4).max(1);
    let small = (1e-3 * (3 * quarter - quarter).max(1) as f64).powi(2);
    let mut window = Window::default();
    (0..(2 * half + 1).min(n)).for_each(|t| window.add(t as f64, y[t]));
    let (mut fitted, mut errors) = (vec![0.0; n], vec![0.0; n]);
    for t in 0..n {
        if t > half && t + half < n {
            window.drop((t - half - 1) as f64, y[t - half - 1]);
            window.add((t + half) as f64, y[t + half]);
        }
        let off = t as f64 - window.x;
        let steep = window.spread > small;
        let slope = if steep { window.common / window.spread } else { 0.0 };
        fitted[t] = slope * off + window.y;
        let own = 1.0 / window.count + if steep { off * off / window.spread } else { 0.0 };
        errors[t] = match 1.0 - own {
            free if free > 0.0 => (y[t] - fitted[t]).abs() / free,
            _ if t > 0 => errors[t - 1],
            _ => 0.0,
        };
    }
    (fitted, errors)
}

/// The moments of the values in reach.
#[derive(Default)]
struct Window {
    count: f64,
    x: f64,
    y: f64,
    spread: f64,
    common: f64,
}

impl Window {
    fn add(&mut self, x: f64, y: f64) {
        let before = self.count;
        self.count += 1.0;
        self.x = (before * self.x + x) / self.count;
        self.y = (before * self.y + y) / self.count;
        let part = if before > 0.0 { self.count * (x - self.x) / before } else { 0.0 };
        self.spread += part * (x - self.x);
        self.common += part * (y - self.y);
    }

    fn drop(&mut self, x: f64, y: f64) {
        let before = self.count;
        self.count -= 1.0;
        if self.count <= 0.0 {
            return;
        }
        let part = before * (x - self.x) / self.count;
        self.spread -= part * (x - self.x);
        self.common -= part * (y - self.y);
        self.x = (before * self.x - x) / self.count;
        self.y = (before * self.y - y) / self.count;
    }
}
