//! Stubs.
#![allow(unused_variables, clippy::todo)]
use crate::SqliteStore;
use async_trait::async_trait;
use department::Files;
use store::*;

#[async_trait]
impl Revisions for SqliteStore {
    async fn head(&self) -> Result<u64, StoreError> {
        todo!()
    }
    async fn revision(&self, number: u64) -> Result<Option<Revision>, StoreError> {
        todo!()
    }
    async fn revisions(&self, before: u64, limit: u32) -> Result<Vec<Revision>, StoreError> {
        todo!()
    }
    async fn texts(&self, number: u64) -> Result<Option<Files>, StoreError> {
        todo!()
    }
    async fn keep(
        &self,
        base: u64,
        before: &Files,
        after: &Files,
        act: &Act,
        note: &str,
    ) -> Result<Option<u64>, StoreError> {
        todo!()
    }
}

#[async_trait]
impl People for SqliteStore {
    async fn users(&self) -> Result<Vec<User>, StoreError> {
        todo!()
    }
    async fn user(&self, login: &str) -> Result<Option<User>, StoreError> {
        todo!()
    }
    async fn add_user(&self, user: &User) -> Result<bool, StoreError> {
        todo!()
    }
    async fn change_user(&self, user: &User) -> Result<bool, StoreError> {
        todo!()
    }
    async fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        todo!()
    }
    async fn session(&self, hash: &str, now: &str) -> Result<Option<(Session, User)>, StoreError> {
        todo!()
    }
    async fn sessions(&self, login: &str, now: &str) -> Result<Vec<Session>, StoreError> {
        todo!()
    }
    async fn prolong_session(&self, hash: &str, expires: &str) -> Result<(), StoreError> {
        todo!()
    }
    async fn close_session(&self, hash: &str) -> Result<(), StoreError> {
        todo!()
    }
    async fn close_sessions(&self, login: &str, but: &str, now: &str) -> Result<(), StoreError> {
        todo!()
    }
    async fn keep_link(&self, link: &Link) -> Result<(), StoreError> {
        todo!()
    }
    async fn link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError> {
        todo!()
    }
    async fn take_link(&self, hash: &str, now: &str) -> Result<Option<Link>, StoreError> {
        todo!()
    }
    async fn links(&self, now: &str) -> Result<Vec<Link>, StoreError> {
        todo!()
    }
    async fn keep_key(&self, key: &Key) -> Result<(), StoreError> {
        todo!()
    }
    async fn key(&self, hash: &str, now: &str) -> Result<Option<(Key, User)>, StoreError> {
        todo!()
    }
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        todo!()
    }
    async fn drop_key(&self, id: &str) -> Result<bool, StoreError> {
        todo!()
    }
}

#[async_trait]
impl Approvals for SqliteStore {
    async fn propose(&self, proposal: &Proposal) -> Result<Option<u64>, StoreError> {
        todo!()
    }
    async fn proposal(&self, id: u64) -> Result<Option<Proposal>, StoreError> {
        todo!()
    }
    async fn proposals(&self) -> Result<Vec<Proposal>, StoreError> {
        todo!()
    }
    async fn decide(
        &self,
        id: u64,
        seen: usize,
        decision: &Decision,
        state: ProposalState,
    ) -> Result<bool, StoreError> {
        todo!()
    }
    async fn withdraw(&self, id: u64, act: &Act) -> Result<bool, StoreError> {
        todo!()
    }
    async fn normative(&self) -> Result<Option<Proposal>, StoreError> {
        todo!()
    }
    async fn comment(&self, comment: &Comment) -> Result<u64, StoreError> {
        todo!()
    }
    async fn comments(&self) -> Result<Vec<Comment>, StoreError> {
        todo!()
    }
    async fn settle(&self, id: u64, act: &Act) -> Result<bool, StoreError> {
        todo!()
    }
}

#[async_trait]
impl Audit for SqliteStore {
    async fn note(&self, entry: &Entry) -> Result<(), StoreError> {
        todo!()
    }
    async fn entries(&self, filter: &EntryFilter) -> Result<Vec<Entry>, StoreError> {
        todo!()
    }
}

#[async_trait]
impl Hooks for SqliteStore {
    async fn hooks(&self) -> Result<Vec<Hook>, StoreError> {
        todo!()
    }
    async fn keep_hook(&self, hook: &Hook) -> Result<u64, StoreError> {
        todo!()
    }
    async fn drop_hook(&self, id: u64) -> Result<bool, StoreError> {
        todo!()
    }
    async fn queue(&self, delivery: &Delivery) -> Result<u64, StoreError> {
        todo!()
    }
    async fn due(&self, now: &str, limit: u32) -> Result<Vec<Delivery>, StoreError> {
        todo!()
    }
    async fn delivered(&self, delivery: &Delivery) -> Result<(), StoreError> {
        todo!()
    }
    async fn deliveries(&self, hook: u64, limit: u32) -> Result<Vec<Delivery>, StoreError> {
        todo!()
    }
}

#[async_trait]
impl Settings for SqliteStore {
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        todo!()
    }
    async fn settings(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        todo!()
    }
    async fn set(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        todo!()
    }
}

#[async_trait]
impl Backup for SqliteStore {
    async fn backup(&self, file: &std::path::Path) -> Result<(), StoreError> {
        todo!()
    }
}
