//! From a draft to the normative revision, with all that may go wrong on the way.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod common;

use app::approval::{ApprovalError, Which, Wish, may_decide, stages};
use app::{AppError, ProposalState, Reason, Role, User};
use common::{STAGED, act, case, people, refused, user};
use locale::Lang;
use store::Approvals as _;

#[tokio::test]
async fn stage_by_stage_a_revision_becomes_normative() {
    let case = case(STAGED, people()).await;
    let id = case.propose("anna", 1).await.unwrap();
    assert_eq!(refused(case.decide("boss", id, true).await), ApprovalError::NotAsked);
    assert_eq!(case.decide("victor", id, true).await.unwrap(), ProposalState::Open);
    assert_eq!(refused(case.decide("victor", id, true).await), ApprovalError::Decided);
    assert_eq!(refused(case.decide("anna", id, true).await), ApprovalError::NotAsked);
    assert_eq!(case.decide("peter", id, true).await.unwrap(), ProposalState::Open);
    assert_eq!(refused(case.decide("peter", id, true).await), ApprovalError::Decided);
    assert!(case.workspace.approvals().await.unwrap().normative.is_none());
    assert_eq!(case.decide("boss", id, true).await.unwrap(), ProposalState::Approved);
    let now = case.workspace.approvals().await.unwrap();
    assert_eq!(now.normative.as_ref().map(|one| one.revision), Some(1));
    assert!(now.open.is_none());
    let closed = ApprovalError::Closed(ProposalState::Approved);
    assert_eq!(refused(case.decide("boss", id, true).await), closed);
    assert_eq!(case.trail().await, ["save", "propose", "approve", "approve", "approve"]);
}

#[tokio::test]
async fn a_return_ends_a_proposal_and_says_why() {
    let case = case(STAGED, people()).await;
    let id = case.propose("anna", 1).await.unwrap();
    let peter = &case.users[1];
    let silent = case.workspace.decide(&act("peter"), peter, &case.users, id, false, "  ").await;
    assert_eq!(refused(silent), ApprovalError::NoNote);
    assert_eq!(case.decide("peter", id, false).await.unwrap(), ProposalState::Returned);
    let closed = refused(case.decide("victor", id, true).await);
    assert_eq!(closed, ApprovalError::Closed(ProposalState::Returned));
    assert!(case.propose("anna", 1).await.is_ok(), "the same revision may be proposed once more");
}

#[tokio::test]
async fn errors_block_and_warnings_need_a_reason() {
    let case = case(STAGED, people()).await;
    let broken = case.save(STAGED, "[goal.a]\nhorison = \"long\"\n").await;
    assert_eq!(refused(case.propose("anna", broken).await), ApprovalError::Errors(1));
    // CS08: a person of ours without a role is a warning, for each of the three.
    let wish = Wish { revision: 1, ..Wish::default() };
    let unreasoned = refused(case.workspace.propose(&act("anna"), &case.users, &wish).await);
    let ApprovalError::Unreasoned(which) = unreasoned else { panic!("{unreasoned:?}") };
    let subjects: Vec<_> = which.iter().map(|(code, subject)| format!("{code} {subject}")).collect();
    assert_eq!(subjects, ["CS08 person.peter", "CS08 person.robert", "CS08 person.victor"]);
    let mut wish = case.wish(1).await;
    wish.reasons[0].reason = " \n ".to_owned();
    let one = refused(case.workspace.propose(&act("anna"), &case.users, &wish).await);
    assert!(matches!(one, ApprovalError::Unreasoned(which) if which.len() == 1));
    let mut wish = case.wish(1).await;
    wish.note = "x".repeat(5_000);
    let long = case.workspace.propose(&act("anna"), &case.users, &wish).await;
    assert_eq!(refused(long), ApprovalError::TooLong);
    let mut wish = case.wish(1).await;
    wish.reasons.push(Reason { code: "XX99".into(), subject: "goal.x".into(), reason: "Nothing".into() });
    let id = case.workspace.propose(&act("anna"), &case.users, &wish).await.unwrap();
    let kept = case.store.proposal(id).await.unwrap().unwrap();
    assert_eq!(kept.reasons.len(), 3, "a reason for nothing is not kept");
}

