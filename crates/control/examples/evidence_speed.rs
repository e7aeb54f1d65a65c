//! How long all evidence of a department takes: 200 KPIs of ten years of days (synthetic), 180 links, and the search among all.

use control::evidence::{better, evidence};
use control::{Point, Series};
use department::{Files, read};
use jiff::ToSpan;
use jiff::civil::date;
use stats::Chance;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Instant;

fn main() {
    let mut text = String::new();
    let mut series = BTreeMap::new();
    let chance = Chance::new(1);
    for n in 0..200 {
        let kind = if n < 20 { "terminal" } else { "checkpoint" };
        let serves = if n < 20 { String::new() } else { format!("serves = \"k{}\"\n", n % 20) };
        let _ = write!(text, "[kpi.k{n}]\nname = \"K{n}\"\nkind = \"{kind}\"\nrhythm = \"day\"\n{serves}");
        let mut chance = chance.branch(n);
        let mut at = 0.0;
        let days = (0..3650).map(|t| {
            at = 0.7 * at + chance.normal();
            Point { date: date(2016, 1, 1) + (t as i64).days(), value: at + (t % 7) as f64 }
        });
        series.insert(format!("k{n}"), Series::new(days.collect::<Vec<_>>()));
    }
    let reading = read(&Files::from([("sostac.toml", text.as_str())]));
    let today = date(2026, 1, 1);
    let began = Instant::now();
    let found = evidence(&reading.department, &series, today);
    println!("{} links: {:.2} s", found.len(), began.elapsed().as_secs_f64());
    let began = Instant::now();
    let found = better(&reading.department, &series, today);
    println!("search: {} found, {:.2} s", found.len(), began.elapsed().as_secs_f64());
}
