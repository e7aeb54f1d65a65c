//! Who may do what: one table.

use store::Role;

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// What a page shows before anybody has signed in.
    Anyone,
    /// One's own account: every role has it.
    Own,
    /// Reading pages and documents, and taking them along.
    Read,
    /// Saying something of an element.
    Comment,
    /// Changing the documents.
    Edit,
    /// Sending a revision for approval, and taking it back.
    Propose,
    /// Deciding about what was proposed.
    Approve,
    /// Bringing figures in.
    Measure,
    /// Asking data, and keeping what was asked as a study.
    Analyse,
    /// Users, keys, hooks, the audit trail, backups.
    Administer,
}

impl Right {
    /// All.
    pub const ALL: [Right; 10] = [
        Right::Anyone,
        Right::Own,
        Right::Read,
        Right::Comment,
        Right::Edit,
        Right::Propose,
        Right::Approve,
        Right::Measure,
        Right::Analyse,
        Right::Administer,
    ];

    /// The word by which the catalogue and the scopes of keys know it.
    pub const fn word(self) -> &'static str {
        match self {
            Right::Anyone => "anyone",
            Right::Own => "own",
            Right::Read => "read",
            Right::Comment => "comment",
            Right::Edit => "edit",
            Right::Propose => "propose",
            Right::Approve => "approve",
            Right::Measure => "measure",
            Right::Analyse => "analyse",
            Right::Administer => "administer",
        }
    }

    /// The right of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.word() == word)
    }
}

/// What each role may, besides what anyone may.
pub const fn rights(role: Role) -> &'static [Right] {
    use Right::*;
    match role {
        Role::Administrator => &[Own, Read, Comment, Edit, Propose, Approve, Measure, Analyse, Administer],
        Role::Strategist => &[Own, Read, Comment, Edit, Propose, Measure, Analyse],
        Role::Analyst => &[Own, Read, Comment, Measure, Analyse],
        Role::Author => &[Own, Read, Comment, Edit],
        Role::Approver => &[Own, Read, Comment, Approve],
        Role::DataEntry => &[Own, Read, Measure],
        Role::Viewer => &[Own, Read],
    }
}

/// Whether a role may do something.
pub fn may(role: Role, right: Right) -> bool {
    right == Right::Anyone || rights(role).contains(&right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_approver_does_not_write_what_he_approves() {
        assert!(may(Role::Approver, Right::Approve) && !may(Role::Approver, Right::Edit));
        assert!(may(Role::Author, Right::Edit) && !may(Role::Author, Right::Approve));
        assert!(Role::ALL.into_iter().all(|role| may(role, Right::Read) && may(role, Right::Anyone)));
        assert!(Right::ALL.into_iter().all(|right| Right::of(right.word()) == Some(right)));
    }
}
