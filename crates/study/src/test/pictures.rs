//! Tests as pictures: groups as boxes, shares and differences with their intervals, tables as what departs, plans as curves.

use super::brief::{DRAWN, Group};
use super::plan::{Looks, Plan};
use super::single::Single;
use super::variance::Variance;
use crate::{Picture, figure, p_value};
use chart::{
    Across, Axis, BoxPlot, BoxWords, Coefficient, CoefficientWords, Coefficients, Heatmap, HeatmapWords,
    Histogram, HistogramWords, Line, LineWords, Lines, PowerWords, Rule, Sample,
};
use locale::{Lang, percent, t};
use stats::dist::Normal;
use stats::test::{Pair, independence};

/// So many differences can be read.
const PAIRS: usize = 60;

/// Of a test with one statistic.
pub(super) fn single(of: &Single, lang: Lang) -> Vec<Picture> {
    let mut drawn = Vec::new();
    drawn.extend(spread(of, lang));
    if of.groups.len() > 1 {
        drawn.push(boxes(lang, &of.groups, &of.value, &of.by));
    }
    drawn.extend(shares(of, lang));
    drawn.extend(residuals(of, lang));
    drawn
}

/// Of an analysis of variance.
pub(super) fn variance(of: &Variance, lang: Lang) -> Vec<Picture> {
    let mut drawn = vec![boxes(lang, &of.groups, &of.value, &of.by)];
    if !of.pairs.is_empty() {
        drawn.push(tukey(of, lang));
    }
    drawn
}

fn boxes(lang: Lang, groups: &[Group], value: &str, by: &str) -> Picture {
    let (shown, all) = (groups.len().min(DRAWN), groups.len());
    let caption = match (by.is_empty(), shown < all) {
        (true, _) => t!(lang, "stats-test-picture-two"),
        (_, true) => {
            t!(lang, "stats-test-picture-boxes-few", value = value, by = by, shown = shown, all = all)
        }
        _ => t!(lang, "stats-test-picture-boxes", value = value, by = by),
    };
    let sample =
        |group: &Group| Sample { name: group.name.clone(), values: group.kept.clone(), all: Some(group.n) };
    let svg = BoxPlot {
        title: caption.clone(),
        axis: Axis::new(if by.is_empty() { "" } else { value }, ""),
        groups: groups.iter().take(DRAWN).map(sample).collect(),
        words: BoxWords { median: t!(lang, "describe-head-median") },
        ..BoxPlot::default()
    }
    .svg(lang);
    Picture { name: "boxes", caption, svg }
}

/// The only list of values, or the differences within pairs.
fn spread(of: &Single, lang: Lang) -> Option<Picture> {
    let whole = of.spread.as_ref()?;
    let mark = |at: f64, label: String| Rule { at, label };
    let null = || mark(of.null, t!(lang, "stats-test-picture-null"));
    let mean = |mean: f64| mark(mean, t!(lang, "stats-head-mean"));
    let (caption, x, rows, marks) = match of.groups.as_slice() {
        [one] => {
            let mut marks = vec![mean(one.mean)];
            marks.extend((of.test.method == "t-one").then(null));
            let caption = t!(lang, "stats-test-picture-one", value = &one.name);
            (caption, one.name.clone(), t!(lang, "describe-rows"), marks)
        }
        [first, second] => {
            let (first, second) = (&first.name, &second.name);
            let caption = t!(lang, "stats-test-picture-differences", first = first, second = second);
            (caption, format!("{first} − {second}"), t!(lang, "stats-test-picture-pairs"), vec![null()])
        }
        _ => return None,
    };
    let svg = Histogram {
        title: caption.clone(),
        x: Axis::new(x, ""),
        y: Axis::new(rows, ""),
        marks,
        words: HistogramWords {
            density: t!(lang, "stats-test-picture-law"),
            empty: t!(lang, "correlate-picture-empty"),
        },
        ..whole.clone()
    }
    .svg(lang);
    Some(Picture { name: "histogram", caption, svg })
}

