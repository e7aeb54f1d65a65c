//! The developer's commands: `cargo demo`, `cargo ci`, `cargo xtask …`.

mod api;
mod assets;
mod bench;
mod ci;
mod demo_run;
mod tools;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    std::env::set_current_dir(tools::root())?;
    match words.as_slice() {
        ["demo", rest @ ..] => demo_run::run(rest),
        ["ci"] => ci::run(),
        ["assets"] => assets::bring().map(|_| ()),
        ["api", rest @ ..] => api::run_api(rest),
        ["story"] => ci::story(),
        ["bench", "check"] => bench::check(),
        ["bench", "stats"] => bench::stats(1.0, None),
        ["bench", "stats", "long"] => bench::long(200_000_000),
        ["bench", "stats", "long", rows] => bench::long(rows.parse()?),
        ["bench", "stats", case] => bench::stats(1.0, Some(case)),
        ["bench", "control"] => bench::control(200, 3_653),
        ["bench", "control", kpis, days] => bench::control(kpis.parse()?, days.parse()?),
        ["bench", "desk"] => bench::desk(120),
        ["bench", "desk", seconds] => bench::desk(seconds.parse()?),
        _ => bail!(
            "cargo xtask demo | ci | assets | api | story | bench check | bench stats [CASE | long [ROWS]] | bench control [KPIS DAYS] | bench desk [SECONDS]"
        ),
    }
}
