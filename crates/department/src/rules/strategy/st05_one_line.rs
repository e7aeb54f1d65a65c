//! # en
//! No instrument serves the line `{ $line }`.
//!
//! SMM earns in two ways: better service, by media that listen proactively (`service`), and the expansion of
//! the business, by media that give reach (`expansion`). With one alone the department either talks without
//! listening or listens without being heard.
//!
//! Set `line = "{ $line }"` on the instrument that does it, or choose one that can.
//!
//! # ru
//! Направлению `{ $line }` не служит ни один инструмент.
//!
//! SMM приносит деньги двумя путями: лучшим сервисом, через медиа проактивного слушания (`service`), и
//! расширением бизнеса, через медиа охвата (`expansion`). С одним из двух отдел либо говорит, не слушая, либо
//! слушает, не будучи услышан.
//!
//! Укажите `line = "{ $line }"` у инструмента, который этим занят, или выберите подходящий.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! line = "expansion"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! line = "expansion"
//! [instrument.vk]
//! name = "The VK community"
//! line = "service"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { strategy, instruments, .. } = case.department;
    for line in [Line::Service, Line::Expansion] {
        let served = instruments.iter().any(|instrument| instrument.line == Some(line));
        if !served && !instruments.is_empty() {
            out.find(place(case, strategy)).arg("line", line.word());
        }
    }
}
