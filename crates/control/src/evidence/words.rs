//! Evidence in words: a paragraph for who decides, a table for the analyst.

use super::{Evidence, Insufficient, LEVEL, Verdict};
use crate::reading::direction;
use crate::words::{chance, digits, moved, periods};
use department::model::Kpi;
use department::{Department, Element};
use locale::{Lang, date, percent, t};
use stats::lead::{Effect, Lead, Past};

/// A gain whose probability by chance is above this is said to be unsure.
const UNSURE: f64 = 0.1;

impl Evidence {
    /// What it means, for somebody who decides by it: the verdict in a paragraph, then what to bear in mind.
    pub fn paragraphs(&self, department: &Department, lang: Lang) -> Vec<String> {
        let kpi = |id: &str| department.kpis.get(id);
        let (Some(from), Some(to)) = (kpi(&self.checkpoint), kpi(&self.terminal)) else { return Vec::new() };
        let mut said = vec![self.verdict_said(from, to, lang)];
        let Some(lead) = &self.lead else { return said };
        if self.verdict == Verdict::Predicts {
            if self.p_reverse <= 1.0 - LEVEL && lead.backward.gain.share > 0.0 {
                said.push(t!(lang, "evidence-both-ways"));
            }
            if lead.forward.gain.p_value > UNSURE {
                said.push(t!(lang, "evidence-gain-unsure", p = chance(lang, lead.forward.gain.p_value)));
            }
            if (lead.effect.estimate > 0.0) != (direction(from) == direction(to)) {
                said.push(t!(lang, "evidence-against"));
            }
        }
        said.push(t!(lang, "evidence-tested", count = self.tested));
        if self.filled > 0 {
            said.push(t!(lang, "evidence-filled", count = self.filled));
        }
        said
    }

    fn verdict_said(&self, from: &Kpi, to: &Kpi, lang: Lang) -> String {
        let (checkpoint, terminal) = (from.title(), to.title());
        let Some(lead) = &self.lead else {
            return match self.insufficient {
                Some(Insufficient::TooFew(need)) => {
                    let n = self.n;
                    t!(
                        lang,
                        "evidence-too-few",
                        checkpoint = checkpoint,
                        terminal = terminal,
                        n = n,
                        need = need
                    )
                }
                Some(Insufficient::Constant) => t!(lang, "evidence-constant"),
                _ => t!(lang, "evidence-no-figures", checkpoint = checkpoint, terminal = terminal),
            };
        };
        let figure = |value| moved(lang, value, &to.unit);
        // A gain that rounds to nothing is no “0 %”.
        let gain = match lead.forward.gain.share {
            share if share > 0.0 && share < 0.01 => format!("< {}", percent(lang, 0.01, 0)),
            share => percent(lang, share, 0),
        };
        match self.verdict {
            Verdict::Predicts => t!(
                lang,
                "evidence-says-predicts",
                checkpoint = checkpoint,
                terminal = terminal,
                lag = periods(lang, self.rhythm, lead.forward.crossed.lag),
                one = if from.unit.is_empty() { "1".to_owned() } else { format!("1 {}", from.unit) },
                effect = figure(lead.effect.estimate),
                level = percent(lang, LEVEL, 0),
                low = figure(lead.effect.low),
                high = figure(lead.effect.high),
                gain = gain,
            ),
            Verdict::Reversed => {
                t!(lang, "evidence-says-reversed", checkpoint = checkpoint, terminal = terminal)
            }
            _ if self.p_value > 1.0 - LEVEL => t!(
                lang,
                "evidence-unproven-test",
                checkpoint = checkpoint,
                terminal = terminal,
                span = periods(lang, self.rhythm, self.n),
                p = chance(lang, self.p_value),
            ),
            _ if lead.forward.gain.share <= 0.0 => {
                t!(lang, "evidence-unproven-gain", checkpoint = checkpoint, terminal = terminal, gain = gain)
            }
            _ if lead.is_steady() => {
                let drawn = lead.tame.map_or(0, |tame| tame.drawn);
                t!(lang, "evidence-unproven-tame", checkpoint = checkpoint, terminal = terminal, n = drawn)
            }
            _ => t!(lang, "evidence-unproven-steady", checkpoint = checkpoint, terminal = terminal),
        }
    }

    /// Name and value of all that was counted.
    pub fn rows(&self, department: &Department, lang: Lang) -> Vec<(String, String)> {
        let mut rows = Vec::new();
        let mut row = |key: &str, value: String| rows.push((t!(lang, key), value));
        if let Some((from, to)) = self.span {
            row("evidence-row-span", format!("{} – {}", date(lang, from), date(lang, to)));
        }
        row("evidence-row-n", periods(lang, self.rhythm, self.n));
        let Some(lead) = &self.lead else { return rows };
        let unit = department.kpis.get(&self.terminal).map_or("", |kpi| &kpi.unit);
        let p = |p| chance(lang, p);
        let told = |value| t!(lang, "evidence-row-p-value", p = chance(lang, value));
        row("evidence-row-series", series(lead, lang));
        row("evidence-row-lags", format!("1 – {}", periods(lang, self.rhythm, lead.lags)));
        row("evidence-row-lag", periods(lang, self.rhythm, lead.forward.crossed.lag));
        row("evidence-row-correlation", digits(lang, lead.forward.crossed.correlation, 2));
        row("evidence-row-together", digits(lang, lead.forward.crossed.together, 2));
        row("evidence-row-granger", granger(&lead.forward.past, lang));
        row("evidence-row-p", told(self.p_value));
        row("evidence-row-reverse", granger(&lead.backward.past, lang));
        row("evidence-row-p-reverse", told(self.p_reverse));
        let gain = &lead.forward.gain;
        let share = percent(lang, gain.share, 1);
        row("evidence-row-gain", t!(lang, "evidence-gain", share = share, p = p(gain.p_value), n = gain.n));
        row("evidence-row-effect", interval(&lead.effect, unit, lang));
        let [early, late] = &lead.halves;
        row(
            "evidence-row-halves",
            format!("{}; {}", interval(early, unit, lang), interval(late, unit, lang)),
        );
        if let Some(tame) = &lead.tame {
            let effect = moved(lang, tame.estimate, unit);
            row(
                "evidence-row-tame",
                t!(lang, "evidence-tame", n = tame.drawn, p = p(tame.p_value), effect = effect),
            );
        }
        rows
    }
}

fn series(lead: &Lead, lang: Lang) -> String {
    let how = if lead.stepped { t!(lang, "evidence-stepped") } else { t!(lang, "evidence-levelled") };
    let tests = lead
        .wandering
        .map(|(adf, kpss)| t!(lang, "evidence-wander", adf = chance(lang, adf), kpss = chance(lang, kpss)));
    format!("{how} ({}; {})", tests[0], tests[1])
}

fn granger(past: &Past, lang: Lang) -> String {
    t!(
        lang,
        "evidence-granger",
        df1 = past.df1,
        df2 = past.df2,
        f = digits(lang, past.statistic, 3),
        p = chance(lang, past.p_value),
        own = past.own,
        order = past.order,
    )
}

fn interval(effect: &Effect, unit: &str, lang: Lang) -> String {
    let of = |value| digits(lang, value, 3);
    let estimate = moved(lang, effect.estimate, unit);
    t!(lang, "evidence-interval", estimate = estimate, low = of(effect.low), high = of(effect.high))
}
