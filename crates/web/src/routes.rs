//! Routes, each with the right that it asks for and the most that may be sent to it.

use crate::desk::Desk;
use crate::guard::{Gate, guard};
use app::Right;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, on};

/// A form of ours is never longer than this many bytes, where nothing else is said.
const FORM_BYTES: usize = 1 << 20;

/// A route as a test sees it.
#[derive(Debug, Clone)]
pub struct Route {
    /// How it is asked.
    pub method: Method,
    /// Its address, with `{…}` where something is put in.
    pub path: &'static str,
    /// What one must have the right to.
    pub right: Right,
}

/// Routes in the making.
pub(crate) struct Routes {
    router: Router<Desk>,
    list: Vec<Route>,
}

impl Routes {
    pub fn new() -> Self {
        Routes { router: Router::new(), list: Vec::new() }
    }

    /// What is only read.
    pub fn get<H: Handler<T, Desk>, T: 'static>(self, right: Right, path: &'static str, handler: H) -> Self {
        self.on(Method::GET, right, path, FORM_BYTES, handler)
    }

    /// What changes something, by a form.
    pub fn post<H: Handler<T, Desk>, T: 'static>(self, right: Right, path: &'static str, handler: H) -> Self {
        self.on(Method::POST, right, path, FORM_BYTES, handler)
    }

    /// Any method, with the most bytes that may be sent.
    pub fn on<H: Handler<T, Desk>, T: 'static>(
        mut self,
        method: Method,
        right: Right,
        path: &'static str,
        bytes: usize,
        handler: H,
    ) -> Self {
        let filter = MethodFilter::try_from(method.clone()).unwrap_or(MethodFilter::GET);
        let gate = Gate { right, bytes };
        let route =
            on(filter, handler).layer(DefaultBodyLimit::max(bytes)).layer(from_fn_with_state(gate, guard));
        self.router = self.router.route(path, route);
        self.list.push(Route { method, path, right });
        self
    }

    /// The router, and what it has been made of.
    pub fn done(self) -> (Router<Desk>, Vec<Route>) {
        (self.router, self.list)
    }
}
