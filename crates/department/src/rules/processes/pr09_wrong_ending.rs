//! # en
//! The `{ $field }` file of the process “{ $process }” does not end in `.{ $field }`: { $path }.
//!
//! The two notations answer different questions and are read by different eyes. A file under the wrong ending
//! is opened as what it is not.
//!
//! Give `{ $field }` a file that ends in `.{ $field }`; if the file is of the other notation, name it in the
//! other field.
//!
//! # ru
//! Файл в поле `{ $field }` процесса «{ $process }» не оканчивается на `.{ $field }`: { $path }.
//!
//! Две нотации отвечают на разные вопросы, и читают их по-разному. Файл с чужим окончанием откроют как то,
//! чем он не является.
//!
//! Укажите в `{ $field }` файл с окончанием `.{ $field }`; если это файл в другой нотации, впишите его в
//! другое поле.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! bpmn = "processes/listening.idef0"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! bpmn = "processes/listening.bpmn"
//! idef0 = "processes/listening.idef0"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for process in &case.department.processes {
        for (field, path) in [("bpmn", &process.bpmn), ("idef0", &process.idef0)] {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            if !path.is_empty() && !ending.eq_ignore_ascii_case(field) {
                out.find(process.at(field))
                    .arg("field", field)
                    .arg("process", process.title())
                    .arg("path", path);
            }
        }
    }
}
