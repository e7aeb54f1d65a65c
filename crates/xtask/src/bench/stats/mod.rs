//! `cargo xtask bench stats [SCALE]`: the analytical machine beside R, numpy, polars, statsmodels, scikit-learn and
//! fastcluster, on the same files, in one run.

mod cases;
mod measure;
mod tools;

use cases::CASES;
use measure::{Measured, measure};
use std::path::Path;

/// Runs of each; the middle one counts.
const RUNS: usize = 5;

/// Makes the files, installs who is compared, and measures every case.
pub fn stats(scale: f64, only: Option<&str>) -> anyhow::Result<()> {
    let tools = tools::Tools::bring()?;
    let folder = Path::new("target/bench/stats").join(format!("{scale}"));
    let folder = folder.display().to_string();
    tools.make(&folder, scale)?;
    println!("case            who                  wall s    CPU s  counting s   MB most");
    for case in CASES.iter().filter(|case| only.is_none_or(|only| only == case.name)) {
        let file = format!("{folder}/{}.parquet", case.file);
        let mut ours = None;
        for (who, line) in tools.lines(case, &file) {
            let mut runs = (0..RUNS).map(|_| measure(&line)).collect::<anyhow::Result<Vec<Measured>>>()?;
            runs.sort_by(|one, other| one.wall.total_cmp(&other.wall));
            let middle = &runs[RUNS / 2];
            let against =
                ours.map_or(String::new(), |ours: f64| format!("   {:.2} x ours", middle.wall / ours));
            ours = ours.or(Some(middle.wall));
            let counting = middle.counting.map_or("—".to_owned(), |seconds| format!("{seconds:.3}"));
            println!(
                "{:15} {who:18} {:8.3} {:8.3}  {counting:>10}  {:8.1}{against}",
                case.name,
                middle.wall,
                middle.cpu,
                middle.most as f64 / 1024.0
            );
        }
    }
    Ok(())
}

/// Files of 2,000,000 rows and of so many, counted in passes: rows a second, and the memory that is held at most.
pub fn long(rows: u64) -> anyhow::Result<()> {
    let tools = tools::Tools::bring()?;
    let folder = "target/bench/stats/long";
    tools.make_long(folder, rows)?;
    let asked: [(&str, &[&str]); 3] = [
        ("correlation", &["correlate"]),
        ("ols", &["regress", "--formula", "y ~ ."]),
        ("hc3", &["regress", "--formula", "y ~ .", "--errors", "hc3"]),
    ];
    println!("case                 rows    wall s     CPU s  rows a second   MB most");
    for (name, words) in asked {
        for rows in [rows.min(2_000_000), rows] {
            let file = format!("{folder}/long-{rows}.parquet");
            let took = measure(&tools.ours(&file, words))?;
            println!(
                "{name:15} {rows:>9} {:9.2} {:9.2} {:>14.0} {:9.1}",
                took.wall,
                took.cpu,
                rows as f64 / took.wall,
                took.most as f64 / 1024.0
            );
        }
    }
    Ok(())
}
