//! Who comes in: users and their roles, passwords, the second factor, sessions, one-time links, an identity provider.
//!
//! Registration is closed: nobody becomes a user but by a link that an administrator made, or the first administrator
//! by the link of the first start. A [`Door`] is what pages and commands ask.

mod account;
mod door;
mod error;
mod fetch;
mod join;
mod links;
mod names;
mod oidc;
mod password;
mod provider;
mod recovery;
mod second_factor;
mod session;
mod sign_in;
mod throttle;
mod totp;
mod users;
mod waiting;

pub use door::{Door, DoorSettings, ProviderSettings};
pub use error::PeopleError;
pub use join::Joining;
pub use oidc::Returned;
pub use password::{LONGEST, SHORTEST};
pub use second_factor::Enrolment;
pub use session::{ABSOLUTE, Opened};
pub use sign_in::Entered;
pub use users::{NewUser, UserChange};
