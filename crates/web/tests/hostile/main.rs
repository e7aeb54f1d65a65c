//! Hostile text in every field, by the forms that people have, and then every page: nowhere does it stand for more than
//! itself, and it does stand there.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod house;
mod html;
mod pages;
mod text;

use department::Kind;
use house::House;
use locale::Lang;
use pages::Seen;
use text::{IDS, form, hostile, marked, unfit};

/// The codes of all rules that can be weighed otherwise.
fn codes() -> Vec<&'static str> {
    department::rules::all().map(|rule| rule.code).filter(|code| !code.starts_with("TX")).collect()
}

/// All rules warn: what has errors is not proposed.
fn warning() -> String {
    codes().iter().fold("[rules]\n".to_owned(), |text, code| text + &format!("{code} = \"warning\"\n"))
}

/// Every field of every table, by its form.
async fn write_all(house: &House) -> u64 {
    let mut base = 0;
    let first = house.post("/text/department.toml", &[("base", "0"), ("text", &warning())]).await;
    assert!(first.status.is_redirection(), "{} {}", first.status, first.text);
    for (_, table, fields) in
        department::model::schema().into_iter().filter(|(_, table, _)| *table != "rules")
    {
        let keyed = Kind::ALL.iter().any(|kind| kind.key() == table);
        for id in IDS.into_iter().take(if keyed { 2 } else { 1 }) {
            base += 1;
            let form = form(table, id, fields);
            let mut pairs: Vec<(&str, &str)> = form.iter().map(|(name, text)| (&**name, &**text)).collect();
            let (number, note) = (base.to_string(), hostile("note"));
            pairs.extend([("base", &*number), ("note", &*note), ("id", id)]);
            let path = if keyed { format!("/new/{table}") } else { format!("/edit/{table}") };
            let saved = house.post(&path, &pairs).await;
            let told = format!("{path}: {} {}", saved.status, saved.text);
            assert!(saved.status.is_redirection() && saved.location.contains("saved="), "{told}");
        }
    }
    base + 1
}