#[tokio::test]
async fn one_proposal_is_open_at_a_time_and_only_newer_revisions_are_proposed() {
    let case = case(STAGED, people()).await;
    let second = case.save(STAGED, "# a comment\n").await;
    let id = case.propose("anna", second).await.unwrap();
    assert_eq!(refused(case.propose("anna", second).await), ApprovalError::AnotherOpen);
    case.agree(id).await;
    for old in [1, second] {
        assert_eq!(refused(case.propose("anna", old).await), ApprovalError::NotNewer(old));
    }
    let wish = Wish { revision: 99, ..Wish::default() };
    let missing = case.workspace.propose(&act("anna"), &case.users, &wish).await;
    assert!(matches!(missing, Err(AppError::NoRevision(99))));
}

#[tokio::test]
async fn those_who_are_named_must_be_able_to_sign() {
    let case = case(STAGED, people()).await;
    let view = case.workspace.view().await.unwrap();
    let of = |users: &[User]| stages(view.department(), users);
    let names = |stages: Vec<app::Stage>| stages.into_iter().map(|stage| stage.logins).collect::<Vec<_>>();
    assert_eq!(names(of(&people()).unwrap()), [vec!["peter", "victor"], vec!["boss"]]);
    let mut users = people();
    users[1].active = false;
    users[3].role = Role::Author;
    let unsigned = ["Peter".to_owned(), "Robert".to_owned()];
    assert_eq!(of(&users), Err(ApprovalError::NobodySigns(unsigned.into())));
    let empty = case.save("[approval.a]\nname = \"Empty\"\n", "").await;
    let refusal = refused(case.propose("anna", empty).await);
    assert_eq!(refusal, ApprovalError::EmptyStage("Empty".to_owned()));
}

#[tokio::test]
async fn nobody_approves_alone_what_is_his_own_while_others_may() {
    let boss = || user("boss", Role::Administrator, None);
    let both = vec![boss(), user("other", Role::Approver, None), user("reader", Role::Viewer, None)];
    let shared = case("[about]\nname = \"x\"\n", both).await;
    let id = shared.propose("boss", 1).await.unwrap();
    assert_eq!(refused(shared.decide("boss", id, true).await), ApprovalError::OwnProposal);
    assert_eq!(refused(shared.decide("reader", id, true).await), ApprovalError::NotAsked);
    assert_eq!(shared.decide("other", id, true).await.unwrap(), ProposalState::Approved, "one is enough");
    let lonely = case("[about]\nname = \"x\"\n", vec![boss()]).await;
    let id = lonely.propose("boss", 1).await.unwrap();
    assert_eq!(lonely.decide("boss", id, true).await.unwrap(), ProposalState::Approved);
    let nobody = case("[about]\nname = \"x\"\n", vec![user("anna", Role::Strategist, None)]).await;
    assert_eq!(refused(nobody.propose("anna", 1).await), ApprovalError::NoApprover);
}

#[tokio::test]
async fn two_who_decide_at_once_are_both_heard() {
    let case = case(STAGED, people()).await;
    let id = case.propose("anna", 1).await.unwrap();
    let (peter, victor) = tokio::join!(case.decide("peter", id, true), case.decide("victor", id, true));
    assert!(peter.is_ok() && victor.is_ok());
    let kept = case.store.proposal(id).await.unwrap().unwrap();
    assert_eq!((kept.decisions.len(), kept.state), (2, ProposalState::Open));
    assert!(may_decide(&kept, &case.users[3]).is_ok(), "the next stage has begun");
}

#[tokio::test]
async fn of_one_who_agrees_and_one_who_returns_at_once_the_return_holds() {
    let case = case(STAGED, people()).await;
    let id = case.propose("anna", 1).await.unwrap();
    let (agreed, returned) = tokio::join!(case.decide("peter", id, true), case.decide("victor", id, false));
    let kept = case.store.proposal(id).await.unwrap().unwrap();
    assert_eq!(returned.unwrap(), ProposalState::Returned);
    assert_eq!(kept.state, ProposalState::Returned);
    assert_eq!(kept.decisions.len(), if agreed.is_ok() { 2 } else { 1 });
}

