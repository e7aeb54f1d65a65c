//! Reading proposals with all that belongs to them.

use crate::row::{act, count, get, number, strange};
use sqlx::sqlite::SqliteRow;
use sqlx::{SqliteConnection, SqlitePool};
use store::{Decision, Proposal, ProposalState, Reason, Stage};

/// One proposal, or all, the latest first; in one transaction, so that a decision and its state come together.
pub async fn read(pool: &SqlitePool, only: Option<i64>) -> Result<Vec<Proposal>, sqlx::Error> {
    let mut all = pool.begin().await?;
    let rows = sqlx::query(
        "SELECT id, revision, act_by, act_at, act_from, note, state FROM proposal
         WHERE ?1 IS NULL OR id = ?1 ORDER BY id DESC",
    )
    .bind(only)
    .fetch_all(&mut *all)
    .await?;
    let mut proposals = rows.iter().map(proposal).collect::<Result<Vec<_>, _>>()?;
    for (of, reason) in reasons(&mut all, only).await? {
        proposals.iter_mut().filter(|one| one.id == of).for_each(|one| one.reasons.push(reason.clone()));
    }
    for (of, stage) in stages(&mut all, only).await? {
        proposals.iter_mut().filter(|one| one.id == of).for_each(|one| one.stages.push(stage.clone()));
    }
    for (of, decision) in decisions(&mut all, only).await? {
        proposals.iter_mut().filter(|one| one.id == of).for_each(|one| one.decisions.push(decision.clone()));
    }
    Ok(proposals)
}

fn proposal(row: &SqliteRow) -> Result<Proposal, sqlx::Error> {
    let state: &str = get(row, "state")?;
    Ok(Proposal {
        id: number(row, "id")?,
        revision: number(row, "revision")?,
        act: act(row)?,
        note: get(row, "note")?,
        reasons: Vec::new(),
        stages: Vec::new(),
        state: ProposalState::of(state).ok_or_else(|| strange(state))?,
        decisions: Vec::new(),
    })
}

async fn reasons(all: &mut SqliteConnection, only: Option<i64>) -> Result<Vec<(u64, Reason)>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT proposal, code, subject, reason FROM reason
         WHERE ?1 IS NULL OR proposal = ?1 ORDER BY proposal, place",
    )
    .bind(only)
    .fetch_all(all)
    .await?;
    let reason = |row| {
        let reason =
            Reason { code: get(row, "code")?, subject: get(row, "subject")?, reason: get(row, "reason")? };
        Ok((number(row, "proposal")?, reason))
    };
    rows.iter().map(reason).collect()
}

async fn stages(all: &mut SqliteConnection, only: Option<i64>) -> Result<Vec<(u64, Stage)>, sqlx::Error> {
    // A stage that nobody decides at has one row, without a login.
    let rows = sqlx::query(
        "SELECT stage.proposal, stage.stage, name, login FROM stage
         LEFT JOIN decider ON decider.proposal = stage.proposal AND decider.stage = stage.stage
         WHERE ?1 IS NULL OR stage.proposal = ?1 ORDER BY stage.proposal, stage.stage, place",
    )
    .bind(only)
    .fetch_all(all)
    .await?;
    let key = |row: &SqliteRow| (number(row, "proposal").ok(), number(row, "stage").ok());
    let stage = |rows: &[SqliteRow]| {
        let logins =
            rows.iter().map(|row| get::<Option<String>>(row, "login")).collect::<Result<Vec<_>, _>>()?;
        let stage = Stage { name: get(&rows[0], "name")?, logins: logins.into_iter().flatten().collect() };
        Ok((number(&rows[0], "proposal")?, stage))
    };
    rows.chunk_by(|one, next| key(one) == key(next)).map(stage).collect()
}

async fn decisions(
    all: &mut SqliteConnection,
    only: Option<i64>,
) -> Result<Vec<(u64, Decision)>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT proposal, act_by, act_at, act_from, stage, agreed, note FROM decision
         WHERE ?1 IS NULL OR proposal = ?1 ORDER BY proposal, place",
    )
    .bind(only)
    .fetch_all(all)
    .await?;
    let decision = |row| {
        let decision = Decision {
            act: act(row)?,
            stage: count(row, "stage")?,
            agreed: get(row, "agreed")?,
            note: get(row, "note")?,
        };
        Ok((number(row, "proposal")?, decision))
    };
    rows.iter().map(decision).collect()
}
