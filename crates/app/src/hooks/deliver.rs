//! What is due is sent; what does not arrive is tried again, and given up in the end.

use super::hosts;
use super::send::{Outcome, send};
use crate::{AppError, Clock};
use std::sync::Arc;
use std::time::Duration;
use store::{Delivery, Hook, Store};
use tokio::task::JoinSet;

/// The pauses after tries that failed, in seconds; after the last the message is given up, two days after it was queued.
const PAUSES: [i64; 8] = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400];
/// A message to a hook that is paused waits so many seconds until it is looked at again.
const LATER: i64 = 300;
/// So many messages are on their way at once.
const AT_ONCE: u32 = 16;
/// How often it is looked whether anything is due.
const EVERY: Duration = Duration::from_secs(2);

/// Delivers until it is stopped. A try that is cut off is made again: what is due stays due until its outcome is kept.
pub async fn work(store: Arc<dyn Store>, clock: Clock) {
    let mut failing = false;
    loop {
        let done = deliver_due(&store, clock).await;
        // A store that does not answer is told of once, not every two seconds.
        if let Err(error) = &done
            && !failing
        {
            eprintln!("no messages go to hooks: {error}");
        }
        failing = done.is_err();
        if !done.is_ok_and(|sent| sent == AT_ONCE as usize) {
            tokio::time::sleep(EVERY).await;
        }
    }
}

/// Sends what is due now, and tells how many messages that were.
pub async fn deliver_due(store: &Arc<dyn Store>, clock: Clock) -> Result<usize, AppError> {
    let due = store.due(&clock.instant(), AT_ONCE).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let (hooks, allowed) = (store.hooks().await?, Arc::new(hosts(&**store).await?));
    let (count, mut tries) = (due.len(), JoinSet::new());
    for message in due {
        let Some(hook) = hooks.iter().find(|hook| hook.id == message.hook).cloned() else { continue };
        if !hook.active {
            store.delivered(&Delivery { next: Some(clock.instant_in(LATER)), ..message }).await?;
            continue;
        }
        let allowed = Arc::clone(&allowed);
        tries.spawn_blocking(move || tried(&hook, message, &allowed, clock));
    }
    while let Some(tried) = tries.join_next().await {
        store.delivered(&tried.map_err(AppError::interrupted)?).await?;
    }
    Ok(count)
}

fn tried(hook: &Hook, message: Delivery, allowed: &[String], clock: Clock) -> Delivery {
    let outcome = send(hook, &message, allowed, clock.second());
    after(message, outcome, clock)
}

/// A message after a try.
fn after(message: Delivery, outcome: Outcome, clock: Clock) -> Delivery {
    let pause = PAUSES.get(message.tries as usize).filter(|_| !outcome.arrived);
    Delivery {
        tries: message.tries.saturating_add(1),
        next: pause.map(|pause| clock.instant_in(*pause)),
        outcome: outcome.word,
        ..message
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_a_message_is_given_up() {
        let body = String::new();
        let mut message =
            Delivery { id: 1, hook: 1, event: body.clone(), body, tries: 0, next: None, outcome: "".into() };
        let failed = Outcome { arrived: false, word: "500".to_owned() };
        let mut pauses = 0;
        loop {
            message = after(message, failed.clone(), Clock::default());
            if message.next.is_none() {
                break;
            }
            pauses += 1;
        }
        assert_eq!((pauses, message.tries, &*message.outcome), (PAUSES.len(), 9, "500"));
        let arrived = Outcome { arrived: true, word: "204".to_owned() };
        assert_eq!(after(message, arrived, Clock::default()).next, None);
        assert!(PAUSES.is_sorted());
    }
}
