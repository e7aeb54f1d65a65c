//! How long the numeric core takes on generated figures in memory: `cargo run --release -p stats --example linear_speed`.

use stats::regress::{Design, Hc, Resample, bootstrap, hc, observe, ols};
use stats::{Chance, Result};
use std::time::Instant;

/// Columns that share a part, so that they are related.
fn columns(rows: usize, width: usize) -> Vec<Vec<f64>> {
    let chance = Chance::new(1);
    let mut common = chance.branch(0);
    let shared: Vec<f64> = (0..rows).map(|_| common.uniform()).collect();
    (0..width)
        .map(|col| {
            let mut own = chance.branch(col as u64 + 1);
            shared.iter().map(|s| 0.5 * s + own.uniform() + col as f64).collect()
        })
        .collect()
}

/// The median of five runs, in milliseconds.
fn time(what: &str, mut run: impl FnMut() -> Result<()>) -> Result<()> {
    let mut taken = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        run()?;
        taken.push(start.elapsed().as_secs_f64() * 1e3);
    }
    taken.sort_by(f64::total_cmp);
    println!("{what:40} {:8.1} ms (from {:.1} to {:.1})", taken[2], taken[0], taken[4]);
    Ok(())
}

fn model(rows: usize, width: usize) -> Result<Design> {
    let x = columns(rows, width);
    let mut noise = Chance::new(2);
    let y = (0..rows).map(|row| x.iter().map(|x| x[row]).sum::<f64>() + 3.0 * noise.normal()).collect();
    Design::plain(("y", y), x.into_iter().enumerate().map(|(at, x)| (format!("x{at}"), x)), true)
}

fn main() -> Result<()> {
    for (rows, width) in [(2_000_000, 20), (200_000, 100)] {
        let x = columns(rows, width);
        let slices: Vec<&[f64]> = x.iter().map(Vec::as_slice).collect();
        time(&format!("cross-products {rows}×{width}"), || {
            std::hint::black_box(matrix::gram(&slices, None).covariance(1.0));
            Ok(())
        })?;
    }
    let design = model(1_000_000, 20)?;
    time("least squares 1000000×20", || ols(&design).map(|fit| drop(std::hint::black_box(fit))))?;
    let fit = ols(&design)?;
    println!("  {:?}, {} passes", fit.digits, fit.passes);
    time("HC3 1000000×20", || hc(&fit, &design, Hc::Hc3).map(|found| drop(std::hint::black_box(found))))?;
    let mut exact = design.clone();
    let close =
        exact.columns[1].values.iter().zip(&exact.columns[2].values).map(|(a, b)| a + 1e-3 * b).collect();
    exact.columns[3].values = close;
    time("least squares, nearly collinear", || ols(&exact).map(|fit| drop(std::hint::black_box(fit))))?;
    let fit = ols(&exact)?;
    println!("  {:?}, {} passes", fit.digits, fit.passes);
    time("HC3, nearly collinear", || {
        hc(&fit, &exact, Hc::Hc3).map(|found| drop(std::hint::black_box(found)))
    })?;
    let small = model(1000, 10)?;
    let fit = ols(&small)?;
    let rows = observe(&fit, &small)?;
    time("bootstrap 2000 × 1000×10", || {
        bootstrap(&fit, &rows, Resample::Pairs, 2000, 1, 0.95).map(|found| drop(std::hint::black_box(found)))
    })
}
