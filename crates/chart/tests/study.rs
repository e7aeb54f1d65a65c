//! What holds of every picture of statistics, whatever the spec: XML, inside its box, finite, not too large.

use chart::*;
use locale::Lang;
use proptest::collection::vec;
use proptest::prelude::*;

/// Every coordinate that an element names, as (x, y) with NaN for what it does not say.
fn corners(node: &roxmltree::Node) -> Vec<(f64, f64)> {
    let figure = |name: &str| node.attribute(name).map_or(0.0, |text| text.parse().unwrap_or(f64::NAN));
    match node.tag_name().name() {
        "rect" => {
            let (x, y) = (figure("x"), figure("y"));
            vec![(x, y), (x + figure("width"), y + figure("height"))]
        }
        "circle" => {
            let (x, y, r) = (figure("cx"), figure("cy"), figure("r"));
            vec![(x - r, y - r), (x + r, y + r)]
        }
        "text" => {
            let text = node.text().unwrap_or_default();
            let wide = text::width(text, figure("font-size"), node.attribute("font-weight").is_some());
            let x = match node.attribute("text-anchor") {
                Some("end") => figure("x") - wide,
                Some("middle") => figure("x") - wide / 2.0,
                _ => figure("x"),
            };
            vec![(x, figure("y") - 8.0), (x + wide, figure("y"))]
        }
        "path" => path(node.attribute("d").unwrap_or_default()),
        _ => vec![],
    }
}

/// The points of a path of `M L H V Z`.
fn path(d: &str) -> Vec<(f64, f64)> {
    let (mut at, mut points) = ((0.0, 0.0), Vec::new());
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let figures: Vec<f64> = rest[1..end].split(' ').filter_map(|text| text.parse().ok()).collect();
        match (command, figures.as_slice()) {
            ('M' | 'L', [x, y]) => at = (*x, *y),
            ('H', [x]) => at.0 = *x,
            ('V', [y]) => at.1 = *y,
            ('Z', []) => {}
            _ => at = (f64::NAN, f64::NAN),
        }
        points.push(at);
        rest = &rest[end..];
    }
    points
}

fn sound(svg: &str) -> Result<(), TestCaseError> {
    let document = roxmltree::Document::parse(svg).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
    let root = document.root_element();
    let size: Vec<f64> =
        root.attribute("viewBox").unwrap_or_default().split(' ').filter_map(|t| t.parse().ok()).collect();
    prop_assert_eq!(size.len(), 4);
    for node in root.descendants().filter(roxmltree::Node::is_element) {
        for (x, y) in corners(&node) {
            let inside = (-1.0..=size[2] + 1.0).contains(&x) && (-1.0..=size[3] + 1.0).contains(&y);
            prop_assert!(inside, "{x} {y} of {size:?}: {:?} {:?}", node, node.text());
        }
    }
    prop_assert!(svg.len() < 300_000, "{} bytes", svg.len());
    Ok(())
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[а-яА-Я]{1,12}( [а-я]{1,16}){0,9}", "\\PC{0,30}", "[А-Я]{60,90}", Just(String::new())]
}

fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![8 => -100.0..1e4f64, 4 => -1.0..1.0f64, 1 => prop::num::f64::ANY, 1 => Just(0.0)]
}

fn figures(most: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(figure(), 0..most)
}

fn axis() -> impl Strategy<Value = Axis> {
    (word(), word()).prop_map(|(name, unit)| Axis { name, unit })
}

fn points() -> impl Strategy<Value = Vec<(f64, f64)>> {
    vec((figure(), figure()), 0..30)
}

fn clouds() -> impl Strategy<Value = Vec<Cloud>> {
    vec((word(), points()).prop_map(|(name, points)| Cloud { name, points }), 0..8)
}

fn fitted() -> impl Strategy<Value = Vec<Fitted>> {
    vec(
        (figure(), figure(), figure(), figure()).prop_map(|(x, low, value, high)| Fitted {
            x,
            low,
            value,
            high,
        }),
        0..9,
    )
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    vec((figure(), word()).prop_map(|(at, label)| Rule { at, label }), 0..4)
}

