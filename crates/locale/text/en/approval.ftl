# Approval: from a draft to the normative document.
web-approval = Approval
kind-approval = stage of approval
web-family-ap = Approval

topbar-both = draft { $draft } · approved { $approved }
topbar-same = approved { $approved }
topbar-nothing = draft { $draft } · nothing approved

approval-lead = A document becomes normative by approval: those whom the department names agree to a revision, stage by stage. What is edited afterwards is a draft beside it.
approval-normative = Revision { $revision } is normative: approved by { $by } on { $date }.
approval-normative-none = No revision has been approved yet.
approval-same = The draft is the normative revision: there is nothing to propose.
approval-ahead = { $n ->
    [one] { $n } revision has been saved since; the last is { $draft }.
   *[other] { $n } revisions have been saved since; the last is { $draft }.
 }
approval-draft = The draft is revision { $draft }.
approval-draft-none = There is no text yet. What can be approved is what has been written.
approval-propose = Propose for approval
approval-to-documents = Documents
approval-waits = Waiting for your decision: revision { $revision }, proposed by { $by }.
approval-waits-go = Decide

approval-open = Revision { $revision } is proposed
approval-came-back = Revision { $revision } was returned by { $by }: { $note }
approval-one = Revision { $revision }: proposal { $id }
approval-proposed = Proposed by { $by }, { $when }
approval-stages = Who decides
approval-stage-unnamed = Decision
approval-anybody = whoever may approve
approval-pending = waiting
approval-asked = decides now
approval-later = decides later
approval-agreed = agreed
approval-returned = returned
approval-note = Note
approval-note-help = It stands on the approval sheet. To return a revision, say what is to be mended.
approval-agree = Agree
approval-return = Return
approval-withdraw = Withdraw
approval-changes = What has changed since approved revision { $revision }
approval-changes-first = This is the first approval: there is nothing to compare with.
approval-changes-same = The content is the same.
approval-warnings = { $n ->
    [one] { $n } warning stands with a signed reason
   *[other] { $n } warnings stand with signed reasons
 }
approval-warnings-none = Nothing needs a reason.
approval-read-draft = Read the document of this revision
approval-history = Earlier proposals
approval-history-none = Nothing has been proposed before.
approval-col-revision = Revision
approval-col-who = Proposed by
approval-col-when = When (UTC)
approval-col-state = State
approval-state-open = open
approval-state-approved = approved
approval-state-returned = returned
approval-state-withdrawn = withdrawn

approval-propose-title = Propose revision { $revision } for approval
approval-blocked = { $n ->
    [one] It cannot be proposed while there is { $n } error:
   *[other] It cannot be proposed while there are { $n } errors:
 }
approval-blocked-more = and more on the page of findings
approval-reasons = Warnings that stand
approval-reasons-help = Each needs a reason. You sign it, and it is printed with the approved document.
approval-reason-all = A reason for all findings of this rule, where they stand for the same one
approval-reason-for = Reason: { $subject }
approval-reason-more = { $n ->
    [one] { $n } more finding of this rule is not shown: the common reason holds for it.
   *[other] { $n } more findings of this rule are not shown: the common reason holds for them.
 }
approval-reason-missing = a reason is needed
approval-no-warnings = No warnings: nothing needs a reason.
approval-propose-note = What changes, and why
approval-propose-note-help = Those who decide will read it.

comments-title = Comments
comments-of = Comments: { $name }
comments-open = Open comments
comments-none = No open comments. A comment is written beside the element that it speaks of, or here about the whole document.
comments-whole = The whole document
comments-said = { $by }, { $when }, on revision { $revision }
comments-settled-by = Settled by { $by }, { $when }
comments-settled = { $n ->
    [one] { $n } settled comment
   *[other] { $n } settled comments
 }
comments-text = Comment
comments-add = Add the comment
comments-settle = Settle
comments-here = Comment on { $name }
comments-count = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
 }
comments-gone = the element is no longer in the text

documents-normative = Normative document
documents-normative-none = Nothing has been approved yet, so there is no normative document.
documents-normative-go = To approval
documents-approved = revision { $revision }, approved by { $by } on { $date }
documents-draft = Draft
documents-draft-of = revision { $revision }
documents-draft-same = the same as the normative one

document-approved = revision { $revision }, approved on { $date }
document-draft-of = draft of revision { $revision }, { $date }
document-draft-mark = draft
document-changes = Change sheet
document-reasons = Warnings that stand, with their reasons
sheet-agreed = agreed
sheet-returned = returned
sheet-changes-first = This is the first approval; there are no changes.
sheet-changes-none = The content has not changed since approved revision { $revision }.
sheet-changes-since = Changes since approved revision { $revision }.
table-approval = Approval
table-changes = Changes by section
table-reasons = Warnings and the reasons for which they stand
table-approvals = Stages of approval
report-approvals = Approval of the documents
report-approvals-empty = The department names who agrees to its documents and who approves them; until it does, whoever may approve decides.
col-stage = Stage
col-approves = Who decides
col-signed = Who
col-decision = Decision
col-note = Note
col-section = Section
col-changes = Changes
col-subject = About
col-reason = Reason

approval-error-errors = { $n ->
    [one] { $n } error stands in the way. Mend it: the page of findings lists it.
   *[other] { $n } errors stand in the way. Mend them: the page of findings lists them.
 }
approval-error-unreasoned = { $n ->
    [one] { $n } warning has no reason. Write it, or mend the finding.
   *[other] { $n } warnings have no reason. Write it, or mend the findings.
 }
approval-error-nobody-signs = Nobody signs in and approves for: { $names }. An administrator can link users who may approve to these people.
approval-error-empty-stage = Nobody is named at the stage “{ $stage }”. Name somebody, or remove the stage.
approval-error-no-approver = Nobody has the right to approve. An administrator gives the role.
approval-error-not-newer = Revision { $number } is not newer than the normative one: there is nothing to propose.
approval-error-another-open = A revision is being decided about already. Wait for the decision, or withdraw it.
approval-error-no-proposal = There is no proposal { $id }.
approval-error-closed = The proposal is closed already: { $state }.
approval-error-not-asked = You are not the one who is asked at this stage.
approval-error-decided = You have decided already; the others have yet to.
approval-error-own = What you proposed yourself you cannot approve alone while others may.
approval-error-no-note = Say what is to be mended: a revision is not returned without it.
approval-error-not-yours = A proposal is withdrawn by who made it, or by an administrator.
approval-error-no-element = There is no such element in the documents: { $element }.
approval-error-no-comment = There is no open comment { $id }: it may have been settled already.
approval-error-empty = The comment is empty.
approval-error-too-long = Too long: at most { $n } bytes are taken. Shorten the text.
approval-error-nothing-normative = No revision has been approved yet, so there is no normative document. The draft is printed without --revision.
cli-render-revision = Revision: normative or a number; without it, the texts of the folder as they are