/// Shares or rates with their intervals, against all groups together or against what was held to be true.
fn shares(of: &Single, lang: Lang) -> Option<Picture> {
    if of.test.method == "ab-mixture" {
        return difference(of, lang);
    }
    let rates = of.of_rates();
    let times = if rates { 1.0 } else { 100.0 };
    let (seen, trials) = of.shares.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.1, sum.1 + one.2));
    let said = |share: f64| if rates { figure(lang, share) } else { percent(lang, share, 1) };
    let term = |(name, seen, trials): &(String, f64, f64)| {
        let found = of.around(*seen, *trials);
        let (low, high) = found.map_or((f64::NAN, f64::NAN), |found| (found.low, found.high));
        let (value, note) = (seen / trials, said(seen / trials));
        Coefficient { name: name.clone(), low: times * low, value: times * value, high: times * high, note }
    };
    let only = of.shares.len() == 1;
    let (reference, word) = match only {
        true => (of.null, t!(lang, "stats-test-picture-null")),
        false => (seen / trials, t!(lang, "stats-test-picture-together")),
    };
    let (caption, axis) = match rates {
        true => (t!(lang, "stats-test-picture-rates"), Axis::new(t!(lang, "stats-test-picture-rate"), "")),
        false => (t!(lang, "stats-test-picture-shares"), Axis::new(t!(lang, "stats-test-share"), "%")),
    };
    let picture = Coefficients {
        title: caption.clone(),
        axis,
        reference: times * reference,
        terms: of.shares.iter().map(term).collect(),
        sorted: false,
        words: CoefficientWords {
            reference: format!("{word}: {}", said(reference)),
            more: t!(lang, "regress-picture-others"),
        },
    };
    let svg = picture.svg(lang);
    (!of.shares.is_empty()).then_some(Picture { name: "shares", caption, svg })
}

/// The difference of two shares under a test that may be looked at whenever one likes: intervals of a single look would mislead.
fn difference(of: &Single, lang: Lang) -> Option<Picture> {
    let (found, value) = (of.test.interval?, super::tell::difference(&of.test)?);
    let caption = t!(lang, "stats-test-picture-valid");
    let points = t!(lang, "stats-test-picture-points");
    let names: Vec<&str> = of.shares.iter().map(|share| share.0.as_str()).collect();
    let term = Coefficient {
        name: names.join(" − "),
        low: 100.0 * found.low,
        value: 100.0 * value,
        high: 100.0 * found.high,
        note: format!("{}\u{a0}{points}", locale::number(lang, 100.0 * value, 2)),
    };
    let svg = Coefficients {
        title: caption.clone(),
        axis: Axis::new(t!(lang, "stats-test-picture-difference"), &points),
        terms: vec![term],
        words: CoefficientWords {
            reference: t!(lang, "stats-test-picture-no-difference"),
            more: String::new(),
        },
        ..Coefficients::default()
    }
    .svg(lang);
    Some(Picture { name: "difference", caption, svg })
}

/// The cells of a table by how far they lie from what was expected.
fn residuals(of: &Single, lang: Lang) -> Option<Picture> {
    let (counts, more) = of.table.as_ref()?;
    let (cells, width) = (&counts.cells, counts.columns.len());
    if width == 0 {
        return None;
    }
    let standardized = match (of.test.method, more) {
        // Against its mirrored cell: what the test holds to be as frequent.
        ("mcnemar" | "mcnemar-exact", _) => {
            let mirrored =
                |at: usize| cells.get(at % width * width + at / width).copied().unwrap_or(f64::NAN);
            let one = |(at, seen): (usize, &f64)| match seen + mirrored(at) {
                0.0 => 0.0,
                sum => (seen - mirrored(at)) / sum.sqrt(),
            };
            cells.iter().enumerate().map(one).collect()
        }
        (_, Some(more)) => more.standardized.clone(),
        (_, None) => independence(cells, width, false, 0.95).ok()?.standardized,
    };
    if standardized.len() != cells.len() {
        return None;
    }
    let most = standardized.iter().map(|x: &f64| x.abs()).filter(|x| x.is_finite()).fold(3.0, f64::max);
    let caption = t!(lang, "stats-test-picture-residuals");
    let count = |row: &[f64]| row.iter().map(|count| figure(lang, *count)).collect();
    let svg = Heatmap {
        title: caption.clone(),
        rows: counts.rows.clone(),
        columns: counts.columns.clone(),
        values: standardized.chunks(width).map(<[f64]>::to_vec).collect(),
        notes: cells.chunks(width).map(count).collect(),
        limit: most.ceil(),
        words: HeatmapWords { unknown: t!(lang, "correlate-picture-unknown"), more: String::new() },
    }
    .svg(lang);
    Some(Picture { name: "residuals", caption, svg })
}

