//! What stands beside a signature.

use crate::User;
use department::{Department, Element};
use locale::{Lang, t};

/// What stands beside a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatory {
    /// Their post.
    pub post: String,
    /// Their name.
    pub name: String,
}

/// Whose login it is: as the department's text names the person, else as the user is called; a login that is known no
/// more stands for itself.
pub fn signatory(department: &Department, users: &[User], login: &str, lang: Lang) -> Signatory {
    let user = users.iter().find(|user| user.login == login);
    let person = user.and_then(|user| department.people.get(user.person.as_deref()?));
    let role = |user: &User| t!(lang, &format!("role-{}", user.role.word()));
    match (person, user) {
        (Some(person), _) => {
            let roles = person.roles.iter().filter_map(|role| Some(department.get(role)?.title()));
            let post = match person.post.as_str() {
                "" => roles.collect::<Vec<_>>().join(", "),
                post => post.to_owned(),
            };
            Signatory { post, name: person.title().to_owned() }
        }
        (None, Some(user)) if !user.name.is_empty() => {
            Signatory { post: role(user), name: user.name.clone() }
        }
        (None, Some(user)) => Signatory { post: role(user), name: login.to_owned() },
        (None, None) => Signatory { post: String::new(), name: login.to_owned() },
    }
}
