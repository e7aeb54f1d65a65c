//! What the figures say of a KPI's place in the plan: evidence, forecast, whether its change can be seen.

use crate::Input;
use crate::tree::{Block, Inline};
use department::Element;
use department::model::Kpi;

/// The paragraphs about a KPI; none where nothing was judged.
pub(super) fn judged(input: &Input<'_>, kpi: &Kpi) -> Vec<Block> {
    let Some(judged) = input.judged else { return Vec::new() };
    let (department, lang) = (input.department, input.lang);
    let mut blocks = Vec::new();
    let mut tell = |head: String, said: Vec<String>| {
        if let Some((first, rest)) = said.split_first() {
            blocks.push(Block::Paragraph(vec![Inline::Strong(head), format!(" {first}").into()]));
            blocks.extend(rest.iter().map(|said| Block::Paragraph(vec![Inline::Muted(said.clone())])));
        }
    };
    if let Some(evidence) = judged.of(kpi.id()) {
        let verdict = input.choice("evidence", Some(evidence.verdict.word()));
        let head = format!("{}: {verdict}.", input.say("fact-evidence"));
        tell(head, evidence.paragraphs(department, lang));
    }
    if let Some(forecast) = judged.forecasts.get(kpi.id()) {
        let said = match forecast {
            Ok(found) => found.paragraphs(department, kpi, lang),
            Err(why) => vec![why.said(lang)],
        };
        tell(format!("{}.", input.say("fact-forecast")), said);
    }
    if let Some(found) = judged.detected.get(kpi.id()) {
        tell(format!("{}.", input.say("fact-detectable")), vec![found.said(kpi, lang)]);
    }
    blocks
}
