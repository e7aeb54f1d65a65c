//! # en
//! Neither a tactic nor a hand-off uses the department's process “{ $process }”.
//!
//! Tactics are the processes that say how an instrument is applied. A process that none of them names may be
//! work that nobody asked for, or a tactic that nobody wrote down.
//!
//! Name it as the `process` of the tactic that it carries out or of the hand-off that happens in it.
//!
//! # ru
//! Процессом отдела «{ $process }» не пользуется ни одна тактика и ни одна передача.
//!
//! Тактика — это процесс, который говорит, как применяется инструмент. Процесс, на который никто не
//! ссылается, — возможно, работа, о которой не просили, или тактика, которую не записали.
//!
//! Укажите его в поле `process` тактики, которую он выполняет, или передачи, которая в нём происходит.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! kind = "department"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [tactic.duty_rota]
//! process = "listening"
//! ```
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! kind = "department"
//! [process.delivery]
//! name = "Delivery"
//! kind = "business"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { tactics, handoffs, processes, .. } = case.department;
    let tactics = tactics.group(processes, |tactic| &tactic.process);
    let handoffs = handoffs.group(processes, |handoff| &handoff.process);
    for (at, process) in processes.iter().enumerate() {
        let own = process.kind == Some(ProcessKind::Department);
        if own && tactics.of(at).is_empty() && handoffs.of(at).is_empty() {
            out.find(process.head()).arg("process", process.title());
        }
    }
}
