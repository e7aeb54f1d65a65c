//! How long correlations take, computing alone: `cargo run --release -p stats --example correlate_speed`.
//!
//! Each is run five times; the quickest is told, for what else the machine does only ever adds.

use stats::correlate::{Coefficient, Whole, concordance, matrix};
use stats::{Chance, Column, Frame, Values};
use std::time::Instant;

fn frame(rows: usize, columns: usize) -> Frame {
    let mut chance = Chance::new(1);
    let mut columns: Vec<Vec<f64>> = vec![Vec::with_capacity(rows); columns];
    for _ in 0..rows {
        let common = chance.uniform();
        columns.iter_mut().for_each(|column| column.push(common + chance.uniform()));
    }
    let column = |(at, values)| Column { name: format!("x{at}"), values: Values::Number(values) };
    Frame::new(columns.into_iter().enumerate().map(column).collect()).unwrap_or_default()
}

fn quickest(what: &str, mut run: impl FnMut() -> f64) {
    let time = |_| {
        let start = Instant::now();
        let found = run();
        (start.elapsed().as_secs_f64(), found)
    };
    let best =
        (0..5).map(time).fold((f64::INFINITY, 0.0), |best, next| if next.0 < best.0 { next } else { best });
    println!("{what}: {:.1} ms ({})", 1e3 * best.0, best.1);
}

fn main() {
    let run = |what: &str, rows, columns, coefficient| {
        let data = frame(rows, columns);
        let names: Vec<&str> = data.columns().iter().map(|column| column.name.as_str()).collect();
        let whole = Whole { coefficient, ..Whole::default() };
        quickest(what, || matrix(&data, &names, &whole).map_or(f64::NAN, |found| found.estimate(0, 1)));
    };
    run("Pearson 2,000,000×20", 2_000_000, 20, Coefficient::Pearson);
    run("Pearson 200,000×100", 200_000, 100, Coefficient::Pearson);
    run("Spearman 500,000×20", 500_000, 20, Coefficient::Spearman);
    let data = frame(20_000, 2);
    if let (Ok(x), Ok(y)) = (data.numbers("x0"), data.numbers("x1")) {
        quickest("Kendall 20,000", || concordance(x, y).tau());
    }
}