#[tokio::test]
async fn hostile_text_is_text_on_every_page() {
    let house = House::new().await;
    let head = write_all(&house).await;
    let mut seen = Seen::default();
    let number = head.to_string();

    // What people say of it.
    let said = hostile("comment");
    for element in ["goal.zq1", "kpi.zq2", ""] {
        let form =
            [("element", element), ("revision", &*number), ("text", &said), ("back", "javascript:zq()")];
        let done = house.post("/comments", &form).await;
        assert_eq!((done.status.as_u16(), &*done.location), (303, "/"), "{element} {}", done.text);
    }
    let (note, reason) = (hostile("wish"), hostile("reason"));
    let unfounded = house.post("/approval/propose", &[("revision", &number), ("note", &note)]).await;
    seen.answer("proposed without reasons", &unfounded);
    let names: Vec<String> = codes().iter().map(|code| format!("all.{code}")).collect();
    let mut wish = vec![("revision", &*number), ("note", &*note)];
    wish.extend(names.iter().map(|name| (&**name, &*reason)));
    let proposed = house.post("/approval/propose", &wish).await;
    assert!(proposed.status.is_redirection(), "{}", proposed.text);
    pages::walk(&house, &mut seen, &["/approval", "/approval/{id}", "/", "/audit"]).await;
    let returned = house.post("/approval/1/return", &[("note", &hostile("returned"))]).await;
    assert!(returned.status.is_redirection(), "{}", returned.text);

    // What administrators and programs write.
    for (path, form) in [
        ("/keys", [("name", hostile("key")), ("scope", "read".to_owned())]),
        (
            "/hooks",
            [("url", format!("https://example.com/?{}", hostile("hook"))), ("event", "error".to_owned())],
        ),
        ("/hooks", [("url", format!("javascript:{}", hostile("hook"))), ("event", hostile("event"))]),
        ("/hooks/hosts", [("hosts", hostile("hosts")), ("x", String::new())]),
        ("/users/invite", [("login", hostile("login")), ("email", hostile("email"))]),
        ("/account", [("name", hostile("account")), ("x", String::new())]),
        ("/users/root", [("name", hostile("renamed")), ("email", hostile("email"))]),
        ("/edit/about", [("base", number.clone()), ("f.weights", hostile("weights"))]),
        ("/edit/goal/zq1", [("base", number.clone()), ("f.due", hostile("due"))]),
        ("/new/goal", [("id", hostile("id")), ("base", number.clone())]),
        ("/check/goal/zq1", [("base", number.clone()), ("f.due", hostile("due"))]),
        ("/map", [("from", hostile("from")), ("to", hostile("to"))]),
        ("/text/sostac.toml", [("base", "1".to_owned()), ("text", hostile("text"))]),
        ("/check-text/sostac.toml", [("base", number.clone()), ("text", hostile("text"))]),
    ] {
        let pairs = form.each_ref().map(|(name, text)| (*name, &**text));
        seen.answer(
            path,
            &house.post(path, &[&pairs[..], &[("has", "due"), ("has", "weights")]].concat()).await,
        );
    }
    for (path, field) in [("/sign-in", "login"), ("/join/x", "name"), ("/sign-in/code", "code")] {
        let form = [(field, &*hostile("outside")), ("password", "x"), ("back", "javascript:zq()")];
        seen.answer(path, &house.outside(path, Some(&form)).await);
        seen.answer(
            path,
            &house.outside(&format!("{path}?back={}", house::percent(&hostile("back"))), None).await,
        );
    }

    // Rows of a table, and figures.
    let cell = format!("\"{}\"", hostile("cell").replace('"', "\"\""));
    let rows = format!("id;{cell}\n{cell};{cell}\nnew;{cell}\n");
    let sent = house.upload(&format!("{}.csv", hostile("file")), &rows).await;
    assert!(sent.status.is_redirection(), "{}", sent.text);
    for mapping in [
        "",
        "?kind=action&for=action&matching=id&c0=id&c1=name",
        "?kind=action&for=action&c0=owner&c1=budget",
    ] {
        seen.answer("/import/{token}", &house.get(&format!("{}{mapping}", sent.location), Lang::Ru).await);
    }
    let mapping =
        [("base", &*number), ("kind", "action"), ("for", "action"), ("matching", "id"), ("c0", "id")];
    let name = "mapping zq<b>\"' x";
    let apply = [&mapping[..], &[("c1", "name"), ("leave", "on"), ("remember", name)]].concat();
    seen.answer("/import/{token}", &house.post(&sent.location, &apply).await);
    let again = house.upload("again.csv", &rows).await;
    seen.answer("/import/{token}", &house.get(&again.location, Lang::Ru).await);
    // The same rows taken for figures, with what is said of their cells.
    let figures = again.location.replacen("/import", "/measurements/import", 1);
    seen.answer("/measurements/import/{token}", &house.get(&figures, Lang::Ru).await);
    let said = hostile("mend");
    for form in ["wide", "long", "across"] {
        let pairs = [
            ("form", form),
            ("of", form),
            ("date", "#1"),
            ("name", "#2"),
            ("value", "#1"),
            ("h.1", "#2"),
            ("c.1", "zq1"),
            ("n.1", &*said),
            ("k.1", "zq1"),
            ("year", &*said),
            ("m.2.0", &*said),
            ("m.0.1", &*said),
            ("s.3", "1"),
            ("do", "import"),
            ("leave", "1"),
            ("remember", &*said),
        ];
        seen.answer("/measurements/import/{token}", &house.post(&figures, &pairs).await);
    }
    let typed = [("f.zq1.2026-10-31", &*hostile("typed")), ("f..", "1"), ("k", "1")];
    seen.answer("/measurements/enter", &house.post("/measurements/enter", &typed).await);
    let named = [("name", &*said), ("url", &*said), ("every", &*said)];
    seen.answer("/measurements/imports", &house.post("/measurements/imports", &named).await);
    pages::figures(&house).await;

    pages::walk(&house, &mut seen, &[]).await;
    let fields: Vec<String> =
        department::model::schema().iter().flat_map(|(_, table, fields)| marked(table, fields)).collect();
    assert!(fields.len() > 70, "{}", fields.len());
    seen.holds(fields.iter().map(|field| &**field));
    seen.holds([
        "comment", "wish", "reason", "returned", "user", "key", "hook", "note", "cell", "file", "outside",
        "mapping", "source",
    ]);

    // Words that are no ids, and texts where figures and references belong.
    for file in department::FILES {
        let head = store::Revisions::head(&*house.store).await.unwrap();
        let texts = store::Revisions::texts(&*house.store, head).await.unwrap().unwrap();
        let text = String::from_utf8_lossy(texts.get(file).unwrap_or_default()).into_owned();
        let text = if *file == "department.toml" { text.replace(&warning(), "") } else { text };
        let form = [("base", &*head.to_string()), ("text", &*format!("{text}\n{}", unfit(file)))];
        let saved = house.post(&format!("/text/{file}"), &form).await;
        assert!(saved.status.is_redirection(), "{file}: {}", saved.text);
    }
    let mut seen = Seen { faults: seen.faults, ..Seen::default() };
    pages::walk(&house, &mut seen, &[]).await;
    seen.holds(["id"]);
    assert!(seen.faults.is_empty(), "{} faults:\n{}", seen.faults.len(), seen.faults.join("\n"));
}
