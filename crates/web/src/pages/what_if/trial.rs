//! What is tried: a form read into changes, and changes written into an address.

use super::PATH;
use crate::pages::edit::Form;
use crate::pages::edit::values::{read, same, write_plain};
use crate::pages::encoded;
use app::View;
use department::edit::{Change, Subject, Value, values};
use department::element::FieldSpec;
use department::{Element, Kind};
use locale::Lang;

/// So many KPIs are tried at once.
const KPIS: usize = 20;

/// What may be tried: the fields of a table.
const TRIED: [(&str, &[&str]); 3] = [
    ("scorecard", &["finance", "clients", "processes", "competence"]),
    ("objective", &["weight"]),
    ("kpi", &["targets", "tolerance", "rhythm", "correction"]),
];

/// What is tried.
pub(super) struct Trial {
    /// The KPIs that are looked at, in the order in which they were chosen.
    pub kpis: Vec<String>,
    /// What would be written.
    pub changes: Vec<Change>,
    /// What cannot be read: the control, and why.
    pub wrong: Vec<(String, String)>,
    /// All this as a form: only what differs from the texts.
    pub plain: Form,
}

/// The fields of a table that may be tried.
pub(super) fn fields(table: &str) -> impl Iterator<Item = &'static FieldSpec> {
    let keys = TRIED.iter().find(|(own, _)| *own == table).map_or(&[][..], |(_, keys)| keys);
    let all = Subject::one(table).fields().unwrap_or_default();
    keys.iter().filter_map(|key| all.iter().find(|field| field.key == *key))
}

/// The name of a field in a form: `kpi.reply.tolerance`.
pub(super) fn name(subject: &Subject, field: &str) -> String {
    format!("{subject}.{field}")
}

impl Trial {
    /// What a form says on the texts of a view.
    pub fn of(view: &View, form: &Form, lang: Lang) -> Self {
        let department = view.department();
        let mut kpis: Vec<String> = Vec::new();
        for id in form.all("kpi").filter(|id| department.kpis.get(id).is_some()).take(KPIS) {
            if !kpis.iter().any(|known| known == id) {
                kpis.push(id.to_owned());
            }
        }
        let objectives = department.objectives.iter().map(|one| Subject::of(Kind::Objective.key(), one.id()));
        let chosen = kpis.iter().map(|id| Subject::of(Kind::Kpi.key(), &**id));
        let subjects: Vec<Subject> =
            [Subject::one("scorecard")].into_iter().chain(objectives).chain(chosen).collect();
        let mut plain = Form::default();
        kpis.iter().for_each(|id| plain.put("kpi", &**id));
        let mut trial = Trial { kpis, changes: Vec::new(), wrong: Vec::new(), plain };
        for subject in &subjects {
            trial.read(view, form, subject, lang);
        }
        trial
    }

    fn read(&mut self, view: &View, form: &Form, subject: &Subject, lang: Lang) {
        let said: Vec<&FieldSpec> =
            fields(&subject.table).filter(|field| form.speaks_of(&name(subject, field.key))).collect();
        if said.is_empty() {
            return;
        }
        let old = values(&view.files, subject).unwrap_or_default();
        for field in said {
            let (name, was) = (name(subject, field.key), value(&old, field.key));
            match read(form, &name, field.shape, lang) {
                Ok(is) if same(was, is.as_ref()) => {}
                Ok(is) => {
                    match &is {
                        Some(value) => write_plain(&mut self.plain, &name, value),
                        None => self.plain.put(&*name, ""),
                    }
                    let (subject, field) = (subject.clone(), field.key.to_owned());
                    self.changes.push(Change::Set { subject, field, value: is });
                }
                Err(wrong) => {
                    self.plain.replace(&name, form);
                    self.wrong.push((wrong.name.clone(), wrong.message(lang)));
                }
            }
        }
    }

    /// The address at which it is shown.
    pub fn address(&self) -> String {
        self.address_without("")
    }

