//! Files that pyarrow and polars write, which are installed by hand: `pip install pyarrow polars`, and `PYTHON` may name the
//! interpreter that has them. Without them the test says so and passes.

use std::process::Command;
use table::{Dataset, Kind, Reading};

const SCRIPT: &str = include_str!("pyarrow/write.py");

#[test]
fn files_of_pyarrow_and_polars_are_read() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(python).arg("-c").arg(SCRIPT).arg(folder.path()).output();
    if !made.as_ref().is_ok_and(|made| made.status.success()) {
        println!("skipped: no Python with pyarrow and polars");
        return;
    }
    let mut files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 8, "{files:?}");
    for path in files {
        let name = path.to_string_lossy().into_owned();
        let data = Dataset::open(&name, std::fs::File::open(&path).unwrap(), &Reading::default()).unwrap();
        let at = |column| data.column(column).unwrap_or_else(|error| panic!("{name}: {error}"));
        let all = data.all(&[at("x"), at("y"), at("n"), at("day"), at("word"), at("ok")]).unwrap();
        let levels = data.levels(at("word")).unwrap();
        assert_eq!(data.columns()[at("day")].kind, Kind::Date, "{name}");
        assert_eq!(all[0].len(), 3000, "{name}");
        for row in 0..3000 {
            let n = row as f64;
            let missing = row % 7 == 0;
            assert_eq!(all[0][row], n * 0.1, "{name}: x in row {row}");
            assert!(all[1][row] == n / 3.0 || (missing && all[1][row].is_nan()), "{name}: y in row {row}");
            assert_eq!(all[2][row], n - 1500.0, "{name}: n in row {row}");
            assert_eq!(all[3][row], 20_000.0 + (row % 100) as f64, "{name}: day in row {row}");
            let word = levels.get(all[4][row] as usize).filter(|_| !all[4][row].is_nan());
            assert_eq!(word.map(String::as_str), (!missing).then_some(["a", "б", "c d"][row % 3]), "{name}");
            assert_eq!(all[5][row], f64::from(row % 2 == 0), "{name}: ok in row {row}");
        }
    }
}
