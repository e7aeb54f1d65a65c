//! Messages to hooks, against a receiver of our own.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::hooks::{self, NewHook, SIGNATURE, deliver_due, verify};
use app::{Act, Clock, Delivery, Hook, Store};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use store_sqlite::SqliteStore;

/// Answers with these statuses, one after the other, and tells what it was sent.
fn receiver(answers: &'static [&'static str]) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/x", listener.local_addr().unwrap());
    let (send, came) = channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let (mut all, mut part) = (Vec::new(), [0; 4096]);
            loop {
                let text = String::from_utf8_lossy(&all).into_owned();
                if let Some((head, body)) = text.split_once("\r\n\r\n") {
                    let length =
                        head.to_lowercase().split("content-length: ").nth(1).unwrap_or("0").to_owned();
                    let length: usize = length.lines().next().unwrap().trim().parse().unwrap();
                    if body.len() >= length {
                        send.send(text).unwrap();
                        break;
                    }
                }
                let read = stream.read(&mut part).unwrap();
                assert!(read > 0, "the message was cut off");
                all.extend_from_slice(&part[..read]);
            }
            write!(stream, "HTTP/1.1 {answer}\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n")
                .unwrap();
        }
    });
    (address, came)
}

fn act() -> Act {
    Act { by: "anna".to_owned(), at: Clock::default().instant(), from: String::new() }
}

async fn store(path: &Path) -> Arc<dyn Store> {
    Arc::new(SqliteStore::open(path).await.unwrap())
}

async fn hook(store: &dyn Store, url: &str) -> Hook {
    hooks::allow(store, &act(), "127.0.0.1").await.unwrap();
    let new = NewHook { url: url.to_owned(), events: vec!["approval".to_owned()] };
    hooks::add(store, &act(), new).await.unwrap()
}

async fn last(store: &dyn Store, hook: &Hook) -> Delivery {
    store.deliveries(hook.id, 1).await.unwrap().remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_signed_and_tried_again_even_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reper.db");
    let (url, came) = receiver(&["500 No", "302 There", "204 Yes"]);
    let first = store(&path).await;
    let hook = hook(&*first, &url).await;
    assert!(hooks::test(&*first, &act(), hook.id).await.unwrap());
    assert_eq!(deliver_due(&first, Clock::default()).await.unwrap(), 1);
    let failed = last(&*first, &hook).await;
    assert_eq!((failed.tries, &*failed.outcome), (1, "500"));
    assert!(failed.next.as_deref() > Some(&*Clock::default().instant()), "it waits");
    assert_eq!(deliver_due(&first, Clock::default()).await.unwrap(), 0);
    drop(first);

    let again = store(&path).await;
    for (tries, outcome) in [(2, "302"), (3, "204")] {
        let waiting = last(&*again, &hook).await;
        again.delivered(&Delivery { next: Some(act().at), ..waiting }).await.unwrap();
        assert_eq!(deliver_due(&again, Clock::default()).await.unwrap(), 1);
        let now = last(&*again, &hook).await;
        assert_eq!((now.tries, &*now.outcome), (tries, outcome), "a redirection is not followed");
    }
    assert_eq!(last(&*again, &hook).await.next, None);

    let mut seen = Vec::new();
    for message in came.iter() {
        let (head, body) = message.split_once("\r\n\r\n").unwrap();
        let header = |name: &str| {
            let line = head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}: ")));
            line.unwrap().split_once(": ").unwrap().1.to_owned()
        };
        assert!(verify(&hook.secret, &header(SIGNATURE), body, Clock::default().second(), 300));
        assert!(!verify("another", &header(SIGNATURE), body, Clock::default().second(), 300));
        assert_eq!(header("reper-event"), "test");
        seen.push(header("reper-delivery"));
    }
    assert!(seen.len() == 3 && seen.windows(2).all(|pair| pair[0] == pair[1]), "the same number each time");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_of_our_own_network_is_told_only_while_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder.path().join("reper.db")).await;
    let (url, came) = receiver(&["204 Yes"]);
    let hook = hook(&*store, &url).await;
    hooks::allow(&*store, &act(), "").await.unwrap();
    let refused = NewHook { url: url.clone(), events: vec!["approval".to_owned()] };
    assert!(hooks::add(&*store, &act(), refused).await.is_err());
    hooks::test(&*store, &act(), hook.id).await.unwrap();
    deliver_due(&store, Clock::default()).await.unwrap();
    assert_eq!(last(&*store, &hook).await.outcome, "private");
    assert!(came.try_recv().is_err(), "nothing was sent");
    // A hook that is paused keeps its messages.
    hooks::pause(&*store, &act(), hook.id, false).await.unwrap();
    hooks::test(&*store, &act(), hook.id).await.unwrap();
    deliver_due(&store, Clock::default()).await.unwrap();
    let kept = last(&*store, &hook).await;
    assert!(kept.tries == 0 && kept.next.is_some());
}
