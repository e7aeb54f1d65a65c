//! `cargo xtask bench control [KPIS DAYS]`: what control costs. Two hundred KPIs of ten years of days (synthetic) are brought in,
//! all evidence is counted, better checkpoints are looked for, and the pages are asked for.

use super::browser::Browser;
use super::server::{PASSWORD, SERVER, Server, build};
use crate::tools::output;
use anyhow::{Result, bail};
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

/// The KPIs and days of one file; more come in several.
const KPIS: usize = 200;
const DAYS: usize = 4_000;
/// Every tenth KPI is a terminal one.
const TERMINAL: usize = 10;
/// Each page is asked for so often.
const TIMES: usize = 41;
/// The server's day: figures end the day before.
const TODAY: &str = "2026-11-23";

/// Measures with so many KPIs and days.
pub fn control(kpis: usize, days: usize) -> Result<()> {
    build()?;
    let folder = Path::new("target/bench/control");
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    fs::write(folder.join("sostac.toml"), plan(kpis))?;
    let into = folder.to_string_lossy();
    let mut import = 0.0;
    for first in (0..kpis).step_by(KPIS) {
        for day in (0..days).step_by(DAYS) {
            let file = folder.join("figures.csv");
            fs::write(&file, figures(first..kpis.min(first + KPIS), day..days.min(day + DAYS), days)?)?;
            let began = Instant::now();
            output(SERVER, &["kpi", "import", &file.to_string_lossy(), "--into", &into, "--today", TODAY])?;
            import += began.elapsed().as_secs_f64();
        }
    }
    println!("{kpis} KPIs of {days} days: {} figures", kpis * days);
    println!("import                {import:8.2} s");
    let timed = |what: &str, arguments: &[&str]| -> Result<()> {
        let began = Instant::now();
        output(SERVER, &[arguments, &["--into", &into, "--today", TODAY]].concat())?;
        println!("{what:20}  {:8.2} s, with reading the store", began.elapsed().as_secs_f64());
        Ok(())
    };
    timed("evidence of all links", &["kpi", "evidence"])?;
    timed("search among all", &["kpi", "evidence", "--search"])?;
    pages(folder)
}

fn pages(folder: &Path) -> Result<()> {
    let mut server = Server::start(folder, 1)?;
    let asked = asked(&server);
    let memory = server.memory();
    server.child.kill()?;
    asked?;
    println!("the server's memory, at most: {memory} MB");
    Ok(())
}

fn asked(server: &Server) -> Result<()> {
    let mut browser = Browser::sign_in(&server.address, "user0", PASSWORD)?;
    // Behind the pages the plan is judged; a page may not wait for it, and is asked for again once it is done.
    let began = Instant::now();
    while !browser.get("/kpis/k0")?.body.contains("id=\"forecast\"") {
        if began.elapsed() > Duration::from_secs(300) {
            bail!("the plan was not judged in five minutes");
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("judged behind pages   {:8.2} s", began.elapsed().as_secs_f64());
    println!("page                    p50 ms   most ms");
    let tried = "/what-if?kpi=k15&kpi.k15.tolerance=7%25";
    for path in ["/control", "/", "/kpis", "/kpis/k15", "/scorecard", "/corrections", tried] {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let began = Instant::now();
            let answer = browser.get(path)?;
            if answer.status != 200 {
                bail!("{} {path} {}", answer.status, answer.location);
            }
            times.push(began.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!("{:20}  {:8.1}  {:8.1}", &path[..path.len().min(20)], times[TIMES / 2], times[TIMES - 1]);
    }
    Ok(())
}

/// Nine checkpoints lead to each terminal KPI.
fn plan(kpis: usize) -> String {
    let mut text = String::new();
    let terminal = (kpis / TERMINAL).max(1);
    for n in 0..kpis {
        let role = match n {
            n if n < terminal => "kind = \"terminal\"".to_owned(),
            n => format!("kind = \"checkpoint\"\nserves = \"k{}\"", n % terminal),
        };
        let _ = write!(
            text,
            "[kpi.k{n}]\nname = \"KPI {n}\"\n{role}\nunit = \"points\"\nrhythm = \"day\"\ndirection = \"up\"\n\
             tolerance = \"5%\"\nbaseline = {{ date = 2025-12-31, value = 100 }}\n\
             targets = [{{ date = 2026-06-30, value = 105 }}, {{ date = 2027-03-31, value = 110 }}]\n\
             correction = {{ what = \"A second shift\", within = \"2d\" }}\n\n"
        );
    }
    text
}

/// A file with a column a KPI: noise that carries over from day to day, and a week.
fn figures(kpis: Range<usize>, days: Range<usize>, all: usize) -> Result<String> {
    let (mut text, today) = ("Date".to_owned(), TODAY.parse::<Date>()?);
    kpis.clone().for_each(|n| text.push_str(&format!(",k{n}")));
    let mut state: Vec<(u64, f64)> = kpis
        .map(|n| (0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(n as u64 + 1 + days.start as u64), 0.0))
        .collect();
    for day in days {
        let _ = write!(text, "\n{}", today.checked_sub(((all - day) as i64).days())?);
        for (seed, at) in &mut state {
            // Xorshift, and four of its draws for something like a normal one.
            let mut draw = || {
                *seed ^= *seed << 13;
                *seed ^= *seed >> 7;
                *seed ^= *seed << 17;
                (*seed >> 11) as f64 / (1u64 << 53) as f64 - 0.5
            };
            *at = 0.7 * *at + (0..4).map(|_| draw()).sum::<f64>();
            let _ = write!(text, ",{:.3}", 100.0 + *at + (day % 7) as f64);
        }
    }
    Ok(text)
}
