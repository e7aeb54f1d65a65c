//! An R script that repeats it.

use super::divide::More;
use super::found::Clusters;
use super::question::{Method, Space};
use stats::cluster::gower::Weighed;
use stats::cluster::hierarchical::Linkage;
use stats::cluster::{Metric, Scaling};

/// The method's stable name.
pub fn method(method: Method) -> &'static str {
    match method {
        Method::KMeans => "kmeans",
        Method::Pam => "pam",
        Method::Hierarchical => "hierarchical",
        Method::Dbscan => "dbscan",
        Method::Hdbscan => "hdbscan",
        Method::Mixture => "mixture",
    }
}

/// The script.
pub fn script(found: &Clusters, file: &str) -> String {
    let (settings, k) = (&found.question.settings, found.division.k);
    let names: Vec<String> = found.question.names.iter().map(|name| format!("{name:?}")).collect();
    let mut text = String::from("# Needs: cluster");
    match settings.method {
        Method::Dbscan | Method::Hdbscan => text.push_str(", dbscan"),
        Method::Mixture => text.push_str(", mclust"),
        _ => {}
    }
    text.push_str(&format!("\ndata <- read.csv({file:?}, check.names = FALSE, stringsAsFactors = TRUE)\n"));
    text.push_str(&format!("x <- data[, c({})]\n", names.join(", ")));
    match &found.question.space {
        Space::Mixed(_) => text.push_str(&daisy(&found.question.measure)),
        Space::Points { scale, .. } => {
            text.push_str("x <- as.matrix(na.omit(x))\n");
            text.push_str(match scale.scaling {
                Scaling::Z => "x <- scale(x)\n",
                Scaling::Robust => "x <- scale(x, apply(x, 2, median), apply(x, 2, mad))\n",
                Scaling::Range => "x <- scale(x, apply(x, 2, min), apply(x, 2, max) - apply(x, 2, min))\n",
                Scaling::None => "",
            });
            let metric = if settings.metric == Metric::Manhattan { "manhattan" } else { "euclidean" };
            text.push_str(&format!("d <- dist(x, {metric:?})\n"));
        }
    }
    text.push_str(&match &found.division.more {
        More::KMeans(_) if settings.even => format!(
            "fit <- kmeans(x, x[round(seq(1, nrow(x), length.out = {k})), ], iter.max = 1000)\nlabels <- fit$cluster\nprint(fit)\n"
        ),
        More::KMeans(_) => format!(
            "set.seed({})\nfit <- kmeans(x, {k}, nstart = {}, iter.max = 1000)\nlabels <- fit$cluster\nprint(fit)\n",
            settings.seed % 2_147_483_647,
            settings.starts
        ),
        More::Medoids(_) => format!("fit <- cluster::pam(d, {k})\nlabels <- fit$clustering\nprint(fit)\n"),
        More::Tree(tree) => {
            let (name, squared) = linkage(tree.linkage);
            let d = if squared { "d^2" } else { "d" };
            format!("fit <- hclust({d}, {name:?})\nlabels <- cutree(fit, {k})\nprint(table(labels))\nplot(fit)\n")
        }
        More::Dbscan(found) => format!(
            "fit <- dbscan::dbscan(x, eps = {}, minPts = {})\nlabels <- fit$cluster\nprint(fit)\n",
            found.radius, found.least
        ),
        More::Hdbscan(found) => {
            format!("fit <- dbscan::hdbscan(x, minPts = {})\nlabels <- fit$cluster\nprint(fit)\n", found.least)
        }
        More::Mixture(found, _) => format!(
            "library(mclust)\nfit <- Mclust(x, G = {k}, modelNames = {:?})\nlabels <- fit$classification\nprint(summary(fit))\n",
            found.model.name()
        ),
    });
    text.push_str("print(summary(cluster::silhouette(labels, d)))\nprint(aggregate(as.data.frame(x), list(cluster = labels), mean, na.rm = TRUE))\n");
    text
}

/// Gower's measure as R's `daisy` has it.
fn daisy(measure: &[Weighed]) -> String {
    let mut text = String::from("d <- cluster::daisy(x, metric = \"gower\"");
    if measure.iter().any(|column| column.weight != 1.0) {
        let weights: Vec<String> = measure.iter().map(|column| column.weight.to_string()).collect();
        text.push_str(&format!(", weights = c({})", weights.join(", ")));
    }
    let asymmetric: Vec<String> = measure
        .iter()
        .filter(|column| column.asymmetric)
        .map(|column| format!("{:?}", column.name))
        .collect();
    if !asymmetric.is_empty() {
        text.push_str(&format!(", type = list(asymm = c({}))", asymmetric.join(", ")));
    }
    text.push_str(")\n");
    text
}

/// What it adds for new rows: brought to the first rows' measure, each to what is nearest.
pub fn new(found: &Clusters) -> String {
    let names: Vec<String> = found.question.names.iter().map(|name| format!("{name:?}")).collect();
    let names = names.join(", ");
    let Space::Points { scale, .. } = &found.question.space else {
        return format!(
            "# daisy takes the ranges of old and new rows together; here they are those of the old\n\
             both <- as.matrix(cluster::daisy(rbind(x, new[, c({names})]), metric = \"gower\"))\n\
             print(apply(both[-seq_len(nrow(x)), fit$id.med, drop = FALSE], 1, which.min))"
        );
    };
    let mut text = format!("y <- as.matrix(na.omit(new[, c({names}), drop = FALSE]))\n");
    if scale.scaling != Scaling::None {
        text.push_str("y <- scale(y, attr(x, \"scaled:center\"), attr(x, \"scaled:scale\"))\n");
    }
    let gap = match found.question.settings.metric {
        Metric::Manhattan => "colSums(abs(t(m) - p))",
        _ => "sqrt(colSums((t(m) - p)^2))",
    };
    let near = format!(
        "near <- apply(y, 1, function(p) {{ d <- {gap}; c(cluster = which.min(d), distance = min(d)) }})\n\
         rownames(near) <- c(\"cluster\", \"distance\")\nprint(t(near))"
    );
    let own = match &found.division.more {
        More::KMeans(_) => format!("m <- fit$centers\n{near}"),
        More::Medoids(_) => format!("m <- x[fit$id.med, , drop = FALSE]\n{near}"),
        More::Tree(_) => {
            format!(
                "m <- as.matrix(aggregate(as.data.frame(x), list(labels), mean)[, -1, drop = FALSE])\n{near}"
            )
        }
        More::Dbscan(_) | More::Hdbscan(_) => "print(predict(fit, y, data = x))".to_owned(),
        More::Mixture(..) => "print(predict(fit, y))".to_owned(),
    };
    text + &own
}

/// R's name of a linkage, and whether it goes by squared distances.
fn linkage(linkage: Linkage) -> (&'static str, bool) {
    match linkage {
        Linkage::Ward => ("ward.D2", false),
        Linkage::WardD => ("ward.D", false),
        Linkage::Single => ("single", false),
        Linkage::Complete => ("complete", false),
        Linkage::Average => ("average", false),
        Linkage::McQuitty => ("mcquitty", false),
        Linkage::Centroid => ("centroid", true),
        Linkage::Median => ("median", true),
    }
}
