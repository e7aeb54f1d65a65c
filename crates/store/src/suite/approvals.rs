//! What every store must be able to tell of proposals and comments.

use super::{act, entry};
use crate::{Comment, Decision, Proposal, ProposalState, Reason, Stage, Store};
use department::Files;
use std::future::Future;

/// Runs the stories, each on a store of its own, that has one revision.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_proposal_comes_back_whole(&with_revision(make).await).await;
    one_proposal_is_open_at_a_time(&with_revision(make).await).await;
    a_decision_on_what_was_not_seen_is_not_kept(&with_revision(make).await).await;
    comments_are_settled_once(&with_revision(make).await).await;
}

async fn with_revision<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) -> S {
    let store = make().await;
    let texts = Files::from([("sostac.toml", "")]);
    let entry = entry("anna", 0, "save", "revision 1");
    let kept = store.keep(0, &Files::default(), &texts, "", &entry).await.expect("kept");
    assert_eq!(kept, Some(1));
    store
}

fn proposal() -> Proposal {
    let reason = |code: &str| Reason {
        code: code.to_owned(),
        subject: "goal.trust".to_owned(),
        reason: "так решили".to_owned(),
    };
    let stage = |name: &str, logins: &[&str]| Stage {
        name: name.to_owned(),
        logins: logins.iter().map(|login| (*login).to_owned()).collect(),
    };
    Proposal {
        id: 0,
        revision: 1,
        act: act("anna", 1),
        note: "to be printed".to_owned(),
        reasons: vec![reason("S1"), reason("O2")],
        stages: vec![stage("head", &["zoe", "boris"]), stage("nobody", &[]), stage("", &["carl"])],
        state: ProposalState::Open,
        decisions: Vec::new(),
    }
}

fn decision(by: &str, agreed: bool) -> Decision {
    Decision { act: act(by, 2), stage: 0, agreed, note: "да".to_owned() }
}

async fn a_proposal_comes_back_whole(store: &impl Store) {
    assert!(store.proposal(1).await.expect("read").is_none());
    assert!(store.normative().await.expect("read").is_none());
    let id = store.propose(&proposal()).await.expect("kept").expect("none is open");
    let mut expected = Proposal { id, ..proposal() };
    assert_eq!(store.proposal(id).await.expect("read"), Some(expected.clone()));
    for (seen, (by, state)) in
        [("zoe", ProposalState::Open), ("boris", ProposalState::Approved)].into_iter().enumerate()
    {
        let decision = decision(by, true);
        assert!(store.decide(id, seen, &decision, state).await.expect("kept"));
        expected.decisions.push(decision);
        expected.state = state;
        assert_eq!(store.proposals().await.expect("read"), [expected.clone()]);
    }
    assert_eq!(store.normative().await.expect("read"), Some(expected));
}

async fn one_proposal_is_open_at_a_time(store: &impl Store) {
    let first = store.propose(&proposal()).await.expect("kept").expect("none is open");
    assert_eq!(store.propose(&proposal()).await.expect("asked"), None);
    assert!(store.withdraw(first, &act("anna", 3)).await.expect("kept"));
    assert!(!store.withdraw(first, &act("anna", 4)).await.expect("asked"), "it is not open");
    let mut ids = vec![first];
    for state in [ProposalState::Approved, ProposalState::Returned] {
        let id = store.propose(&proposal()).await.expect("kept").expect("none is open");
        let agreed = state == ProposalState::Approved;
        assert!(store.decide(id, 0, &decision("zoe", agreed), state).await.expect("kept"));
        ids.insert(0, id);
    }
    let all = store.proposals().await.expect("read");
    assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), ids);
    assert_eq!(store.normative().await.expect("read").map(|one| one.id), Some(ids[1]));
}

async fn a_decision_on_what_was_not_seen_is_not_kept(store: &impl Store) {
    let id = store.propose(&proposal()).await.expect("kept").expect("none is open");
    let agreed = decision("zoe", true);
    assert!(store.decide(id, 0, &agreed, ProposalState::Open).await.expect("kept"));
    assert!(!store.decide(id, 0, &decision("boris", true), ProposalState::Approved).await.expect("asked"));
    assert!(!store.decide(id, 2, &decision("boris", true), ProposalState::Approved).await.expect("asked"));
    assert!(!store.decide(id + 1, 0, &agreed, ProposalState::Approved).await.expect("asked"));
    let kept = store.proposal(id).await.expect("read").expect("it is there");
    assert_eq!((kept.state, kept.decisions.len()), (ProposalState::Open, 1));
    assert!(store.decide(id, 1, &decision("boris", false), ProposalState::Returned).await.expect("kept"));
    assert!(!store.decide(id, 2, &agreed, ProposalState::Approved).await.expect("asked"), "it is returned");
}

async fn comments_are_settled_once(store: &impl Store) {
    let said = |element: &str| Comment {
        id: 0,
        revision: 1,
        element: element.to_owned(),
        act: act("boris", 1),
        text: "<b>почему?</b>".to_owned(),
        settled: None,
    };
    let one = store.comment(&said("goal.trust")).await.expect("kept");
    let two = store.comment(&said("")).await.expect("kept");
    let by = act("anna", 2);
    assert!(store.settle(one, &by).await.expect("kept"));
    assert!(!store.settle(one, &act("carl", 3)).await.expect("asked"));
    assert!(!store.settle(99, &by).await.expect("asked"));
    let all = store.comments().await.expect("read");
    let settled = Comment { id: one, settled: Some(by), ..said("goal.trust") };
    assert_eq!(all, [settled, Comment { id: two, ..said("") }]);
}
