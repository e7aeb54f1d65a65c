//! # en
//! “{ $goal }” is a task, not a goal: “{ $word }” names work to be done.
//!
//! Goals and tasks differ. A goal is a state that the business needs; a task is a step in digital space on
//! the way to it. Whoever takes the step for the goal has arrived once the work is done, whether or not it
//! was of any use.
//!
//! Move it to a `[task.…]`, and write as the goal's `name` what will be so when the work has succeeded.
//!
//! # ru
//! «{ $goal }» — задача, а не цель: слово «{ $word }» называет работу.
//!
//! Цели и задачи — разное. Цель — состояние, которое нужно бизнесу; задача — шаг в цифровой среде на пути к
//! нему. Кто принял шаг за цель, тот у цели, едва работа сделана, — даже если пользы она не принесла.
//!
//! Перенесите её в `[task.…]`, а в `name` цели опишите, что изменится, если работа удастся.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.podcast]
//! name = "Launch a podcast"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [goal.community]
//! name = "Ведение сообщества во «ВКонтакте»"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [goal.webinar]
//! name = "Set up a community of installers"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [goal.repeat]
//! name = "Публичным ответам доверяют"
//! [goal.open]
//! name = "Open questions wait no longer than a day"
//! ```

use crate::rules::prelude::*;

/// Beginnings of a name that speak of digital work; in each, `a` stands for `an` too.
const WORK: &[&str] = &[
    // English: orders…
    "launch",
    "run",
    "publish",
    "post",
    "create",
    "set up",
    "start",
    "make a",
    "film",
    "shoot",
    "write",
    "open a",
    "hold a",
    "produce",
    "upload",
    "register",
    // …and verbal nouns.
    "launching",
    "running",
    "publishing",
    "posting",
    "creating",
    "setting up",
    "starting",
    "making",
    "filming",
    "shooting",
    "writing",
    "opening a",
    "holding a",
    "producing",
    // Russian: infinitives…
    "запустить",
    "запускать",
    "вести",
    "публиковать",
    "опубликовать",
    "создать",
    "создавать",
    "настроить",
    "настраивать",
    "завести",
    "разместить",
    "размещать",
    "провести",
    "проводить",
    "снять",
    "снимать",
    "написать",
    "писать",
    "сделать",
    "делать",
    "открыть",
    "открывать",
    "выпустить",
    "выпускать",
    "выкладывать",
    "постить",
    "разработать",
    "разрабатывать",
    "оформить",
    "подключить",
    "внедрить",
    "записать",
    // …and verbal nouns.
    "запуск",
    "ведение",
    "публикация",
    "создание",
    "настройка",
    "размещение",
    "проведение",
    "съемка",
    "съемки",
    "написание",
    "открытие",
    "выпуск",
    "разработка",
    "оформление",
    "подключение",
    "внедрение",
];

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in &case.department.goals {
        if let Some(word) = work(&goal.name) {
            out.find(goal.at("name")).arg("goal", goal.title()).arg("word", word);
        }
    }
}

/// The word of work that a name begins with, as it is written there.
fn work(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first = words.next()?;
    let plain = |word: &str| match word.to_lowercase().replace('ё', "е") {
        word if word == "an" => "a".to_owned(),
        word => word,
    };
    let one = plain(first);
    let two = format!("{one} {}", plain(words.next().unwrap_or_default()));
    WORK.iter().any(|work| **work == one || **work == two).then_some(first)
}
