//! Filters and derived columns, block by block as a file is read.

use crate::dataset::rows::{Each, Rows};
use crate::express::bind::{Bound, Find, Gives, Known, bind};
use crate::express::plan::Plan;
use crate::express::{Expression, ExpressionError, Why, parse, parse_named};
use crate::{Column, Dataset, Kind, Role, TableError, Unit};
use std::sync::Arc;

/// A table's rows with a column more or with fewer rows.
struct View {
    base: Arc<dyn Rows>,
    /// How many columns the base has; a derived one stands behind them.
    width: usize,
    plan: Plan,
    what: What,
}

enum What {
    /// The plan's values are a column with these levels.
    Derive(Arc<Vec<String>>),
    /// A row stays where the plan is true.
    Filter,
}

impl Rows for View {
    fn parts(&self) -> Result<usize, TableError> {
        self.base.parts()
    }

    fn rows(&self) -> Option<u64> {
        match self.what {
            What::Derive(_) => self.base.rows(),
            What::Filter => None,
        }
    }

    fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError> {
        let derived = matches!(self.what, What::Derive(_));
        if derived && !columns.contains(&self.width) {
            return self.base.read(part, columns, each);
        }
        let mut inputs = self.plan.columns();
        inputs.extend(columns.iter().copied().filter(|at| !derived || *at != self.width));
        inputs.sort_unstable();
        inputs.dedup();
        if inputs.is_empty() && self.width > 0 {
            // Some column must tell how many rows there are.
            inputs.push(0);
        }
        self.base.read(part, &inputs, &mut |block| {
            let rows = block.first().map_or(0, |column| column.len());
            let column = |at: usize| match inputs.binary_search(&at) {
                Ok(slot) => block.get(slot).copied().unwrap_or_default(),
                Err(_) => &[],
            };
            let values = self.plan.values(rows, &column);
            if derived {
                let own = columns.iter().map(|&at| if at == self.width { &values[..] } else { column(at) });
                return each(&own.collect::<Vec<_>>());
            }
            let kept = |at: usize| -> Vec<f64> {
                let rows = column(at).iter().zip(&values);
                rows.filter(|(_, keep)| **keep == 1.0).map(|(value, _)| *value).collect()
            };
            let kept: Vec<Vec<f64>> = columns.iter().map(|&at| kept(at)).collect();
            let is_some = kept.first().is_some_and(|column| !column.is_empty());
            !is_some || each(&kept.iter().map(Vec::as_slice).collect::<Vec<_>>())
        })
    }

    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        match &self.what {
            What::Derive(levels) if column == self.width => Ok(Arc::clone(levels)),
            _ => self.base.levels(column),
        }
    }
}

impl Dataset {
    /// The rows for which an expression is true: `reach > 100 and type in ("video", "photo")`. Where it is missing, a row goes.
    pub fn filter(&self, text: &str) -> Result<Dataset, TableError> {
        let expression = parse(text)?;
        let bound = self.bind(&expression)?;
        if bound.gives != Gives::Truth {
            return Err(ExpressionError { at: expression.at, why: Why::NeedTruth }.into());
        }
        let data = if bound.plan.looks_back() { self.in_memory()? } else { self.clone() };
        if bound.plan.looks_back() {
            // Looked up in whole columns first, as what is filtered away may lie before a row that stays.
            let (kept, place) = (data.with(Column::new("\u{0}", Kind::YesNo), bound)?, data.columns().len());
            let view =
                View { base: kept.shared(), width: place + 1, plan: Plan::Column(place), what: What::Filter };
            return Ok(self.of_rows(self.columns().to_vec(), Arc::new(view)));
        }
        let view =
            View { base: data.shared(), width: self.columns().len(), plan: bound.plan, what: What::Filter };
        Ok(self.of_rows(self.columns().to_vec(), Arc::new(view)))
    }

    /// A column more: `engagement = (likes + comments) / reach`; its unit follows from those of the others.
    pub fn derive(&self, text: &str) -> Result<Dataset, TableError> {
        let (name, expression) = parse_named(text)?;
        let bound = self.bind(&expression)?;
        let (kind, unit) = match &bound.gives {
            Gives::Figure(unit) => (Kind::Number, unit.clone()),
            Gives::Truth => (Kind::YesNo, Unit::NONE),
            Gives::Day => (Kind::DateTime, Unit::NONE),
            Gives::Word(_) => (Kind::Word, Unit::NONE),
        };
        let data = if bound.plan.looks_back() { self.in_memory()? } else { self.clone() };
        data.with(Column { unit, ..Column::new(name, kind) }, bound)
    }

