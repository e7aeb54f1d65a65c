//! Corrections: all of them, and each with its tasks, its journal and what may be done with it.

mod act;
mod list;
mod one;
mod shown;

use crate::routes::Routes;
use app::Right;
pub(crate) use shown::href;
pub(super) use shown::standing;

/// The addresses of corrections.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Read, "/corrections", list::list)
        .post(Right::Propose, "/corrections", act::open)
        .get(Right::Read, "/corrections/{id}", one::one)
        .post(Right::Comment, "/corrections/{id}/begin", act::begin)
        .post(Right::Comment, "/corrections/{id}/task", act::task)
        .post(Right::Comment, "/corrections/{id}/task/{number}", act::task_done)
        .post(Right::Comment, "/corrections/{id}/note", act::note)
        .post(Right::Comment, "/corrections/{id}/close", act::close)
        .post(Right::Propose, "/corrections/{id}/withdraw", act::withdraw)
}