fn tukey(of: &Variance, lang: Lang) -> Picture {
    let mut pairs: Vec<&Pair> = of.pairs.iter().collect();
    let all = pairs.len();
    let caption = match all > PAIRS {
        true => {
            pairs.sort_by(|a, b| a.p_value.total_cmp(&b.p_value));
            pairs.truncate(PAIRS);
            t!(lang, "stats-test-picture-tukey-few", shown = PAIRS, all = all)
        }
        false => t!(lang, "stats-test-picture-tukey"),
    };
    let term = |pair: &&Pair| Coefficient {
        name: format!("{} − {}", pair.first, pair.second),
        low: pair.interval.low,
        value: pair.estimate,
        high: pair.interval.high,
        note: format!("p {}", p_value(lang, pair.p_value)),
    };
    let svg = Coefficients {
        title: caption.clone(),
        axis: Axis::new(t!(lang, "stats-test-picture-means", value = &of.value), ""),
        terms: pairs.iter().map(term).collect(),
        words: CoefficientWords {
            reference: t!(lang, "stats-test-picture-no-difference"),
            more: String::new(),
        },
        ..Coefficients::default()
    }
    .svg(lang);
    Picture { name: "tukey", caption, svg }
}

/// Of a plan: the power by the size of the sample.
pub(super) fn plan(of: &Plan, lang: Lang) -> Vec<Picture> {
    let caption = t!(lang, "stats-test-picture-power");
    let line = |(effect, points): &(f64, Vec<(f64, f64)>)| Line {
        name: t!(lang, "stats-test-picture-effect", effect = figure(lang, *effect)),
        points: points.clone(),
        ..Line::default()
    };
    let each = of.plan.groups > 1.0;
    let across =
        if each { t!(lang, "stats-test-picture-n-each") } else { t!(lang, "stats-test-picture-n-rows") };
    let svg = chart::Power {
        title: caption.clone(),
        x: Axis::new(across, ""),
        y: Axis::new(t!(lang, "stats-test-power"), ""),
        curves: of.curves.iter().map(line).collect(),
        wanted: Some(of.plan.power),
        needed: Some(of.plan.n.ceil()),
        words: PowerWords {
            wanted: t!(lang, "stats-test-picture-wanted"),
            needed: t!(lang, "stats-test-picture-needed"),
        },
    }
    .svg(lang);
    vec![Picture { name: "power", caption, svg }]
}

/// Of looks: the bound at each, and the bound of a test without looks.
pub(super) fn looks(of: &Looks, lang: Lang) -> Vec<Picture> {
    let caption = t!(lang, "stats-test-picture-looks");
    let bound: Vec<(f64, f64)> = of.looks.iter().map(|look| (100.0 * look.share, look.z)).collect();
    let fixed = Normal.isf(0.5 * of.alpha);
    let ends = bound.first().into_iter().chain(bound.last());
    let single = ends.map(|(share, _)| (*share, fixed)).collect();
    let line = |name: String, points: Vec<(f64, f64)>| Line { name, points, ..Line::default() };
    let svg = Lines {
        title: caption.clone(),
        across: Across::Figure(Axis::new(t!(lang, "stats-test-picture-collected"), "%")),
        up: Axis::new("|z|", ""),
        lines: vec![
            line(t!(lang, "stats-test-picture-bound"), bound.clone()),
            line(t!(lang, "stats-test-picture-fixed"), single),
        ],
        anomalies: bound.into_iter().filter(|point| point.1.is_finite()).collect(),
        words: LineWords { empty: t!(lang, "correlate-picture-empty"), ..LineWords::default() },
        ..Lines::default()
    }
    .svg(lang);
    vec![Picture { name: "bounds", caption, svg }]
}
