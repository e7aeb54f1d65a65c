//! Who decides: the stages as the department names them.

use super::ApprovalError;
use crate::{Right, User, may};
use department::{Department, Element};
use store::Stage;

/// The stages of a department, each with the logins of those who decide at it. A person is who signs in as them and may
/// approve. Where the department names no stage there is one without logins: whoever may approve decides, and one is
/// enough.
pub fn stages(department: &Department, users: &[User]) -> Result<Vec<Stage>, ApprovalError> {
    let mut approvers = users.iter().filter(|user| user.active && may(user.role, Right::Approve));
    if department.approvals.is_empty() {
        return match approvers.next() {
            Some(_) => Ok(vec![Stage { name: String::new(), logins: Vec::new() }]),
            None => Err(ApprovalError::NoApprover),
        };
    }
    let approvers: Vec<&User> = approvers.collect();
    let (mut stages, mut unsigned) = (Vec::new(), Vec::new());
    for stage in department.approvals.iter() {
        let mut logins: Vec<String> = Vec::new();
        for reference in &stage.people {
            let name = department.get(reference).map_or(&*reference.id, Element::title);
            match approvers.iter().find(|user| user.person.as_deref() == Some(&*reference.id)) {
                Some(user) if logins.contains(&user.login) => {}
                Some(user) => logins.push(user.login.clone()),
                None if unsigned.iter().any(|known| known == name) => {}
                None => unsigned.push(name.to_owned()),
            }
        }
        if stage.people.is_empty() {
            return Err(ApprovalError::EmptyStage(stage.title().to_owned()));
        }
        stages.push(Stage { name: stage.title().to_owned(), logins });
    }
    if unsigned.is_empty() { Ok(stages) } else { Err(ApprovalError::NobodySigns(unsigned)) }
}
