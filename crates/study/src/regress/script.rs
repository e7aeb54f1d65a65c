//! The R script that repeats a linear model.

use crate::Options;

/// What R's `C` lacks: a column of figures is a factor there only where it was made one.
pub(super) fn coded(formula: &str) -> &'static str {
    match formula.contains("C(") {
        true => "C <- function(object, ...) stats::C(as.factor(object), ...)\n",
        false => "",
    }
}

/// `lm` with the chosen errors.
pub(super) fn script(file: &str, formula: &str, options: &Options) -> String {
    let errors = options.text("errors");
    let weights = match options.text("weights") {
        "" => String::new(),
        name => format!(", weights = data[[{name:?}]]"),
    };
    let covariance = match errors {
        "classic" => "vcov(model)".to_owned(),
        "newey-west" => {
            let lag = options.whole("lag").map_or("NULL".to_owned(), |lag| lag.to_string());
            let white = if options.flag("prewhiten") { "1" } else { "FALSE" };
            format!("NeweyWest(model, lag = {lag}, prewhite = {white})")
        }
        "andrews" => "vcovHAC(model)".to_owned(),
        "cluster" => {
            let by = options.columns("cluster");
            let by: Vec<String> = by.iter().map(|name| format!("data[used, {name:?}]")).collect();
            let kind = match options.text("correction") {
                "cr0" => "type = \"HC0\", cadjust = FALSE",
                "cr1" => "type = \"HC0\"",
                "cr2" => "type = \"HC2\"",
                "cr3" => "type = \"HC3\"",
                _ => "type = \"HC1\"",
            };
            format!("vcovCL(model, cluster = data.frame({}), {kind})", by.join(", "))
        }
        "driscoll-kraay" => {
            let lag = options
                .whole("lag")
                .map_or("floor(length(unique(time))^0.25)".to_owned(), |lag| lag.to_string());
            let time = options.text("time");
            format!(
                "{{ time <- data[used, {time:?}]; vcovPL(model, order.by = time, lag = {lag}, adjust = FALSE) }}"
            )
        }
        hc => format!(
            "vcovHC(model, type = {:?})",
            if hc == "hc4m" { "HC4m".to_owned() } else { hc.to_uppercase() }
        ),
    };
    let (level, coded) = (options.text("level"), coded(formula));
    format!(
        "# install.packages(c(\"sandwich\", \"lmtest\", \"car\"))\n\
         library(sandwich)\nlibrary(lmtest)\n\
         data <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{coded}\
         model <- lm({formula}, data = data{weights})\n\
         used <- as.integer(rownames(model.frame(model)))\n\
         covariance <- {covariance}\n\
         summary(model)\n\
         coeftest(model, vcov. = covariance)\n\
         coefci(model, vcov. = covariance, level = {level})\n\
         anova(model)\n\
         bptest(model); dwtest(model); bgtest(model); resettest(model); raintest(model)\n\
         if (length(coef(model)) > 2) car::vif(model)\n"
    )
}
