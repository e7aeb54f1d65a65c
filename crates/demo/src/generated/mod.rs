//! Departments of any size, for benchmarks: all kinds in realistic proportions, every reference valid.

mod listening;
mod organisation;
mod outward;
mod scorecard;
mod text;

use crate::random::Random;
use text::Text;

/// A synthetic department of about `elements` elements (never fewer than 132): paths and English texts.
///
/// Fields are filled as in a department that is kept well: one element in some hundreds lacks an owner, an
/// agreed time or a correction, and nothing else is wrong. The same seed gives the same texts. Time and memory
/// grow with `elements`, at about 270 bytes each.
pub fn generated(elements: usize, seed: u64) -> Vec<(String, String)> {
    let mut maker = Maker { of: Counts::of(elements), random: Random::new(seed) };
    let files = [
        ("department.toml", maker.organisation()),
        ("business.toml", maker.business()),
        ("sostac.toml", maker.outward()),
        ("scorecard.toml", maker.scorecard()),
        ("listening.toml", maker.listening()),
    ];
    files.map(|(path, text)| (path.to_owned(), text)).into()
}

/// How many elements of each kind.
#[derive(Debug, Clone, Copy)]
struct Counts {
    units: usize,
    people: usize,
    roles: usize,
    competences: usize,
    software: usize,
    handoffs: usize,
    business_goals: usize,
    statements: usize,
    tows: usize,
    segments: usize,
    competitors: usize,
    channels: usize,
    baselines: usize,
    goals: usize,
    tasks: usize,
    instruments: usize,
    tactics: usize,
    actions: usize,
    kpis: usize,
    objectives: usize,
    initiatives: usize,
    processes: usize,
    sources: usize,
    queries: usize,
}

impl Counts {
    /// Shares of the whole in thousandths, never fewer than a department needs; actions take what is left.
    fn of(elements: usize) -> Self {
        let share = |thousandths: usize, least: usize| {
            (elements / 1000 * thousandths).saturating_add(elements % 1000 * thousandths / 1000).max(least)
        };
        let mut counts = Counts {
            units: share(10, 4),
            people: share(35, 10),
            roles: share(10, 4),
            competences: share(12, 6),
            software: share(20, 3),
            handoffs: share(30, 6),
            business_goals: share(20, 3),
            // One for each field of SWOT, one for each perspective of the scorecard.
            statements: share(32, 4).next_multiple_of(4),
            tows: share(20, 4),
            segments: share(12, 2),
            competitors: share(12, 2),
            channels: share(12, 2),
            baselines: share(20, 2),
            goals: share(50, 6),
            tasks: share(120, 12),
            instruments: share(30, 4),
            tactics: share(40, 5),
            actions: 0,
            kpis: share(150, 15),
            objectives: share(40, 8).next_multiple_of(4),
            initiatives: share(25, 3),
            processes: share(25, 4),
            sources: share(20, 3),
            queries: share(35, 4),
        };
        counts.actions = elements.saturating_sub(counts.sum()).max(counts.tasks);
        counts
    }

    /// All together; each query has its route.
    fn sum(&self) -> usize {
        let organisation =
            self.units + self.people + self.roles + self.competences + self.software + self.handoffs;
        let situation = self.business_goals
            + self.statements
            + self.tows
            + self.segments
            + self.competitors
            + self.channels
            + self.baselines;
        let plan = self.goals + self.tasks + self.instruments + self.tactics + self.actions + self.kpis;
        organisation
            + situation
            + plan
            + self.objectives
            + self.initiatives
            + self.processes
            + self.sources
            + 2 * self.queries
    }
}

/// What the texts are made with.
struct Maker {
    of: Counts,
    random: Random,
}

impl Maker {
    /// Whether this one is left unfinished.
    fn slip(&mut self) -> bool {
        self.random.below(400) == 0
    }

    fn business(&mut self) -> String {
        let mut text = Text::default();
        text.one("business").text("strategy", "Service first").raw("date", "2025-12-12");
        for at in 0..self.of.business_goals {
            text.head("business_goal", at)
                .text("name", self.state())
                .text("owner", "Commercial Director")
                .text("metric", self.figure())
                .text("unit", "%")
                .raw("baseline", 10 + self.random.below(20))
                .raw("target", 35 + self.random.below(30))
                .raw("due", "2029-12-31");
        }
        text.done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(files: &[(String, String)]) -> usize {
        let lines = files.iter().flat_map(|(_, text)| text.lines());
        lines
            .filter(|line| line.starts_with('[') && line.contains('.') && !line.ends_with(".correction]"))
            .count()
    }

    #[test]
    fn a_department_has_as_many_elements_as_asked_for() {
        for elements in [200, 1000, 2345, 20_000] {
            let files = generated(elements, 1);
            assert_eq!(headers(&files), elements);
            let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
            assert!((150..350).contains(&(bytes / elements)), "{} bytes an element", bytes / elements);
        }
        assert!((100..160).contains(&headers(&generated(0, 1))));
    }

    #[test]
    fn a_seed_gives_one_department_and_another_seed_another() {
        assert_eq!(generated(500, 1), generated(500, 1));
        assert_ne!(generated(500, 1), generated(500, 2));
    }
}