    /// A column of the values some rows before: `reach (lag 1)`.
    pub fn lag(&self, column: &str, rows: usize) -> Result<Dataset, TableError> {
        let at = self.column(column)?;
        let own = self.columns()[at].clone();
        let gives = match own.kind.has_levels() {
            true => Gives::Word(self.levels(at)?),
            false => Gives::Truth,
        };
        let plan = Plan::Lag(Box::new(Plan::Column(at)), rows);
        let name = format!("{} (lag {rows})", own.name);
        self.in_memory()?.with(Column { name: name.clone(), head: name, ..own }, Bound { gives, plan })
    }

    /// For each level of a column of words but the first a column that is 1 where the row has it: `type=video`.
    pub fn dummies(&self, column: &str) -> Result<Dataset, TableError> {
        let at = self.column(column)?;
        let own = &self.columns()[at];
        if !own.kind.has_levels() {
            return Err(TableError::WrongKind { column: own.name.clone(), kind: own.kind });
        }
        let levels = self.levels(at)?;
        if levels.len() > crate::COLUMNS {
            return Err(TableError::TooLarge { what: "columns", limit: crate::COLUMNS });
        }
        let equal = |left: f64, right: f64| if left.is_nan() { left } else { f64::from(left == right) };
        levels.iter().enumerate().skip(1).try_fold(self.clone(), |data, (code, level)| {
            let plan = Plan::Two(equal, Box::new(Plan::Column(at)), Box::new(Plan::Constant(code as f64)));
            let name = format!("{}={level}", own.name);
            data.with(Column::new(name, Kind::YesNo), Bound { gives: Gives::Truth, plan })
        })
    }

    /// A column of figures says how much each row counts.
    pub fn weighted(&self, column: &str) -> Result<Dataset, TableError> {
        let at = self.column(column)?;
        let mut columns = self.columns().to_vec();
        if !columns[at].kind.is_figure() {
            return Err(TableError::WrongKind { column: columns[at].name.clone(), kind: columns[at].kind });
        }
        for own in columns.iter_mut().filter(|own| own.role == Role::Weight) {
            own.role = Role::None;
        }
        columns[at].role = Role::Weight;
        Ok(self.of_rows(columns, self.shared()))
    }

    fn bind(&self, expression: &Expression) -> Result<Bound, TableError> {
        let find: Find<'_> = &|name| {
            let at = self.column(name).ok()?;
            let own = &self.columns()[at];
            let levels = self.levels(at).ok()?;
            Some(Known { at, kind: own.kind, unit: own.unit.clone(), levels })
        };
        Ok(bind(expression, find)?)
    }

    /// With a column more; one that looks at other rows needs all rows in memory.
    fn with(&self, column: Column, bound: Bound) -> Result<Dataset, TableError> {
        let levels = match bound.gives {
            Gives::Word(levels) => levels,
            _ => Arc::default(),
        };
        let mut columns = self.columns().to_vec();
        columns.push(column);
        if bound.plan.looks_back() {
            let inputs = bound.plan.columns();
            let all = self.all(&inputs)?;
            let rows = self.rows().unwrap_or(0) as usize;
            let find = |at: usize| inputs.binary_search(&at).map_or(&[][..], |slot| &all[slot][..]);
            let figures = bound.plan.values(rows, &find);
            let extra = crate::Values { figures, levels: levels.to_vec() };
            return self.in_memory_with(columns, Some(extra));
        }
        let what = What::Derive(levels);
        let view = View { base: self.shared(), width: self.columns().len(), plan: bound.plan, what };
        Ok(self.of_rows(columns, Arc::new(view)))
    }

    /// All its columns in memory.
    pub fn in_memory(&self) -> Result<Dataset, TableError> {
        self.in_memory_with(self.columns().to_vec(), None)
    }

    fn in_memory_with(
        &self,
        columns: Vec<Column>,
        extra: Option<crate::Values>,
    ) -> Result<Dataset, TableError> {
        let places: Vec<usize> = (0..self.columns().len()).collect();
        let all = self.all(&places)?.into_iter().zip(places);
        let values =
            all.map(|(figures, at)| Ok(crate::Values { figures, levels: self.levels(at)?.to_vec() }));
        let mut values = values.collect::<Result<Vec<_>, TableError>>()?;
        values.extend(extra);
        Ok(self.of_rows(columns, Arc::new(crate::dataset::Memory::new(values))))
    }
}
