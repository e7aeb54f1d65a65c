//! The desk: every element of the documents is written, moved and removed on its page.
//!
//! A form is a list of names and texts (`form`), made of an element's values and read back into them (`values`);
//! `control` shows each field with the control that fits its shape (`reference`, `unit`), `element` is the page, `save` what
//! saving does, `mended` what a rule's mend does to a form.

mod borrow;
mod check;
mod control;
mod element;
mod figure;
mod form;
mod found;
mod list;
mod mended;
mod proof;
mod reference;
mod save;
mod shelf;
mod text;
mod unit;
pub(super) mod values;

use crate::routes::Routes;
use app::Right;
use axum::http::Method;
pub(super) use borrow::Lender;
pub(super) use form::{Form, Sent};
pub(crate) use list::{ALONE, href};
pub(crate) use save::refused;

/// A text is never longer than this many bytes.
const TEXT_BYTES: usize = 16 << 20;

/// The addresses of the desk.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Edit, "/edit/{table}", list::list)
        .post(Right::Edit, "/edit/{table}", save::save_one)
        .get(Right::Edit, "/edit/{table}/{id}", element::show)
        .post(Right::Edit, "/edit/{table}/{id}", save::save)
        .get(Right::Edit, "/new/{table}", element::blank)
        .post(Right::Edit, "/new/{table}", save::add)
        .get(Right::Edit, "/choices/{table}", reference::choices)
        .post(Right::Edit, "/check/{table}", check::one)
        .post(Right::Edit, "/check/{table}/{id}", check::element)
        .post(Right::Edit, "/remove/{table}/{id}", shelf::remove)
        .post(Right::Edit, "/move/{table}/{id}", shelf::shift)
        .post(Right::Edit, "/undo", shelf::undo)
        .post(Right::Edit, "/mend", shelf::mend)
        .on(Method::POST, Right::Edit, "/check-text/{file}", TEXT_BYTES, proof::proof)
        .get(Right::Edit, "/text/{file}", text::show)
        .on(Method::POST, Right::Edit, "/text/{file}", TEXT_BYTES, text::save)
}
