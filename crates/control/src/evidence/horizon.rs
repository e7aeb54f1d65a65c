//! How far ahead a checkpoint may lead.

use crate::steps;
use department::model::{Kpi, Rhythm};

/// The longest lag that is looked at, in steps of a rhythm: the time between a target of the checkpoint and the terminal KPI's
/// behind it, at most as much as a plan can wait for; without targets a part of that.
pub(super) fn horizon(checkpoint: &Kpi, terminal: &Kpi, rhythm: Rhythm) -> usize {
    let (usual, most) = match rhythm {
        Rhythm::Day => (28, 60),
        Rhythm::Week => (13, 26),
        Rhythm::Month => (6, 12),
        Rhythm::Quarter => (3, 4),
        Rhythm::Year => (1, 2),
    };
    let wait = |from: jiff::civil::Date| {
        terminal.targets.iter().map(|to| steps(from, to.date, rhythm)).filter(|wait| *wait > 0).min()
    };
    let declared = checkpoint.targets.iter().filter_map(|mark| wait(mark.date)).max();
    declared.map_or(usual, |wait| wait.clamp(1, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::kpi;

    #[test]
    fn it_reaches_from_the_checkpoint_to_what_it_serves() {
        let early = kpi("targets = [{ date = 2026-03-31, value = 1 }, { date = 2026-06-30, value = 1 }]");
        let end = kpi("targets = [{ date = 2026-12-31, value = 1 }]");
        assert_eq!(horizon(&early, &end, Rhythm::Month), 9);
        assert_eq!(horizon(&early, &end, Rhythm::Week), 26);
        assert_eq!(horizon(&end, &early, Rhythm::Month), 6);
    }
}
