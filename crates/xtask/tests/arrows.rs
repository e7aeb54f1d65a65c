//! The crates' real dependencies against the table of ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

type Arrows = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The table's rows, in their order.
fn declared() -> Vec<(String, BTreeSet<String>)> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    let rows =
        page.lines().filter(|line| line.starts_with("| ")).map(|line| line.split('|').collect::<Vec<_>>());
    rows.filter(|cells| cells.len() == 5 && !cells[1].contains("---") && cells[1].trim() != "crate")
        .map(|cells| {
            let below =
                cells[2].split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
            (cells[1].trim().to_owned(), below.collect())
        })
        .collect()
}

/// What the manifests say; dependencies of tests may point anywhere.
fn real() -> Arrows {
    let folders = fs::read_dir(root().join("crates")).expect("crates/ is there");
    let names: BTreeSet<String> = folders
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| root().join("crates").join(name).join("Cargo.toml").exists())
        .collect();
    let below = |name: &String| {
        let path = root().join("crates").join(name).join("Cargo.toml");
        let text = fs::read_to_string(path).expect("a crate has a manifest");
        let section = text.split("\n[").find(|section| section.starts_with("dependencies]"));
        let lines = section.into_iter().flat_map(str::lines);
        let keys = lines.filter_map(|line| line.split(['.', ' ', '=']).next().map(str::to_owned));
        (name.clone(), keys.filter(|key| names.contains(key)).collect())
    };
    names.iter().map(below).collect()
}

#[test]
fn the_arrows_are_as_the_page_says() {
    let declared: Arrows = declared().into_iter().collect();
    assert_eq!(declared, real());
}

#[test]
fn arrows_point_only_down() {
    let rows = declared();
    for (at, (name, below)) in rows.iter().enumerate() {
        for target in below {
            let found = rows.iter().position(|(other, _)| other == target);
            assert!(found.is_some_and(|other| other > at), "{name} → {target} points up");
        }
    }
}