fn table() -> impl Strategy<Value = Vec<Vec<f64>>> {
    vec(figures(14), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_are_sound(rows in vec(word(), 0..70), columns in vec(word(), 0..14), values in table(), limit in figure(), cut in figure(), more in word()) {
        let words = HeatmapWords { unknown: more.clone(), more: more.clone() };
        sound(&Heatmap { title: more.clone(), rows: rows.clone(), columns: columns.clone(), values: values.clone(), notes: vec![vec![more.clone(); 3]; 3], limit, words: words.clone() }.svg(Lang::Ru))?;
        sound(&Heatmap { rows: rows.clone(), columns: rows.clone(), values: values.clone(), words, ..Heatmap::default() }.svg(Lang::En))?;
        let communalities = values.first().cloned().unwrap_or_default();
        sound(&Loadings { title: more.clone(), measures: rows, factors: columns, values, communalities, cut, words: LoadingWords { communality: more } }.svg(Lang::Ru))?;
    }

    #[test]
    fn clouds_are_sound(x in axis(), y in axis(), groups in clouds(), curve in fitted(), name in word()) {
        let fits = vec![Fit { name: name.clone(), points: curve }];
        let words = ScatterWords { density: name.clone(), empty: name.clone() };
        sound(&Scatter { title: name.clone(), x: x.clone(), y: y.clone(), groups: groups.clone(), fits, words }.svg(Lang::Ru))?;
        let arrows: Vec<Vector> = groups.iter().flat_map(|g| &g.points).take(12).map(|p| Vector { name: name.clone(), x: p.0, y: p.1 }).collect();
        for circle in [true, false] {
            let groups = if circle { vec![] } else { groups.clone() };
            sound(&Biplot { title: name.clone(), x: x.clone(), y: y.clone(), groups, arrows: arrows.clone(), circle }.svg(Lang::En))?;
        }
        for outline in [Outline::Ellipse, Outline::Hull] {
            sound(&ClusterMap { title: name.clone(), x: x.clone(), y: y.clone(), clusters: groups.clone(), outline }.svg(Lang::Ru))?;
        }
    }

    #[test]
    fn matrices_are_sound(axes in vec(axis(), 0..10), columns in table(), groups in vec(0..9usize, 0..9), note in word()) {
        sound(&ScatterMatrix { title: note.clone(), axes, columns, groups, names: vec![note.clone(); 2], notes: vec![vec![note; 5]; 3] }.svg(Lang::Ru))?;
    }

    #[test]
    fn estimates_are_sound(axis in axis(), reference in figure(), terms in vec((word(), figure(), figure(), figure(), word()), 0..70), sorted in any::<bool>(), word in word()) {
        let means: Vec<Fitted> = terms.iter().map(|t| Fitted { x: 0.0, low: t.1, value: t.2, high: t.3 }).collect();
        let names: Vec<String> = terms.iter().map(|t| t.0.clone()).collect();
        let terms = terms.into_iter().map(|(name, low, value, high, note)| Coefficient { name, low, value, high, note }).collect();
        let words = CoefficientWords { reference: word.clone(), more: word.clone() };
        sound(&Coefficients { title: word.clone(), axis: axis.clone(), reference, terms, sorted, words }.svg(Lang::Ru))?;
        let groups = names.iter().take(10).map(|name| ProfileGroup { name: name.clone(), means: means.clone() }).collect();
        sound(&Profile { title: word.clone(), axis, measures: names, groups, words: ProfileWords { whole: word } }.svg(Lang::Ru))?;
    }

    #[test]
    fn residuals_are_sound(fitted in figures(40), residuals in figures(40), standardized in figures(40), leverage in vec(0.0..1.0f64, 0..40), parameters in 0..9usize, word in word()) {
        let words = ResidualWords { residuals: word.clone(), fitted: word.clone(), standardized: word.clone(), quantiles: word.clone(), spread: word.clone(), leverage: word.clone(), cook: word.clone() };
        sound(&Residuals { title: word.clone(), fitted, residuals, standardized, leverage, parameters, labels: vec![word; 9], words }.svg(Lang::Ru))?;
    }

    #[test]
    fn factors_and_clusters_are_sound(x in axis(), y in axis(), observed in figures(80), parallel in figures(20), kaiser in prop::option::of(figure()), kept in 0..9usize, groups in vec((word(), vec(-1.2..1.2f64, 0..60)), 0..9), mean in figure(), word in word()) {
        let words = ScreeWords { observed: word.clone(), parallel: word.clone(), kaiser: word.clone() };
        sound(&Scree { title: word.clone(), x: x.clone(), y, observed, parallel, kaiser, kept, words }.svg(Lang::Ru))?;
        let groups = groups.into_iter().map(|(name, widths)| SilhouetteGroup { name, widths }).collect();
        sound(&Silhouette { title: word.clone(), axis: x, groups, mean, words: SilhouetteWords { mean: word } }.svg(Lang::Ru))?;
    }

    #[test]
    fn trees_are_sound(axis in axis(), leaves in vec(word(), 0..12), merges in vec((0..24usize, 0..24usize, figure()), 0..14), cut in prop::option::of(figure()), word in word()) {
        let merges = merges.into_iter().map(|(left, right, height)| Merge { left, right, height }).collect();
        let words = DendrogramWords { cut: word.clone(), cases: word.clone() };
        sound(&Dendrogram { title: word, axis, leaves, merges, cut, words }.svg(Lang::Ru))?;
    }

    #[test]
    fn distributions_are_sound(x in axis(), y in axis(), groups in vec((word(), figures(60)), 0..6), violin in any::<bool>(), marks in rules(), word in word()) {
        let values = groups.first().map(|g| g.1.clone()).unwrap_or_default();
        let words = HistogramWords { density: word.clone(), empty: word.clone() };
        sound(&Histogram { title: word.clone(), x: x.clone(), y, marks, words, ..Histogram::of(&values) }.svg(Lang::Ru))?;
        let groups = groups.into_iter().map(|(name, values)| Sample { name, values, all: None }).collect();
        sound(&BoxPlot { title: word.clone(), axis: x, groups, violin, words: BoxWords { median: word } }.svg(Lang::Ru))?;
    }

    #[test]
    fn courses_are_sound(up in axis(), across in prop::option::of(axis()), lines in vec((word(), points(), fitted()), 0..9), forecast in fitted(), changes in rules(), anomalies in points(), panels in any::<bool>(), word in word()) {
        let lines: Vec<Line> = lines.into_iter().map(|(name, points, band)| Line { name, points, band }).collect();
        let bars = lines.iter().take(3).map(|line| LagPanel { name: line.name.clone(), bars: line.points.clone(), bounds: line.band.clone() }).collect();
        sound(&Correlogram { title: word.clone(), axis: up.clone(), panels: bars }.svg(Lang::Ru))?;
        let power = PowerWords { wanted: word.clone(), needed: word.clone() };
        let wanted = changes.first().map(|rule| rule.at);
        sound(&Power { title: word.clone(), x: up.clone(), y: up.clone(), curves: lines.clone(), wanted, needed: wanted, words: power }.svg(Lang::En))?;
        let words = LineWords { forecast: word.clone(), anomaly: word.clone(), empty: word.clone() };
        let across = across.map_or(Across::Days, Across::Figure);
        sound(&Lines { title: word, across, up, lines, forecast, changes, anomalies, panels, words }.svg(Lang::Ru))?;
    }
}

#[test]
fn a_hundred_thousand_points_stay_a_small_picture() {
    let wave =
        |at: u32| (f64::from(at) * 0.37 % 97.0, (f64::from(at) * 0.113).sin() * 40.0 + f64::from(at % 31));
    let points: Vec<(f64, f64)> = (0..100_000).map(wave).collect();
    let one = Cloud { name: "n".into(), points: points.clone() };
    let column = |f: fn(&(f64, f64)) -> f64| points.iter().map(f).collect::<Vec<_>>();
    let (x, y) = (column(|p| p.0), column(|p| p.1));
    let small = |svg: String| assert!(svg.len() < 300_000, "{}", svg.len());
    small(Scatter { groups: vec![one.clone()], ..Scatter::default() }.svg(Lang::En));
    small(ClusterMap { clusters: vec![one; 5], ..ClusterMap::default() }.svg(Lang::En));
    small(
        Residuals {
            fitted: x.clone(),
            residuals: y.clone(),
            standardized: y.clone(),
            leverage: x.clone(),
            parameters: 3,
            ..Residuals::default()
        }
        .svg(Lang::En),
    );
    small(
        ScatterMatrix {
            axes: vec![Axis::default(); 8],
            columns: vec![x.clone(), y.clone(), x.clone(), y.clone(), x.clone(), y.clone(), x, y.clone()],
            ..ScatterMatrix::default()
        }
        .svg(Lang::En),
    );
    small(
        BoxPlot {
            groups: vec![Sample { name: "n".into(), values: y, all: None }; 3],
            violin: true,
            ..BoxPlot::default()
        }
        .svg(Lang::En),
    );
    let points = points.iter().enumerate().map(|(at, p)| (at as f64, p.1)).collect();
    small(
        Lines {
            lines: vec![Line { points, ..Line::default() }],
            across: Across::Figure(Axis::default()),
            ..Lines::default()
        }
        .svg(Lang::En),
    );
}

#[test]
fn thousands_of_leaves_are_branches() {
    let leaves: Vec<String> = (0..4000).map(|at| at.to_string()).collect();
    let merges = (0..3999).map(|at| Merge {
        left: if at == 0 { 0 } else { 3999 + at },
        right: at + 1,
        height: at as f64,
    });
    let svg = Dendrogram { leaves, merges: merges.collect(), ..Dendrogram::default() }.svg(Lang::En);
    assert!(svg.matches("<text").count() < 60 && svg.len() < 60_000);
}

#[test]
fn the_sign_is_read_without_colours() {
    let names: Vec<String> = (0..40).map(|at| at.to_string()).collect();
    let values = |figure: f64| vec![vec![figure; 40]; 40];
    let svg = |figure| {
        Heatmap { rows: names.clone(), columns: names.clone(), values: values(figure), ..Heatmap::default() }
            .svg(Lang::En)
    };
    assert!(svg(-0.8).matches('M').count() >= svg(0.8).matches('M').count() + 1600);
}
