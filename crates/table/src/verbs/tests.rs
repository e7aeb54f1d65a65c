//! Verbs on small tables, lazily and in memory.

use super::*;
use crate::{Dataset, Reading, Role, TableError};

const POSTS: &str = "day,type,\"reach, people\",likes\n\
    2026-03-01,video,10,1\n2026-03-01,photo,20,2\n2026-03-02,video,30,\n2026-03-04,,40,4\n";

fn posts() -> Dataset {
    Dataset::open("posts.csv", POSTS.as_bytes().to_vec(), &Reading::default()).unwrap()
}

fn values(data: &Dataset, column: &str) -> Vec<f64> {
    let values = data.values(data.column(column).unwrap()).unwrap().figures;
    values.into_iter().map(|value| if value.is_nan() { -9.0 } else { value }).collect()
}

#[test]
fn filters_and_derived_columns_follow_each_other() {
    let data = posts().derive("rate = likes / reach").unwrap().filter("reach > 10").unwrap();
    let data =
        data.derive("double = rate * 2").unwrap().filter("type is missing or type = \"photo\"").unwrap();
    assert_eq!(values(&data, "double"), [0.2, 0.2]);
    assert_eq!(values(&data, "type"), [0.0, -9.0]);
    assert_eq!(data.survey().unwrap().rows, 2);
    let data = posts().filter("reach - lag(reach) = 10").unwrap();
    assert_eq!(values(&data, "reach"), [20.0, 30.0, 40.0]);
    assert!(matches!(posts().filter("reach"), Err(TableError::Expression(_))));
    let words = posts().derive("size = if(reach > 15, \"big\", \"small\")").unwrap();
    assert_eq!(words.values(4).unwrap().levels, ["big", "small"]);
}

#[test]
fn lags_dummies_and_weights() {
    assert_eq!(values(&posts().lag("reach", 2).unwrap(), "reach (lag 2)"), [-9.0, -9.0, 10.0, 20.0]);
    let data = posts().dummies("type").unwrap();
    assert_eq!(values(&data, "type=video"), [1.0, 0.0, 1.0, -9.0]);
    assert!(matches!(posts().dummies("reach"), Err(TableError::WrongKind { .. })));
    assert_eq!(posts().weighted("likes").unwrap().columns()[3].role, Role::Weight);
    assert!(matches!(posts().weighted("type"), Err(TableError::WrongKind { .. })));
}

#[test]
fn groups_are_drawn_together() {
    use Aggregate::*;
    let all = [Sum, Mean, Median, Min, Max, Count, First, Last, Share].map(|what| (what, "reach"));
    let data = posts().group(&["type"], &all).unwrap();
    assert_eq!(values(&data, "type"), [0.0, 1.0, -9.0]);
    assert_eq!(values(&data, "reach_sum"), [20.0, 40.0, 40.0]);
    assert_eq!(values(&data, "reach_mean"), [20.0, 20.0, 40.0]);
    assert_eq!(values(&data, "reach_median"), [20.0, 20.0, 40.0]);
    assert_eq!(values(&data, "reach_min"), [20.0, 10.0, 40.0]);
    assert_eq!(values(&data, "reach_count"), [1.0, 2.0, 1.0]);
    assert_eq!(values(&data, "reach_first"), [20.0, 10.0, 40.0]);
    assert_eq!(values(&data, "reach_last"), [20.0, 30.0, 40.0]);
    assert_eq!(values(&data, "reach_share"), [0.2, 0.4, 0.4]);
    assert_eq!(data.columns()[1].unit.to_string(), "people");
    let none = posts().filter("day = \"02.03.2026\"").unwrap().group(&["day"], &[(Mean, "likes")]).unwrap();
    assert_eq!(values(&none, "likes_mean"), [-9.0]);
    assert!(matches!(posts().group(&["day"], &[(Sum, "type")]), Err(TableError::WrongKind { .. })));
}

#[test]
fn tables_are_joined_by_a_key() {
    let rates = "date,rate,kind\n2026-03-01,90,video\n2026-03-03,95,story\n";
    let rates = Dataset::open("rates.csv", rates.as_bytes().to_vec(), &Reading::default()).unwrap();
    let join = |how| posts().join(&rates, "day", "date", how).unwrap();
    assert_eq!(values(&join(Join::Inner), "rate"), [90.0, 90.0]);
    assert_eq!(values(&join(Join::Left), "rate"), [90.0, 90.0, -9.0, -9.0]);
    assert_eq!(values(&join(Join::AsOf), "rate"), [90.0, 90.0, 90.0, 95.0]);
    let by_word = posts().join(&rates, "type", "kind", Join::Left).unwrap();
    assert_eq!(values(&by_word, "rate"), [90.0, -9.0, 90.0, -9.0]);
    assert!(matches!(posts().join(&rates, "day", "kind", Join::Inner), Err(TableError::WrongKind { .. })));
}