#[tokio::test]
async fn of_two_who_propose_at_once_one_is_told_of_the_other() {
    let case = case(STAGED, people()).await;
    let (one, other) = tokio::join!(case.propose("anna", 1), case.propose("anna", 1));
    assert!(one.is_ok() != other.is_ok());
    let refusal = if one.is_ok() { refused(other) } else { refused(one) };
    assert_eq!(refusal, ApprovalError::AnotherOpen);
}

#[tokio::test]
async fn a_proposal_that_was_withdrawn_meanwhile_takes_no_decision() {
    let case = case(STAGED, people()).await;
    let id = case.propose("anna", 1).await.unwrap();
    let withdraw = async |by: &User| case.workspace.withdraw(&act(&by.login), by, id).await;
    assert_eq!(refused(withdraw(&case.users[1]).await), ApprovalError::NotYours);
    withdraw(&case.users[0]).await.unwrap();
    let closed = ApprovalError::Closed(ProposalState::Withdrawn);
    assert_eq!(refused(case.decide("peter", id, true).await), closed);
    assert_eq!(refused(withdraw(&case.users[0]).await), closed);
    assert!(case.workspace.approvals().await.unwrap().open.is_none());
    let again = case.propose("anna", 1).await.unwrap();
    let administrator = user("root", Role::Administrator, None);
    case.workspace.withdraw(&act("root"), &administrator, again).await.unwrap();
    assert_eq!(refused(case.decide("peter", 77, true).await), ApprovalError::NoProposal(77));
}

#[tokio::test]
async fn what_is_printed_says_how_it_became_normative() {
    let case = case(STAGED, people()).await;
    let nothing = case.workspace.printed(Which::Normative, people()).await;
    assert!(matches!(nothing, Err(AppError::NothingNormative)));
    case.agree(case.propose("anna", 1).await.unwrap()).await;
    let second = case.save(STAGED, "[goal.a]\nname = \"A goal\"\n").await;
    case.agree(case.propose("anna", second).await.unwrap()).await;
    let third = case.save(STAGED, "").await;
    let printed = async |which| case.workspace.printed(which, people()).await.unwrap();
    let normative = printed(Which::Normative).await;
    assert_eq!(normative.view.revision, second);
    let approval = normative.approval(Lang::En).unwrap();
    assert_eq!((approval.revision, approval.since), (second, Some(1)));
    assert_eq!(approval.approver, ("Director".to_owned(), "Robert".to_owned()));
    let signed: Vec<_> = approval.signatures.iter().map(|one| (&*one.stage, &*one.person.1)).collect();
    assert_eq!(signed, [("Neighbours", "Peter"), ("Neighbours", "Victor"), ("director", "Robert")]);
    assert_eq!((approval.standing.len(), &*approval.standing[0].by.1), (3, "ANNA"));
    assert_eq!(approval.standing[0].subject, "Peter");
    assert!(normative.documents(Lang::Ru).iter().all(|document| !document.draft));
    let first = printed(Which::Number(1)).await;
    assert_eq!(first.approval(Lang::Ru).unwrap().since, None, "an earlier approval is told as it was");
    let draft = printed(Which::Last).await;
    assert!(draft.view.revision == third && !draft.normative());
    assert!(draft.documents(Lang::En).iter().all(|document| document.draft && document.sheets.is_empty()));
}

#[tokio::test]
async fn comments_stand_with_elements_that_there_are() {
    let case = case(STAGED, people()).await;
    let say = async |element: &str, text: &str| case.workspace.comment(&act("anna"), 1, element, text).await;
    let id = say("person.peter", " Is he still here? ").await.unwrap();
    say("about", "The name is old").await.unwrap();
    say("", "All in all well done").await.unwrap();
    assert_eq!(refused(say("goal.none", "x").await), ApprovalError::NoElement("goal.none".to_owned()));
    assert_eq!(refused(say("person.peter", "  ").await), ApprovalError::Empty);
    assert_eq!(refused(say("", &"x".repeat(5_000)).await), ApprovalError::TooLong);
    case.workspace.settle(&act("peter"), id).await.unwrap();
    assert_eq!(refused(case.workspace.settle(&act("peter"), id).await), ApprovalError::NoComment(id));
    let known = case.workspace.approvals().await.unwrap();
    let comment = &known.comments[0];
    assert_eq!((&*comment.text, comment.revision), ("Is he still here?", 1));
    assert_eq!(comment.settled.as_ref().map(|act| &*act.by), Some("peter"));
}
