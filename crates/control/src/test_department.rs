//! Departments for tests.

use department::model::Kpi;
use department::{Department, Files, read};

/// A department of this `sostac.toml`, which must have no fault.
pub fn department(sostac: &str) -> Department {
    let reading = read(&Files::from([("sostac.toml", sostac)]));
    let faults: Vec<_> = reading.faults.iter().filter(|fault| fault.code != "TX10").collect();
    assert!(faults.is_empty(), "{faults:?}");
    reading.department
}

/// A KPI with these fields.
pub fn kpi(fields: &str) -> Kpi {
    department(&format!("[kpi.one]\n{fields}\n")).kpis.at(0).cloned().expect("one KPI")
}
