//! Proposing and deciding.

use crate::row::kept;
use sqlx::{SqliteConnection, SqlitePool};
use store::{Decision, Proposal, ProposalState};

/// Keeps a new proposal, unless another is open.
pub async fn propose(pool: &SqlitePool, proposal: &Proposal) -> Result<Option<u64>, sqlx::Error> {
    let mut all = pool.begin_with("BEGIN IMMEDIATE").await?;
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO proposal (revision, act_by, act_at, act_from, note, state) VALUES (?, ?, ?, ?, ?, 'open')
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(kept(proposal.revision))
    .bind(&proposal.act.by)
    .bind(&proposal.act.at)
    .bind(&proposal.act.from)
    .bind(&proposal.note)
    .fetch_optional(&mut *all)
    .await?;
    let Some(id) = id else { return Ok(None) };
    for (place, reason) in (0_i64..).zip(&proposal.reasons) {
        sqlx::query("INSERT INTO reason (proposal, place, code, subject, reason) VALUES (?, ?, ?, ?, ?)")
            .bind(id)
            .bind(place)
            .bind(&reason.code)
            .bind(&reason.subject)
            .bind(&reason.reason)
            .execute(&mut *all)
            .await?;
    }
    stages(&mut all, id, proposal).await?;
    all.commit().await?;
    Ok(Some(id.unsigned_abs()))
}

async fn stages(all: &mut SqliteConnection, id: i64, proposal: &Proposal) -> Result<(), sqlx::Error> {
    for (number, stage) in (0_i64..).zip(&proposal.stages) {
        sqlx::query("INSERT INTO stage (proposal, stage, name) VALUES (?, ?, ?)")
            .bind(id)
            .bind(number)
            .bind(&stage.name)
            .execute(&mut *all)
            .await?;
        for (place, login) in (0_i64..).zip(&stage.logins) {
            sqlx::query("INSERT INTO decider (proposal, stage, place, login) VALUES (?, ?, ?, ?)")
                .bind(id)
                .bind(number)
                .bind(place)
                .bind(login)
                .execute(&mut *all)
                .await?;
        }
    }
    Ok(())
}

/// Keeps a decision about a proposal that is open and has had just those decisions that were seen.
pub async fn decide(
    pool: &SqlitePool,
    id: i64,
    seen: i64,
    decision: &Decision,
    state: ProposalState,
) -> Result<bool, sqlx::Error> {
    let mut all = pool.begin_with("BEGIN IMMEDIATE").await?;
    let done = sqlx::query(
        "INSERT INTO decision (proposal, place, act_by, act_at, act_from, stage, agreed, note)
         SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM proposal
         WHERE id = ?1 AND state = 'open' AND (SELECT count(*) FROM decision WHERE proposal = ?1) = ?2",
    )
    .bind(id)
    .bind(seen)
    .bind(&decision.act.by)
    .bind(&decision.act.at)
    .bind(&decision.act.from)
    .bind(decision.stage)
    .bind(decision.agreed)
    .bind(&decision.note)
    .execute(&mut *all)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("UPDATE proposal SET state = ? WHERE id = ?")
        .bind(state.word())
        .bind(id)
        .execute(&mut *all)
        .await?;
    all.commit().await?;
    Ok(true)
}

/// Takes an open proposal back. Who did it stands in the audit trail.
pub async fn withdraw(pool: &SqlitePool, id: i64) -> Result<bool, sqlx::Error> {
    let done = sqlx::query("UPDATE proposal SET state = 'withdrawn' WHERE id = ? AND state = 'open'")
        .bind(id)
        .execute(pool)
        .await?;
    Ok(done.rows_affected() > 0)
}
