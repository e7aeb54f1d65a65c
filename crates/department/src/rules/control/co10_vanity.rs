//! # en
//! “{ $kpi }” is a terminal KPI, yet it counts { $word }.
//!
//! Followers, likes, views and impressions are what happens in the channel, not what happens to the business;
//! they can be bought, and nobody is served by them. At best they are read on the way.
//!
//! Choose as terminal what the business goal is measured by, and keep this one as a `measure`, or as a
//! `checkpoint` of the other.
//!
//! # ru
//! «{ $kpi }» — конечный KPI, а считает он вот что: { $word }.
//!
//! Подписчики, лайки, просмотры и показы — то, что происходит в канале, а не с бизнесом; их можно купить, и
//! никому от них не лучше. В лучшем случае их снимают по пути.
//!
//! Сделайте конечным то, чем измеряют цель бизнеса, а этот показатель оставьте как `measure` или как
//! `checkpoint` к нему.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.followers]
//! name = "Followers of the community"
//! kind = "terminal"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reach]
//! name = "Внимание к роликам"
//! unit = "просмотров"
//! kind = "terminal"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.buyers]
//! name = "Share of subscribers who bought again"
//! unit = "%"
//! kind = "terminal"
//! [kpi.installers]
//! name = "Показатель повторных покупок"
//! kind = "terminal"
//! [kpi.followers]
//! name = "Followers of the community"
//! kind = "checkpoint"
//! ```

use crate::rules::prelude::*;

/// Words of what a channel shows of itself, in the forms in which they stand in names and units.
const VANITY: &[&str] = &[
    "followers",
    "follower",
    "subscribers",
    "subscriber",
    "likes",
    "views",
    "impressions",
    "подписчик",
    "подписчики",
    "подписчиков",
    "лайк",
    "лайки",
    "лайков",
    "просмотр",
    "просмотры",
    "просмотров",
    "показ",
    "показы",
    "показов",
];

/// Words that make a figure out of them that the business may want: what part of followers buys.
const SOBER: &[&str] = &[
    "share",
    "conversion",
    "cost",
    "price",
    "sales",
    "revenue",
    "buyers",
    "leads",
    "доля",
    "доли",
    "конверсия",
    "стоимость",
    "цена",
    "продажи",
    "продаж",
    "выручка",
    "покупатели",
    "покупателей",
    "заявки",
    "заявок",
];

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in super::of(case, KpiKind::Terminal) {
        let sober = among(SOBER, &kpi.name).is_some();
        let named = among(VANITY, &kpi.name).filter(|_| !sober);
        if let Some(word) = among(VANITY, &kpi.unit).or(named) {
            out.find(kpi.at("name"))
                .arg("kpi", kpi.title())
                .arg("word", word)
                .replace(kpi.at("kind"), format!("\"{}\"", KpiKind::Measure.word()));
        }
    }
}

/// The first word of a text that is among those listed.
fn among(list: &[&str], text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.into_iter().find(|word| list.contains(&word.as_str()))
}
