//! Messages in Fluent's syntax, by language.

use crate::{Lang, Value, date, number};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};
use unic_langid::LanguageIdentifier;

/// Messages of both languages. A language is read when it is first spoken.
pub struct Catalogue {
    texts: Vec<(Lang, Cow<'static, str>)>,
    en: OnceLock<FluentBundle<FluentResource>>,
    ru: OnceLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// A catalogue of the given `(language, Fluent text)` pairs. Where a message stands twice the first holds;
    /// what cannot be read is left out, and the tests of whoever owns the text say so.
    pub fn new<T: Into<Cow<'static, str>>>(texts: impl IntoIterator<Item = (Lang, T)>) -> Self {
        let texts = texts.into_iter().map(|(lang, text)| (lang, text.into())).collect();
        Catalogue { texts, en: OnceLock::new(), ru: OnceLock::new() }
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        let made = match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        };
        made.get_or_init(|| {
            let mut bundle = bundle(lang);
            for (_, text) in self.texts.iter().filter(|(of, _)| *of == lang) {
                let read = FluentResource::try_new(text.clone().into_owned());
                let _ = bundle.add_resource(read.unwrap_or_else(|(resource, _errors)| resource));
            }
            bundle
        })
    }

    /// The text of message `key`, or of its attribute for a key of the form `message.attribute`.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, Value)]) -> String {
        self.get(lang, key, args).unwrap_or_else(|| format!("‹{key}›"))
    }

    /// As [`Catalogue::text`], or nothing where there is no such message.
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, Value)]) -> Option<String> {
        let bundle = self.bundle(lang);
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            filled.set(
                *name,
                match value {
                    Value::Text(text) => FluentValue::from(text.as_str()),
                    Value::Number(figure) => FluentValue::from(*figure),
                    Value::Phrase(key, args) => FluentValue::from(catalogue().text(lang, key, args)),
                    Value::Date(day) => FluentValue::from(date(lang, *day)),
                },
            );
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned())
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id = LanguageIdentifier::from_bytes(lang.code().as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Direction marks around every value are for mixed scripts of both directions, which are not ours.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, memo| written(Lang::En, value, memo),
        Lang::Ru => |value, memo| written(Lang::Ru, value, memo),
    }));
    bundle
}

fn written<M>(lang: Lang, value: &FluentValue<'_>, _memo: M) -> Option<String> {
    match value {
        FluentValue::Number(figure) => Some(number(lang, figure.value, 6)),
        _ => None,
    }
}

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        /// The catalogue's own texts: language, file name, Fluent source.
        pub fn sources() -> &'static [(Lang, &'static str, &'static str)] {
            &[$(
                (Lang::En, $name, include_str!(concat!("../text/en/", $name, ".ftl"))),
                (Lang::Ru, $name, include_str!(concat!("../text/ru/", $name, ".ftl"))),
            )*]
        }
    };
}

texts!(
    "words",
    "control",
    "corrections",
    "effect",
    "what-if",
    "reports",
    "kpi-formula",
    "stats",
    "stats-cluster",
    "stats-correlate",
    "stats-describe",
    "stats-factor",
    "stats-formula",
    "stats-models",
    "stats-new",
    "stats-regress",
    "stats-series",
    "stats-table",
    "stats-test",
    "stats-test-pictures",
    "studies",
    "faults",
    "cli",
    "report",
    "web",
    "import",
    "measurements",
    "kinds",
    "fields",
    "edit",
    "diff",
    "forms",
    "people",
    "revisions",
    "exchange",
    "api",
    "start",
    "shell",
    "approval",
    "audit",
    "plan",
    "backup",
);

/// The catalogue of everything that Reper says outside its rules.
pub fn catalogue() -> &'static Catalogue {
    static ALL: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::new(sources().iter().map(|&(lang, _, text)| (lang, text))));
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_numbers_follow_the_language() {
        let text = "n = { $n ->\n    [one] { $n } цель\n    [few] { $n } цели\n   *[many] { $n } целей\n }";
        let made = Catalogue::new([(Lang::Ru, text)]);
        let say = |n: i32| made.text(Lang::Ru, "n", &[("n", Value::from(n))]);
        assert_eq!([say(1), say(3), say(12), say(21)], ["1 цель", "3 цели", "12 целей", "21 цель"]);
        assert_eq!(say(12_000), "12\u{202f}000 целей");
        assert_eq!(made.text(Lang::En, "absent", &[]), "‹absent›");
    }
}