    /// The address at which it is shown without a KPI.
    pub fn address_without(&self, kpi: &str) -> String {
        let below = format!("kpi.{kpi}.");
        let kept = self.plain.pairs().iter().filter(|(name, text)| {
            kpi.is_empty() || !(name.starts_with(&below) || (name == "kpi" && text == kpi))
        });
        let all: Vec<String> =
            kept.map(|(name, text)| format!("{}={}", encoded(name), encoded(text))).collect();
        if all.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", all.join("&")) }
    }

    /// What is tried of a field; nothing where it is as it was.
    pub fn tried(&self, subject: &Subject, field: &str) -> Option<Option<&Value>> {
        self.changes.iter().find_map(|change| match change {
            Change::Set { subject: own, field: key, value } if own == subject && key == field => {
                Some(value.as_ref())
            }
            _ => None,
        })
    }
}

/// The value of a field.
pub(super) fn value<'v>(values: &'v [(String, Value)], field: &str) -> Option<&'v Value> {
    values.iter().find(|(key, _)| key == field).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::Files;
    use jiff::civil::date;

    const TEXT: &str = "[kpi.reply]\nunit = \"min\"\ntolerance = \"5%\"\n\
        targets = [{ date = 2026-06-30, value = 1500.5 }]\n[kpi.other]\n[scorecard]\nfinance = 40\n";

    fn trial(pairs: &[(&str, &str)], lang: Lang) -> Trial {
        let view =
            View::new(1, Files::from([("sostac.toml", TEXT)]).into(), Default::default(), date(2026, 3, 1));
        let pairs = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Trial::of(&view, &Form::new(pairs.collect()), lang)
    }

    #[test]
    fn an_address_says_only_what_differs_and_means_the_same_in_both_languages() {
        let whole = [
            ("kpi", "reply"),
            ("kpi", ""),
            ("kpi", "gone"),
            ("scorecard.finance", "40"),
            ("kpi.reply.tolerance", "5%"),
            ("kpi.reply.targets.0.date", "2026-06-30"),
            ("kpi.reply.targets.0.value", "1\u{202f}400,25"),
            ("kpi.reply.targets.1.date", ""),
            ("kpi.reply.targets.1.value", ""),
        ];
        let ru = trial(&whole, Lang::Ru);
        assert_eq!(ru.changes.len(), 1);
        let address =
            "/what-if?kpi=reply&kpi.reply.targets.0.date=2026-06-30&kpi.reply.targets.0.value=1400.25";
        assert_eq!(ru.address(), address);
        let pairs: Vec<(&str, &str)> =
            ru.plain.pairs().iter().map(|(name, text)| (&**name, &**text)).collect();
        for lang in Lang::ALL {
            let again = trial(&pairs, lang);
            assert_eq!((again.address(), &again.changes), (address.to_owned(), &ru.changes), "{lang}");
        }
        assert_eq!(ru.address_without("reply"), "/what-if");
    }

    #[test]
    fn a_field_that_is_emptied_is_tried_without() {
        let none = trial(&[("kpi", "reply"), ("kpi.reply.tolerance", "")], Lang::En);
        let kpi = Subject::of("kpi", "reply");
        assert_eq!(none.tried(&kpi, "tolerance"), Some(None));
        assert_eq!(none.tried(&kpi, "rhythm"), None);
        assert_eq!(none.address(), "/what-if?kpi=reply&kpi.reply.tolerance=");
    }

    #[test]
    fn what_cannot_be_read_stays_in_the_form_and_changes_nothing() {
        let wrong = trial(&[("kpi", "reply"), ("kpi.reply.targets.0.value", "so")], Lang::En);
        assert!(wrong.changes.is_empty() && wrong.wrong.len() == 1, "{:?}", wrong.wrong);
        assert_eq!(wrong.plain.one("kpi.reply.targets.0.value"), "so");
        let other = trial(&[("kpi.reply.tolerance", "9%"), ("goal.a.name", "x")], Lang::En);
        assert!(other.changes.is_empty(), "a KPI that is not looked at, and what may not be tried");
    }
}
