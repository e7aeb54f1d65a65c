//! How fast a file comes in: `cargo run --release -p table --example scan -- FILE [COLUMNS]` reads all figures once and says how
//! long it took and how much memory it held.

use rayon::prelude::*;
use std::time::Instant;
use table::{Dataset, Reading};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let many: usize = arguments.next().map_or(Ok(usize::MAX), |count| count.parse())?;
    let start = Instant::now();
    let file = std::fs::File::open(&path)?;
    let size = file.metadata()?.len();
    let data = Dataset::open(&path, file, &Reading::default())?;
    let opened = start.elapsed();
    let chosen = data.columns().iter().enumerate().filter(|(_, column)| column.kind.is_figure());
    let columns: Vec<usize> = chosen.map(|(at, _)| at).take(many).collect();
    let parts = data.parts()?;
    let sums: Vec<(u64, f64)> = (0..parts)
        .into_par_iter()
        .map(|part| {
            let (mut rows, mut sum) = (0, 0.0);
            data.read(part, &columns, &mut |block| {
                rows += block.first().map_or(0, |column| column.len()) as u64;
                sum += block.iter().map(|column| column.iter().sum::<f64>()).sum::<f64>();
                true
            })?;
            Ok((rows, sum))
        })
        .collect::<Result<_, table::TableError>>()?;
    let seconds = start.elapsed().as_secs_f64();
    let (rows, sum) = sums.iter().fold((0, 0.0), |(rows, sum), part| (rows + part.0, sum + part.1));
    println!("{rows} rows x {} columns in {parts} parts, sum {sum}", columns.len());
    println!(
        "{:.3} s (opened in {:.3} s), {:.2} GB/s of file, {:.2} GB/s of doubles, {} of memory at most",
        seconds,
        opened.as_secs_f64(),
        size as f64 / 1e9 / seconds,
        rows as f64 * columns.len() as f64 * 8e-9 / seconds,
        peak(),
    );
    Ok(())
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "an unknown amount".to_owned(), |size| size.trim().to_owned())
}
