//! What every store must be able to tell of revisions.

use super::{act, entry};
use crate::{EntryFilter, Revision, Store};
use department::Files;
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    no_revision_at_first(&make().await).await;
    what_was_kept_comes_back(&make().await).await;
    what_was_kept_on_an_old_revision_is_not_kept(&make().await).await;
    two_writers_race_and_one_gets_the_number(&make().await).await;
    what_is_not_known_of_the_base_is_refused(&make().await).await;
    let store = make().await;
    let history = random_history(&store, 300, 1).await;
    all_come_back(&store, &history).await;
}

async fn keep(store: &impl Store, base: u64, before: &Files, after: &Files) -> Option<u64> {
    let entry = entry("anna", base as u32, "save", &format!("revision {}", base + 1));
    store.keep(base, before, after, "why", &entry).await.expect("kept or refused")
}

async fn texts(store: &impl Store, number: u64) -> Files {
    store.texts(number).await.expect("texts are read").expect("there is such a revision")
}

async fn no_revision_at_first(store: &impl Store) {
    assert_eq!(store.head().await.expect("read"), 0);
    assert!(store.revision(1).await.expect("read").is_none());
    assert!(store.texts(0).await.expect("read").is_none() && store.texts(1).await.expect("read").is_none());
    assert!(store.revisions(u64::MAX, 10).await.expect("read").is_empty());
}

async fn what_was_kept_comes_back(store: &impl Store) {
    let one = Files::from([("sostac.toml", "# Цели\n"), ("empty.toml", "")]);
    let two = Files::from([("sostac.toml", "# Цели и задачи\n"), ("processes/a.bpmn", "<a/>")]);
    let strange = Files::from([("processes/a.bpmn", vec![0xff, 0, 0xfe])]);
    assert_eq!(keep(store, 0, &Files::default(), &one).await, Some(1));
    assert_eq!(keep(store, 1, &one, &two).await, Some(2));
    assert_eq!(keep(store, 2, &two, &strange).await, Some(3));
    assert_eq!(keep(store, 3, &strange, &one).await, Some(4));
    assert_eq!(store.head().await.expect("read"), 4);
    for (number, files) in [(1, &one), (2, &two), (3, &strange), (4, &one)] {
        assert_eq!(&texts(store, number).await, files, "revision {number}");
    }
    let second = Revision { number: 2, act: act("anna", 1), note: "why".to_owned() };
    assert_eq!(store.revision(2).await.expect("read"), Some(second));
    let listed = store.revisions(4, 2).await.expect("read");
    assert_eq!(listed.iter().map(|one| one.number).collect::<Vec<_>>(), [3, 2]);
}

async fn what_was_kept_on_an_old_revision_is_not_kept(store: &impl Store) {
    let one = Files::from([("a.toml", "1")]);
    let two = Files::from([("a.toml", "2")]);
    keep(store, 0, &Files::default(), &one).await;
    assert_eq!(keep(store, 0, &Files::default(), &two).await, None);
    assert_eq!(keep(store, 5, &one, &two).await, None);
    assert_eq!((store.head().await.expect("read"), texts(store, 1).await), (1, one));
    // What was not kept is not in the trail either.
    assert_eq!(store.entries(&EntryFilter::default()).await.expect("read").len(), 1);
}

async fn two_writers_race_and_one_gets_the_number(store: &impl Store) {
    let nothing = Files::default();
    let (anna, boris) = (Files::from([("a.toml", "anna")]), Files::from([("a.toml", "boris")]));
    let (one, two) = futures(keep(store, 0, &nothing, &anna), keep(store, 0, &nothing, &boris)).await;
    assert!(matches!((one, two), (Some(1), None) | (None, Some(1))), "{one:?} {two:?}");
    assert_eq!(texts(store, 1).await, if one.is_some() { anna } else { boris });
}

/// Both at once, on one task.
async fn futures<T>(one: impl Future<Output = T>, two: impl Future<Output = T>) -> (T, T) {
    let (mut one, mut two) = (Box::pin(one), Box::pin(two));
    let (mut first, mut second) = (None, None);
    std::future::poll_fn(|context| {
        use std::task::Poll;
        if first.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(context)
        {
            first = Some(done);
        }
        if second.is_none()
            && let Poll::Ready(done) = two.as_mut().poll(context)
        {
            second = Some(done);
        }
        match (first.take(), second.take()) {
            (Some(one), Some(two)) => Poll::Ready((one, two)),
            (one, two) => {
                (first, second) = (one, two);
                Poll::Pending
            }
        }
    })
    .await
}

async fn what_is_not_known_of_the_base_is_refused(store: &impl Store) {
    let one = Files::from([("a.toml", "what is kept")]);
    let other = Files::from([("a.toml", "what was never kept")]);
    keep(store, 0, &Files::default(), &one).await;
    let entry = entry("anna", 1, "save", "revision 2");
    assert!(store.keep(1, &other, &Files::from([("a.toml", "more")]), "", &entry).await.is_err());
    assert_eq!((store.head().await.expect("read"), texts(store, 1).await), (1, one));
}

/// Keeps so many revisions that differ at random, and gives the texts of each.
pub async fn random_history(store: &impl Store, revisions: u64, seed: u64) -> Vec<Files> {
    let mut random = Random(seed);
    let mut history = vec![Files::default()];
    for base in 0..revisions {
        let before = &history[base as usize];
        let mut after = before.clone();
        for _ in 0..=random.below(2) {
            random.change(&mut after);
        }
        assert_eq!(keep(store, base, before, &after).await, Some(base + 1));
        history.push(after);
    }
    history.remove(0);
    history
}

/// Holds the texts of each revision against those that were kept.
pub async fn all_come_back(store: &impl Store, history: &[Files]) {
    for (number, files) in (1..).zip(history) {
        assert!(&texts(store, number).await == files, "revision {number} is another");
    }
    let held = store.prove().await.expect("all is as it was kept");
    assert_eq!((held.revisions, held.entries), (history.len() as u64, history.len() as u64));
}

/// Knuth's linear congruential generator: the same history on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    /// Changes a place, and from time to time adds, removes or empties a file.
    fn change(&mut self, files: &mut Files) {
        let path = ["sostac.toml", "scorecard.toml", "department.toml", "ö.idef0"][self.below(4)];
        let mut text = files.by_path.remove(path).unwrap_or_default();
        let new: Vec<u8> = (0..self.below(60)).map(|_| self.below(256) as u8).collect();
        match self.below(40) {
            0 => return,
            1 => text = Vec::new(),
            2 => text = vec![b'x'; self.below(20_000)],
            _ => {
                let start = self.below(text.len() + 1);
                let end = (start + self.below(40)).min(text.len());
                text.splice(start..end, new);
            }
        }
        files.put(path, text);
    }
}
