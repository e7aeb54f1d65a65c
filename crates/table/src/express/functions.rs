//! The functions that an expression may call.

use crate::dataset::cells::days;
use jiff::civil::{Date, date};

/// Their names.
pub const NAMES: &[&str] = &[
    "if", "missing", "log", "log10", "exp", "sqrt", "abs", "round", "floor", "ceil", "min", "max", "year",
    "month", "day", "week", "weekday", "hour", "lag",
];

/// A function of one figure that has no unit and gives one without.
pub fn bare(name: &str) -> Option<fn(f64) -> f64> {
    Some(match name {
        "log" => |value| if value > 0.0 { value.ln() } else { f64::NAN },
        "log10" => |value| if value > 0.0 { value.log10() } else { f64::NAN },
        "exp" => f64::exp,
        _ => return None,
    })
}

/// A function of one figure that keeps its unit.
pub fn keeping(name: &str) -> Option<fn(f64) -> f64> {
    Some(match name {
        "abs" => f64::abs,
        "round" => f64::round,
        "floor" => f64::floor,
        "ceil" => f64::ceil,
        _ => return None,
    })
}

/// A function of a day or a moment.
pub fn of_day(name: &str) -> Option<fn(f64) -> f64> {
    Some(match name {
        "year" => |value| of(value, |day| f64::from(day.year())),
        "month" => |value| of(value, |day| f64::from(day.month())),
        "day" => |value| of(value, |day| f64::from(day.day())),
        "week" => |value| of(value, |day| f64::from(day.iso_week_date().week())),
        // Monday is 1.
        "weekday" => |value| of(value, |day| f64::from(day.weekday().to_monday_one_offset())),
        // Half a second is no matter of reckoning with fractions of days.
        "hour" => {
            |value| ((value - value.floor()) * 86_400.0).round().rem_euclid(86_400.0).div_euclid(3_600.0)
        }
        _ => return None,
    })
}

fn of(value: f64, part: fn(Date) -> f64) -> f64 {
    if !value.is_finite() {
        return f64::NAN;
    }
    let start = date(1970, 1, 1);
    let span = jiff::Span::new().try_days(value.floor() as i64);
    span.and_then(|span| start.checked_add(span)).map_or(f64::NAN, part)
}

/// The day of a text, as days since 1970.
pub fn day(text: &str) -> Option<f64> {
    crate::date(text, crate::DateOrder::DayFirst).map(|date| f64::from(days(date)))
}

/// The sign's calculation on figures.
pub fn arithmetic(sign: &str) -> Option<fn(f64, f64) -> f64> {
    Some(match sign {
        "+" => |left, right| left + right,
        "-" => |left, right| left - right,
        "*" => |left, right| left * right,
        // What is divided by nothing has no value.
        "/" => |left, right| if right == 0.0 { f64::NAN } else { left / right },
        "^" => |left, right| {
            let power = left.powf(right);
            if power.is_finite() { power } else { f64::NAN }
        },
        "min" => |left, right| if left.is_nan() || right.is_nan() { f64::NAN } else { left.min(right) },
        "max" => |left, right| if left.is_nan() || right.is_nan() { f64::NAN } else { left.max(right) },
        _ => return None,
    })
}

/// The sign's comparison; what is missing is neither true nor false.
pub fn comparison(sign: &str) -> Option<fn(f64, f64) -> f64> {
    fn truth(left: f64, right: f64, truth: bool) -> f64 {
        if left.is_nan() || right.is_nan() { f64::NAN } else { f64::from(truth) }
    }
    Some(match sign {
        "=" => |left, right| truth(left, right, left == right),
        "!=" => |left, right| truth(left, right, left != right),
        "<" => |left, right| truth(left, right, left < right),
        "<=" => |left, right| truth(left, right, left <= right),
        ">" => |left, right| truth(left, right, left > right),
        ">=" => |left, right| truth(left, right, left >= right),
        _ => return None,
    })
}

/// `and` and `or` of three values (Kleene): false decides the one and true the other, whatever is missing.
pub fn logic(sign: &str) -> Option<fn(f64, f64) -> f64> {
    Some(match sign {
        "and" => |left, right| if left == 0.0 || right == 0.0 { 0.0 } else { left * right },
        "or" => |left, right| {
            let is_true = |value: f64| !value.is_nan() && value != 0.0;
            if is_true(left) || is_true(right) { 1.0 } else { left + right }
        },
        _ => return None,
    })
}
