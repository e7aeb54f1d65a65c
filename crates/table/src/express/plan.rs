//! What an expression does to a block.

use std::sync::Arc;

/// A calculation on columns, value by value; a missing value makes most results missing.
#[derive(Debug, Clone)]
pub enum Plan {
    /// The same for every row.
    Constant(f64),
    /// A column of the table.
    Column(usize),
    /// Of one value.
    One(fn(f64) -> f64, Box<Plan>),
    /// Of two values.
    Two(fn(f64, f64) -> f64, Box<Plan>, Box<Plan>),
    /// The second where the first is true, the third where it is false.
    If(Box<Plan>, Box<Plan>, Box<Plan>),
    /// Whether the value is one of these.
    In(Box<Plan>, Vec<f64>),
    /// Codes in other levels.
    Recoded(Box<Plan>, Arc<Vec<f64>>),
    /// The value so many rows before.
    Lag(Box<Plan>, usize),
}

impl Plan {
    /// The columns that it reads, each once, in order.
    pub fn columns(&self) -> Vec<usize> {
        let mut columns = Vec::new();
        self.visit(&mut |plan| {
            if let Plan::Column(at) = plan {
                columns.push(*at);
            }
        });
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// Whether it looks at other rows, so that rows cannot come in parts.
    pub fn looks_back(&self) -> bool {
        let mut found = false;
        self.visit(&mut |plan| found |= matches!(plan, Plan::Lag(..)));
        found
    }

    fn visit(&self, each: &mut dyn FnMut(&Plan)) {
        each(self);
        match self {
            Plan::Constant(_) | Plan::Column(_) => {}
            Plan::One(_, inner) | Plan::In(inner, _) | Plan::Recoded(inner, _) | Plan::Lag(inner, _) => {
                inner.visit(each)
            }
            Plan::Two(_, left, right) => [left, right].into_iter().for_each(|plan| plan.visit(each)),
            Plan::If(test, yes, no) => [test, yes, no].into_iter().for_each(|plan| plan.visit(each)),
        }
    }

    /// The values for so many rows; `column` gives the slice of a column.
    pub fn values<'a>(&self, rows: usize, column: &dyn Fn(usize) -> &'a [f64]) -> Vec<f64> {
        match self {
            Plan::Constant(value) => vec![*value; rows],
            Plan::Column(at) => column(*at).to_vec(),
            Plan::One(apply, inner) => {
                let mut values = inner.values(rows, column);
                values.iter_mut().for_each(|value| *value = apply(*value));
                values
            }
            Plan::Two(apply, left, right) => {
                let mut values = left.values(rows, column);
                let others = right.values(rows, column);
                values.iter_mut().zip(&others).for_each(|(value, other)| *value = apply(*value, *other));
                values
            }
            Plan::If(test, yes, no) => {
                let mut values = test.values(rows, column);
                let (yes, no) = (yes.values(rows, column), no.values(rows, column));
                for ((value, yes), no) in values.iter_mut().zip(&yes).zip(&no) {
                    *value = if value.is_nan() {
                        f64::NAN
                    } else if *value != 0.0 {
                        *yes
                    } else {
                        *no
                    };
                }
                values
            }
            Plan::In(inner, list) => {
                let mut values = inner.values(rows, column);
                for value in &mut values {
                    *value = if value.is_nan() { f64::NAN } else { f64::from(list.contains(value)) };
                }
                values
            }
            Plan::Recoded(inner, codes) => {
                let mut values = inner.values(rows, column);
                for value in &mut values {
                    let code = if value.is_nan() { None } else { codes.get(*value as usize) };
                    *value = code.copied().unwrap_or(f64::NAN);
                }
                values
            }
            Plan::Lag(inner, step) => {
                let mut values = inner.values(rows, column);
                let step = (*step).min(values.len());
                values.rotate_right(step);
                values[..step].fill(f64::NAN);
                values
            }
        }
    }
}
