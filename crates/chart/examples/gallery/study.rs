//! Pictures of statistics on figures that are made up, and say so.

use super::data::say;
use chart::*;
use jiff::ToSpan;
use jiff::civil::date;
use locale::Lang;

/// Figures that look like chance and repeat.
struct Dice(u64);

impl Dice {
    fn flat(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.flat()).sum::<f64>() - 6.0
    }

    fn cloud(&mut self, n: usize, (x, y): (f64, f64), spread: f64) -> Vec<(f64, f64)> {
        (0..n).map(|_| (x + spread * self.normal(), y + spread * self.normal())).collect()
    }
}

fn measures(lang: Lang) -> Vec<String> {
    let names = [
        ("Реакции", "Reactions"),
        ("Комментарии", "Comments"),
        ("Репосты", "Shares"),
        ("Доля просмотревших видео до конца", "Share who watched the video to its end"),
        ("Переходы на сайт", "Clicks to the site"),
        ("Время ответа", "Reply time"),
    ];
    names.map(|(ru, en)| say(lang, ru, en)).to_vec()
}

pub fn pictures(lang: Lang) -> Vec<(&'static str, String)> {
    let made = |ru: &str, en: &str| {
        format!("{} ({})", say(lang, ru, en), say(lang, "условные данные", "made-up data"))
    };
    let mut dice = Dice(7);
    let names = measures(lang);
    let r = |a: usize, b: usize| {
        if a == b {
            1.0
        } else if a + b == 8 {
            f64::NAN
        } else {
            ((a * b + a + b) as f64 * 1.7).sin() * 0.85
        }
    };
    let table = |n: usize| (0..n).map(|a| (0..n).map(|b| r(a, b)).collect()).collect::<Vec<Vec<f64>>>();
    let heat_words =
        HeatmapWords { unknown: say(lang, "не определена", "not known"), more: String::new() };
    let heat = |names: Vec<String>| Heatmap {
        title: made("Корреляции", "Correlations"),
        values: table(names.len()),
        notes: vec![vec!["n 412".into(); 6]; 6],
        rows: names.clone(),
        columns: names,
        limit: 1.0,
        words: heat_words.clone(),
    };
    let many: Vec<String> = (0..60).map(|at| format!("{} {}", names[at % 6], at / 6 + 1)).collect();
    let line = |slope: f64| -> Vec<Fitted> {
        (0..=40)
            .map(|at| {
                let x = f64::from(at) * 2.5;
                let (value, wide) = (20.0 + slope * x, 3.0 + ((x - 50.0) / 12.0).powi(2) * 0.5);
                Fitted { x, low: value - wide, value, high: value + wide }
            })
            .collect()
    };
    let mut points = |n: usize, slope: f64| -> Vec<(f64, f64)> {
        (0..n)
            .map(|_| {
                let x = dice.flat() * 100.0;
                (x, 20.0 + slope * x + 9.0 * dice.normal())
            })
            .collect()
    };
    let kinds = [say(lang, "Видео", "Video"), say(lang, "Фото", "Photo"), say(lang, "Ссылка", "Link")];
    let (one, two, thousands) = (points(60, 0.9), points(50, 0.3), points(30_000, 0.6));
    let (comments, reach) =
        (Axis::new(&names[1], ""), Axis::new(say(lang, "Охват", "Reach"), say(lang, "тыс.", "thousand")));
    let scatter_words = ScatterWords {
        density: say(lang, "темнее — больше публикаций", "darker: more posts"),
        empty: say(lang, "Нет данных", "No data"),
    };
    let fit = |name: &str, slope: f64| Fit {
        name: format!("{name}: {}", say(lang, "прямая и 95 % полоса", "line and 95% band")),
        points: line(slope),
    };
    let scatter = Scatter {
        title: made("Охват и комментарии", "Reach and comments"),
        x: comments.clone(),
        y: reach.clone(),
        groups: vec![
            Cloud { name: kinds[0].clone(), points: one.clone() },
            Cloud { name: kinds[1].clone(), points: two.clone() },
        ],
        fits: vec![fit(&kinds[0], 0.9), fit(&kinds[1], 0.3)],
        words: scatter_words,
    };
    let dense = Scatter {
        groups: vec![Cloud { name: say(lang, "Публикации", "Posts"), points: thousands.clone() }],
        fits: vec![fit(&say(lang, "Все", "All"), 0.6)],
        ..scatter.clone()
    };
    let mut dice = Dice(11);
    let columns: Vec<Vec<f64>> = (0..4)
        .map(|at| one.iter().map(|p| p.0 * f64::from(at) * 0.4 + p.1 + 20.0 * dice.normal()).collect())
        .collect();
    let matrix = ScatterMatrix {
        title: made("Каждый с каждым", "Each with each"),
        axes: names.iter().take(4).map(|n| Axis::new(n, "")).collect(),
        columns: columns.clone(),
        groups: vec![],
        names: vec![],
        notes: vec![vec![say(lang, "r = 0,71 [0,62; 0,79]", "r = 0.71 [0.62, 0.79]"); 4]; 4],
    };
    let coefficients = Coefficients {
        title: made("Что движет комментариями", "What drives comments"),
        axis: Axis::new(say(lang, "Влияние на число комментариев", "Effect on comments"), ""),
        terms: names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let value = (at as f64 * 2.1).cos() * 14.0;
                let wide = 2.0 + at as f64 * 1.8;
                Coefficient {
                    name: name.clone(),
                    low: value - wide,
                    value,
                    high: value + wide,
                    note: String::new(),
                }
            })
            .collect(),
        reference: 0.0,
        sorted: true,
        words: CoefficientWords {
            reference: say(lang, "нет влияния", "no effect"), more: String::new()
        },
    };
    let fitted: Vec<f64> = one.iter().map(|p| 20.0 + 0.9 * p.0).collect();
    let residuals: Vec<f64> = one.iter().zip(&fitted).map(|(p, f)| p.1 - f).collect();
    let residual = Residuals {
        title: made("Остатки", "Residuals"),
        standardized: residuals.iter().map(|r| r / 9.0).collect(),
        leverage: one.iter().map(|p| 1.0 / 60.0 + ((p.0 - 50.0) / 50.0).powi(2) * 0.08).collect(),
        fitted,
        residuals,
        parameters: 2,
        labels: vec![],
        words: ResidualWords {
            residuals: say(lang, "Остатки", "Residuals"),
            fitted: say(lang, "Предсказанные значения", "Fitted values"),
            standardized: say(lang, "Стандартизованные остатки", "Standardised residuals"),
            quantiles: say(lang, "Квантили нормального распределения", "Normal quantiles"),
            spread: say(lang, "Корень из модуля станд. остатка", "Root of |standardised residual|"),
            leverage: say(lang, "Разбалансировка (leverage)", "Leverage"),
            cook: say(lang, "Кук", "Cook"),
        },
    };
    let scree = Scree {
        title: made("Сколько факторов", "How many factors"),
        x: Axis::new(say(lang, "Номер компоненты", "Component"), ""),
        y: Axis::new(say(lang, "Собственное значение", "Eigenvalue"), ""),
        observed: vec![3.4, 1.7, 0.9, 0.6, 0.45, 0.4, 0.3, 0.25],
        parallel: vec![1.38, 1.25, 1.14, 1.04, 0.95, 0.86, 0.76, 0.62],
        kaiser: Some(1.0),
        kept: 2,
        words: ScreeWords {
            observed: say(lang, "данные", "observed"),
            parallel: say(lang, "случайные данные, 95-й процентиль", "random data, 95th percentile"),
            kaiser: say(lang, "собственное значение 1", "eigenvalue 1"),
        },
    };
    let loading = |at: usize, factor: usize| ((at * 2 + factor * 3) as f64 * 1.1).cos() * 0.9;
    let loadings = Loadings {
        title: made("Нагрузки", "Loadings"),
        values: (0..6).map(|at| (0..3).map(|f| loading(at, f)).collect()).collect(),
        factors: ["F1 · 42 %", "F2 · 21 %", "F3 · 9 %"].map(str::to_owned).to_vec(),
        communalities: (0..6).map(|at| 0.4 + 0.09 * f64::from(at)).collect(),
        measures: names.clone(),
        cut: 0.4,
        words: LoadingWords { communality: say(lang, "общность", "communality") },
    };
    let share =
        |n: i32, p: i32| Axis::new(format!("{} {n}", say(lang, "Компонента", "Component")), format!("{p} %"));
    let arrows: Vec<Vector> = names
        .iter()
        .enumerate()
        .map(|(at, name)| Vector { name: name.clone(), x: loading(at, 0) * 0.8, y: loading(at, 1) * 0.7 })
        .collect();
    let map = Biplot {
        title: made("Карта нагрузок", "Loading map"),
        x: share(1, 42),
        y: share(2, 21),
        groups: vec![],
        arrows,
        circle: true,
    };
    let mut cluster = |name: (&str, &str), n: usize, at: (f64, f64)| Cloud {
        name: say(lang, name.0, name.1),
        points: dice.cloud(n, at, 0.7),
    };
    let clusters = vec![
        cluster(("Читают молча", "Read in silence"), 120, (-1.8, 0.4)),
        cluster(("Спорят в комментариях", "Argue in comments"), 70, (1.6, 1.5)),
        cluster(("Делятся", "Share"), 50, (1.3, -1.7)),
        cluster(("Приходят на видео", "Come for video"), 30, (-0.6, 2.9)),
    ];
    let biplot = Biplot { groups: clusters.clone(), circle: false, ..map.clone() };
    let cluster_map = ClusterMap {
        title: made("Кластеры подписчиков", "Clusters of followers"),
        x: share(1, 42),
        y: share(2, 21),
        clusters: clusters.clone(),
        outline: Outline::Ellipse,
    };
    let dendrogram = dendrogram(lang, made("Как объединяются дни", "How days join"), 24);
    let silhouette = Silhouette {
        title: made("Силуэты", "Silhouettes"),
        axis: Axis::new(say(lang, "Ширина силуэта", "Silhouette width"), ""),
        groups: clusters
            .iter()
            .enumerate()
            .map(|(nth, c)| SilhouetteGroup {
                name: c.name.clone(),
                widths: c
                    .points
                    .iter()
                    .map(|p| 0.55 - 0.09 * nth as f64 - 0.3 * (p.0 * 3.0).sin().abs())
                    .collect(),
            })
            .collect(),
        mean: 0.32,
        words: SilhouetteWords { mean: say(lang, "среднее", "mean") },
    };
    let boxes = BoxPlot {
        title: made("Комментарии по дням", "Comments by day"),
        axis: comments.clone(),
        groups: vec![
            Sample { name: kinds[0].clone(), values: one.iter().map(|p| p.1).take(25).collect(), all: None },
            Sample {
                name: say(lang, "Публикации с фотографией продукта", "Posts with a photo of the product"),
                values: two.iter().map(|p| p.1).collect(),
                all: None,
            },
            Sample { name: kinds[2].clone(), values: thousands.iter().map(|p| p.1).collect(), all: None },
        ],
        violin: false,
        words: BoxWords { median: say(lang, "медиана", "median") },
    };
    let values: Vec<f64> = thousands.iter().take(900).map(|p| p.1).collect();
    let mean = values.iter().sum::<f64>() / 900.0;
    let histogram = Histogram {
        title: made("Охват", "Reach"),
        x: reach.clone(),
        y: Axis::new(say(lang, "Публикаций", "Posts"), ""),
        marks: vec![Rule { at: mean, label: say(lang, "среднее", "mean") }],
        words: HistogramWords { density: say(lang, "плотность", "density"), empty: String::new() },
        ..Histogram::of(&values)
    };
    let course = |n: i32, shift: f64| -> Vec<(f64, f64)> {
        (0..n)
            .map(|at| {
                (
                    day(date(2025, 1, 6) + (at * 7).days()),
                    60.0 + shift + 9.0 * (f64::from(at) * 0.5).sin() - f64::from(at) * 0.2,
                )
            })
            .collect()
    };
    let last = day(date(2025, 1, 6) + (80 * 7).days());
    let lines = Lines {
        title: made("Ответы и охват", "Replies and reach"),
        across: Across::Days,
        up: Axis::new(say(lang, "Время первого ответа", "Time of first reply"), say(lang, "мин", "min")),
        lines: vec![
            Line { name: kinds[0].clone(), points: course(80, 0.0), band: vec![] },
            Line { name: kinds[1].clone(), points: course(80, -25.0), band: vec![] },
        ],
        forecast: (0..12)
            .map(|at| {
                let k = f64::from(at);
                let w = 3.0 + k;
                Fitted { x: last + 7.0 * k, low: 46.0 - w, value: 46.0, high: 46.0 + w }
            })
            .collect(),
        changes: vec![Rule {
            at: day(date(2025, 9, 1)),
            label: say(lang, "сдвиг уровня", "change of level"),
        }],
        anomalies: vec![course(80, 0.0)[31]],
        panels: false,
        words: LineWords {
            forecast: say(lang, "прогноз, 95 % интервал", "forecast, 95% interval"),
            anomaly: say(lang, "выброс", "anomaly"),
            empty: say(lang, "Нет данных", "No data"),
        },
    };
    let parts = Lines {
        panels: true,
        forecast: vec![],
        changes: vec![],
        anomalies: vec![],
        lines: [("Ряд", "Data"), ("Тренд", "Trend"), ("Сезонность", "Seasonal"), ("Остаток", "Remainder")]
            .iter()
            .enumerate()
            .map(|(at, (ru, en))| Line {
                name: say(lang, ru, en),
                points: course(80, at as f64 * -400.0),
                band: vec![],
            })
            .collect(),
        ..lines.clone()
    };
    let bars =
        |power: f64| (1..=30).map(|k| (f64::from(k), power.powi(k) * (f64::from(k) * 0.9).cos())).collect();
    let bounds: Vec<Fitted> = [1.0, 30.0].map(|x| Fitted { x, low: -0.2, value: 0.0, high: 0.2 }).to_vec();
    let correlogram = Correlogram {
        title: made("Автокорреляция", "Autocorrelation"),
        axis: Axis::new(say(lang, "Лаг", "Lag"), say(lang, "недель", "weeks")),
        panels: vec![
            LagPanel {
                name: say(lang, "Автокорреляция", "Autocorrelation"),
                bars: bars(0.93),
                bounds: bounds.clone(),
            },
            LagPanel {
                name: say(lang, "Частная автокорреляция", "Partial autocorrelation"),
                bars: bars(0.6),
                bounds,
            },
        ],
    };
    let profile = Profile {
        title: made("Каковы кластеры", "What clusters are like"),
        axis: Axis::new(
            say(lang, "Отклонение от среднего по всем", "Distance from the mean of all"),
            say(lang, "ст. откл.", "SD"),
        ),
        measures: names.clone(),
        groups: clusters
            .iter()
            .enumerate()
            .map(|(nth, c)| ProfileGroup {
                name: c.name.clone(),
                means: (0..6)
                    .map(|at| {
                        let v = ((at * 3 + nth * 2) as f64).sin() * 1.4;
                        Fitted { x: 0.0, low: v - 0.25, value: v, high: v + 0.25 }
                    })
                    .collect(),
            })
            .collect(),
        words: ProfileWords { whole: say(lang, "среднее по всем", "mean of all") },
    };
    let power = Power {
        title: made("Мощность", "Power"),
        x: Axis::new(say(lang, "Наблюдений в группе", "Cases in a group"), ""),
        y: Axis::new(say(lang, "Мощность", "Power"), ""),
        curves: [0.2, 0.5, 0.8]
            .map(|d: f64| Line {
                name: format!("d = {}", locale::number(lang, d, 1)),
                points: (2..200)
                    .map(|n| {
                        (f64::from(n), 1.0 / (1.0 + (-(d * (f64::from(n) / 2.0).sqrt() - 1.96) * 1.7).exp()))
                    })
                    .collect(),
                band: vec![],
            })
            .to_vec(),
        wanted: Some(0.8),
        needed: Some(64.0),
        words: PowerWords {
            wanted: say(lang, "нужная мощность", "wanted"), needed: "n =".into()
        },
    };
    vec![
        ("heatmap", heat(names.clone()).svg(lang)),
        ("heatmap-many", heat(many).svg(lang)),
        ("scatter", scatter.svg(lang)),
        ("scatter-dense", dense.svg(lang)),
        ("scatter-matrix", matrix.svg(lang)),
        ("coefficients", coefficients.svg(lang)),
        ("residuals", residual.svg(lang)),
        ("scree", scree.svg(lang)),
        ("loadings", loadings.svg(lang)),
        ("loading-map", map.svg(lang)),
        ("biplot", biplot.svg(lang)),
        ("cluster-map", cluster_map.svg(lang)),
        ("dendrogram", dendrogram.svg(lang)),
        ("silhouette", silhouette.svg(lang)),
        ("box", boxes.svg(lang)),
        ("violin", BoxPlot { violin: true, ..boxes }.svg(lang)),
        ("histogram", histogram.svg(lang)),
        ("lines", lines.svg(lang)),
        ("decomposition", parts.svg(lang)),
        ("correlogram", correlogram.svg(lang)),
        ("profile", profile.svg(lang)),
        ("power", power.svg(lang)),
    ]
}

fn dendrogram(lang: Lang, title: String, n: usize) -> Dendrogram {
    // Neighbours join two by two, then pairs, with heights that grow unevenly.
    let mut edge: Vec<usize> = (0..n).collect();
    let mut merges = Vec::new();
    let mut height = 0.6;
    while edge.len() > 1 {
        let at = (merges.len() * 5 + 1) % (edge.len() - 1);
        let (left, right) = (edge[at], edge[at + 1]);
        merges.push(Merge { left, right, height });
        edge[at] = n + merges.len() - 1;
        edge.remove(at + 1);
        height *= 1.14;
    }
    Dendrogram {
        title,
        axis: Axis::new(say(lang, "Расстояние при объединении", "Distance at which they join"), ""),
        leaves: (1..=n).map(|at| format!("{} {at}", say(lang, "Публикация", "Post"))).collect(),
        cut: Some(height / 1.14 / 1.14 / 1.07),
        merges,
        words: DendrogramWords { cut: say(lang, "срез", "cut"), cases: say(lang, "случ.", "cases") },
    }
}
