//! `listening.toml`: where the department listens, to what, and who acts on it.

use super::choices::*;
use super::{Person, Unit};
use crate::element::{Duration, Ref, element};

element! {
    /// `[listening]`: what listening is for.
    Listening = "listening" {
        /// The listening strategy in short.
        summary: String,
        /// Themes that nobody asked for and that are listened to all the same.
        themes: Vec<String>,
    }
}
element! {
    /// `[source.vk]`: a place where people speak.
    ListeningSource = "source" {
        /// Its name.
        name: String,
        /// Its kind.
        kind: Option<SourceKind>,
        /// Its address.
        url: String,
    }
}
element! {
    /// `[query.brand]`: what is listened to.
    Query = "query" {
        /// Its name.
        name: String,
        /// The words of the query.
        text: String,
        /// Where.
        sources: Vec<Ref<ListeningSource>>,
        /// What is done with what it hears.
        purpose: Option<Purpose>,
    }
}
element! {
    /// `[route.complaints]`: who acts on what a query hears.
    Route = "route" {
        /// Its name.
        name: String,
        /// The query.
        query: Option<Ref<Query>>,
        /// The department that it goes to.
        to: Option<Ref<Unit>>,
        /// The person that it goes to.
        person: Option<Ref<Person>>,
        /// Within which time.
        within: Option<Duration>,
    }
}
