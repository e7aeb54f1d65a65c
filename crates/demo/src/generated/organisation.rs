//! `department.toml`. The first department is ours; every role is held by two people or more.

use super::Maker;
use super::text::Text;

const FAMILIES: &[&str] = &["quantitative", "listening", "content", "process", "digital", "management"];
const SOFTWARE: &[&str] = &["analytical", "listening", "publishing", "work"];

impl Maker {
    pub(super) fn organisation(&mut self) -> String {
        let of = self.of;
        let mut text = Text::default();
        text.one("about").text("name", "SMM department").text("organisation", "Synthetic Heating Works");
        text.text("language", "en").text("currency", "EUR").raw("financial_year", 1);
        text.raw("budget", (of.actions + of.instruments + of.software) * 9000);
        text.text("approver", "R. Hartley").text("approver_post", "Managing Director");
        text.text("revision", "1").raw("revised", "2026-11-16");
        for at in 0..of.units {
            text.head("unit", at).text("name", format_args!("Department {}", at + 1)).raw("ours", at == 0);
            text.text("head", format_args!("Head {}", at + 1)).text("purpose", self.reason());
        }
        for at in 0..of.people {
            let role = at % of.roles;
            // Of the people in a role every other one is ours.
            let unit = if (at / of.roles).is_multiple_of(2) { 0 } else { self.neighbour(at) };
            text.head("person", at)
                .text("name", format_args!("Person {}", at + 1))
                .to("unit", "unit", unit)
                .list("roles", "role", [role])
                .raw("hours", 40)
                .text("email", format_args!("person-{}@synthetic.example", at + 1))
                .levels("competences", 4, self.needs(role));
        }
        for at in 0..of.roles {
            text.head("role", at)
                .text("name", format_args!("Role {}", at + 1))
                .text("purpose", self.reason())
                .levels("needs", 3, self.needs(at));
        }
        for at in 0..of.competences {
            text.head("competence", at)
                .text("name", format_args!("Competence {}", at + 1))
                .text("family", FAMILIES[at % FAMILIES.len()])
                .text("purpose", self.reason());
        }
        for at in 0..of.software {
            text.head("software", at)
                .text("name", format_args!("Program {}", at + 1))
                .text("kind", SOFTWARE[at % SOFTWARE.len()])
                .text("purpose", self.thing());
            if !self.slip() {
                text.to("owner", "person", at % of.people);
            }
            text.raw("cost", 500 + self.random.below(8000)).raw("until", "2028-12-31").levels(
                "needs",
                3,
                [at % of.competences],
            );
        }
        for at in 0..of.handoffs {
            text.head("handoff", at).text("name", self.thing()).text("what", self.reason());
            let (ours, theirs) =
                if (at / (of.units - 1)).is_multiple_of(2) { ("from", "to") } else { ("to", "from") };
            text.to(ours, "unit", 0).to(theirs, "unit", self.neighbour(at));
            if !self.slip() {
                text.text("agreed", format_args!("{}h", 1 + self.random.below(48)));
            }
            text.to("process", "process", at % of.processes);
        }
        text.done()
    }

    /// A department that is not ours.
    pub(super) fn neighbour(&self, at: usize) -> usize {
        1 + at % (self.of.units - 1)
    }

    /// What a role needs; all roles together need every competence.
    fn needs(&self, role: usize) -> impl Iterator<Item = usize> + use<> {
        let of = self.of;
        let first = role * of.competences / of.roles;
        let next = (role + 1) * of.competences / of.roles;
        first..next.max(first + 1)
    }
}
