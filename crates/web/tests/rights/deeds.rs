//! Everything that can be done, each done once: the request that succeeds, and what must be there before.

/// Whose form, or which program's body, it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A form of a page.
    Form(&'static str),
    /// JSON.
    Json(&'static str),
    /// A file.
    File(&'static str),
}

/// What must be there before; its number or word stands in the place of `@`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Nothing,
    /// A proposal that is being decided about.
    Proposal,
    /// No proposal.
    NoProposal,
    /// A proposal of one's own.
    OwnProposal,
    Comment,
    /// A key of one's own.
    Key,
    Hook,
    /// Another user.
    User,
    /// An invitation.
    Link,
    /// A file that was sent.
    Upload,
    /// A file with figures that was sent.
    Figures,
    /// An import that has a name and an address.
    Named,
    /// A file with data.
    Data,
    /// A study that has an answer.
    Study,
    /// A figure of the KPI `k` that nobody has confirmed.
    Known,
    /// A target of the KPI `k` that was missed, and nothing has been opened for.
    Miss,
    /// A correction that runs.
    Run,
    /// A correction whose tasks are all done.
    Ready,
    /// A report that was asked for.
    Report,
    /// A finding that can be mended, and where it begins.
    Typo,
    /// A second session of one's own.
    Session,
    /// A password of one's own.
    Password,
}

/// A deed: method, route, the path that is asked, body, need, and whether the audit trail tells of it.
pub type Deed = (&'static str, &'static str, &'static str, Body, Need, bool);

use Body::{File, Form, Json};
use Need::*;

/// Each route that changes something, but those that are there before anybody has signed in.
pub const DEEDS: &[Deed] = &[
    // Texts: `#` is the newest revision.
    (
        "POST",
        "/edit/{table}",
        "/edit/about",
        Form("base=#&has=organisation&f.organisation=Best"),
        Nothing,
        true,
    ),
    ("POST", "/edit/{table}/{id}", "/edit/goal/a", Form("base=#&has=why&f.why=Because"), Nothing, true),
    ("POST", "/new/{table}", "/new/goal", Form("base=#&has=name&f.name=Fresh"), Nothing, true),
    ("POST", "/check/{table}", "/check/about", Form("base=#&has=name&f.name=New"), Nothing, false),
    ("POST", "/check/{table}/{id}", "/check/goal/a", Form("base=#&has=name&f.name=New"), Nothing, false),
    ("POST", "/move/{table}/{id}", "/move/goal/a", Form("base=#&to=down"), Nothing, true),
    ("POST", "/remove/{table}/{id}", "/remove/goal/b", Form("base=#"), Nothing, true),
    ("POST", "/undo", "/undo", Form("revision=#&back=/"), Nothing, true),
    ("POST", "/mend", "/mend", Form("base=#&file=sostac.toml&@&back=/"), Typo, true),
    ("POST", "/check-text/{file}", "/check-text/sostac.toml", Form("base=#&text="), Nothing, false),
    ("POST", "/text/{file}", "/text/listening.toml", Form("base=#&text=%23+here"), Nothing, true),
    ("POST", "/map", "/map", Form("base=#&cause=low&effect=high"), Nothing, true),
    ("POST", "/revisions/{number}/restore", "/revisions/1/restore", Form(""), Nothing, true),
    ("POST", "/import", "/import", File("id;name\nx;X\n"), Nothing, false),
    (
        "POST",
        "/import/{token}",
        "@",
        Form("base=#&kind=goal&for=goal&matching=id&c0=id&c1=name"),
        Upload,
        true,
    ),
    // Figures.
    ("POST", "/measurements/import", "/measurements/import", File("Date;k\n2026-03-31;5\n"), Nothing, false),
    (
        "POST",
        "/measurements/import/{token}",
        "@",
        Form("form=wide&of=wide&date=Date&h.1=k&c.1=k&do=import"),
        Figures,
        true,
    ),
    ("POST", "/kpis/close", "/kpis/close", Form("until=2026-01-31"), Nothing, true),
    ("POST", "/kpis/{id}/confirm", "/kpis/k/confirm", Form("from=2026-11-01&to=2026-11-30"), Known, true),
    ("POST", "/measurements/imports", "/measurements/imports", Form("name=a&url=&every=day"), Named, true),
    ("POST", "/measurements/imports/pull", "/measurements/imports/pull", Form("name=a"), Named, false),
    ("POST", "/measurements/imports/drop", "/measurements/imports/drop", Form("name=a"), Named, true),
    ("POST", "/measurements/enter", "/measurements/enter", Form("f.k.2026-01-31=5"), Nothing, true),
    // Corrections.
    ("POST", "/corrections", "/corrections", Form("kpi=k"), Miss, true),
    ("POST", "/corrections/{id}/begin", "/corrections/@/begin", Form(""), Run, true),
    (
        "POST",
        "/corrections/{id}/task",
        "/corrections/@/task",
        Form("text=Call&owner=&due=2026-12-31"),
        Run,
        true,
    ),
    ("POST", "/corrections/{id}/task/{number}", "/corrections/@/task/0", Form("text="), Run, true),
    ("POST", "/corrections/{id}/note", "/corrections/@/note", Form("text=Hm"), Run, true),
    ("POST", "/corrections/{id}/close", "/corrections/@/close", Form("text=Better"), Ready, true),
    ("POST", "/corrections/{id}/withdraw", "/corrections/@/withdraw", Form("text=A+slip"), Run, true),
    // What if, and reports.
    ("POST", "/what-if", "/what-if", Form("base=2&kpi=k&kpi.k.tolerance=7%25&note=Try"), Nothing, true),
    ("POST", "/control/reports", "/control/reports", Form("on=2026-10-31&lang=ru"), Nothing, true),
    ("POST", "/control/reports/schedule", "/control/reports/schedule", Form("day=3&lang=en"), Nothing, true),
    ("POST", "/control/reports/{id}/drop", "/control/reports/@/drop", Form(""), Report, true),
    (
        "POST",
        "/api/v1/what-if",
        "/api/v1/what-if",
        Json(r#"{"elements":{"kpi.k":{"tolerance":"7%"}}}"#),
        Nothing,
        false,
    ),
    ("POST", "/api/v1/corrections", "/api/v1/corrections", Json(r#"{"kpi":"k"}"#), Miss, true),
    (
        "POST",
        "/api/v1/corrections/{id}/steps",
        "/api/v1/corrections/@/steps",
        Json(r#"{"step":"note","text":"Hm"}"#),
        Run,
        true,
    ),
    (
        "POST",
        "/api/v1/corrections/{id}/withdraw",
        "/api/v1/corrections/@/withdraw",
        Json(r#"{"text":"A slip"}"#),
        Run,
        true,
    ),
    (
        "POST",
        "/api/v1/reports",
        "/api/v1/reports",
        Json(r#"{"on":"2026-10-31","langs":["ru"]}"#),
        Nothing,
        true,
    ),
    // Data and studies.
    ("POST", "/data", "/data", File("x,y\n1,2\n2,5\n3,6\n"), Nothing, true),
    ("POST", "/data/remove", "/data/remove", Form("name=a.csv"), Data, true),
    ("POST", "/ask", "/ask", Form("data=a.csv&method=describe&name=What+is+there"), Data, true),
    ("POST", "/studies/{id}/accept", "/studies/s/accept", Form(""), Study, true),
    // What is said and decided.
    ("POST", "/comments", "/comments", Form("element=goal.a&revision=#&text=Well&back=/"), Nothing, true),
    ("POST", "/comments/{id}/settle", "/comments/@/settle", Form("back=/"), Comment, true),
    ("POST", "/approval/propose", "/approval/propose", Form("revision=#&note=So"), NoProposal, true),
    ("POST", "/approval/{id}/agree", "/approval/@/agree", Form("note="), Proposal, true),
    ("POST", "/approval/{id}/return", "/approval/@/return", Form("note=No"), Proposal, true),
    ("POST", "/approval/{id}/withdraw", "/approval/@/withdraw", Form(""), OwnProposal, true),
    // One's own.
    ("POST", "/calendar", "/calendar", Form(""), Nothing, true),
    ("POST", "/calendar/close", "/calendar/close", Form(""), Nothing, true),
    ("POST", "/keys", "/keys", Form("name=mine&scope=read"), Nothing, true),
    ("POST", "/keys/{id}/end", "/keys/@/end", Form(""), Key, true),
    ("POST", "/account", "/account", Form("name=Another"), Nothing, true),
    (
        "POST",
        "/account/password",
        "/account/password",
        Form("present=correct+horse+battery&password=another+horse+battery&again=another+horse+battery"),
        Password,
        true,
    ),
    ("POST", "/account/sessions", "/account/sessions", Form(""), Session, true),
    ("POST", "/account/sessions/{hash}", "/account/sessions/@", Form(""), Session, true),
    ("POST", "/sign-out", "/sign-out", Form(""), Nothing, true),
    // What administrators do.
    ("POST", "/hooks/hosts", "/hooks/hosts", Form("hosts=chat.example.com"), Nothing, true),
    ("POST", "/hooks", "/hooks", Form("url=https%3A%2F%2Fexample.com%2F&event=approval"), Nothing, true),
    ("POST", "/hooks/{id}/test", "/hooks/@/test", Form(""), Hook, false),
    ("POST", "/hooks/{id}/pause", "/hooks/@/pause", Form("active="), Hook, true),
    ("POST", "/hooks/{id}/remove", "/hooks/@/remove", Form(""), Hook, true),
    ("POST", "/users/invite", "/users/invite", Form("login=guest&role=viewer"), Nothing, true),
    ("POST", "/users/links/{hash}/end", "/users/links/@/end", Form(""), Link, true),
    ("POST", "/users/{login}", "/users/@", Form("name=Renamed&role=author&active=on"), User, true),
    ("POST", "/users/{login}/password", "/users/@/password", Form(""), User, true),
    ("POST", "/users/{login}/sessions", "/users/@/sessions", Form(""), User, true),
    // Programs.
    (
        "PATCH",
        "/api/v1/tables/{table}",
        "/api/v1/tables/about",
        Json(r#"{"fields":{"organisation":"Good"}}"#),
        Nothing,
        true,
    ),
    (
        "POST",
        "/api/v1/elements/{kind}",
        "/api/v1/elements/goal",
        Json(r#"{"fields":{"name":"More"}}"#),
        Nothing,
        true,
    ),
    (
        "PATCH",
        "/api/v1/elements/{kind}/{id}",
        "/api/v1/elements/goal/a",
        Json(r#"{"fields":{"why":"So"}}"#),
        Nothing,
        true,
    ),
    (
        "POST",
        "/api/v1/elements/{kind}/{id}/move",
        "/api/v1/elements/goal/b/move",
        Json(r#"{"before":"a"}"#),
        Nothing,
        true,
    ),
    (
        "POST",
        "/api/v1/elements/{kind}/{id}/rename",
        "/api/v1/elements/goal/b/rename",
        Json(r#"{"to":"c"}"#),
        Nothing,
        true,
    ),
    ("DELETE", "/api/v1/elements/{kind}/{id}", "/api/v1/elements/goal/b", Json(""), Nothing, true),
    (
        "PUT",
        "/api/v1/texts",
        "/api/v1/texts",
        Json(r#"{"files":[{"path":"listening.toml","text":"x = 1"}]}"#),
        Nothing,
        true,
    ),
    ("PUT", "/api/v1/texts/{*path}", "/api/v1/texts/listening.toml", Json("# there"), Nothing, true),
    (
        "POST",
        "/api/v1/findings/mend",
        "/api/v1/findings/mend",
        Json(r#"{"revision":#,"file":"sostac.toml",@}"#),
        Typo,
        true,
    ),
    ("POST", "/api/v1/check", "/api/v1/check", Json(r#"{"files":[]}"#), Nothing, false),
    ("POST", "/api/v1/revisions/{number}/restore", "/api/v1/revisions/1/restore", Json(""), Nothing, true),
    (
        "POST",
        "/api/v1/measurements",
        "/api/v1/measurements",
        Json(r#"{"source":"crm","rows":[{"kpi":"k","date":"2026-11-20","value":4}]}"#),
        Nothing,
        true,
    ),
    (
        "POST",
        "/api/v1/proposals",
        "/api/v1/proposals",
        Json(r#"{"revision":#,"note":"So"}"#),
        NoProposal,
        true,
    ),
    (
        "POST",
        "/api/v1/proposals/{id}/decisions",
        "/api/v1/proposals/@/decisions",
        Json(r#"{"agreed":true}"#),
        Proposal,
        true,
    ),
    ("POST", "/api/v1/proposals/{id}/withdraw", "/api/v1/proposals/@/withdraw", Json(""), OwnProposal, true),
    ("POST", "/api/v1/comments", "/api/v1/comments", Json(r#"{"text":"Well"}"#), Nothing, true),
    ("POST", "/api/v1/comments/{id}/settle", "/api/v1/comments/@/settle", Json(""), Comment, true),
    ("POST", "/api/v1/keys", "/api/v1/keys", Json(r#"{"name":"more","scopes":["read"]}"#), Nothing, true),
    ("DELETE", "/api/v1/keys/{id}", "/api/v1/keys/@", Json(""), Key, true),
    (
        "POST",
        "/api/v1/users",
        "/api/v1/users",
        Json(r#"{"login":"new.one","name":"New","role":"viewer"}"#),
        Nothing,
        true,
    ),
    ("PATCH", "/api/v1/users/{login}", "/api/v1/users/@", Json(r#"{"name":"Once more"}"#), User, true),
    ("POST", "/api/v1/users/{login}/password-link", "/api/v1/users/@/password-link", Json(""), User, true),
    (
        "POST",
        "/api/v1/invitations",
        "/api/v1/invitations",
        Json(r#"{"login":"guest.two","role":"viewer"}"#),
        Nothing,
        true,
    ),
    ("DELETE", "/api/v1/invitations/{id}", "/api/v1/invitations/@", Json(""), Link, true),
    ("POST", "/api/v1/backup", "/api/v1/backup", Json(""), Nothing, true),
    (
        "POST",
        "/api/v1/hooks",
        "/api/v1/hooks",
        Json(r#"{"url":"https://example.com/","events":["approval"]}"#),
        Nothing,
        true,
    ),
    ("PATCH", "/api/v1/hooks/{id}", "/api/v1/hooks/@", Json(r#"{"active":false}"#), Hook, true),
    ("POST", "/api/v1/hooks/{id}/test", "/api/v1/hooks/@/test", Json(""), Hook, false),
    ("DELETE", "/api/v1/hooks/{id}", "/api/v1/hooks/@", Json(""), Hook, true),
];

/// What is done with a code that changes every half-minute is tried where the codes are made (`app`, `second_factor`).
pub const ELSEWHERE: &[&str] = &[
    "/account/second-factor",
    "/account/second-factor/off",
    "/account/second-factor/codes",
    "/users/{login}/second-factor",
];
