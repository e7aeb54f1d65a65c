//! `cargo xtask bench desk [SECONDS]`: what a full desk costs. Fifty people at a department of 10,000 elements ask for 300
//! pages a second, every tenth of them a save, and after it the page that it leads to. Nobody waits for anybody: a request's time counts from when it was due.

use super::browser::{Browser, between};
use super::server::{PASSWORD, Server, build};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const ELEMENTS: usize = 10_000;
const USERS: u32 = 50;
const EACH_SECOND: u32 = 300;

/// What is read, and how often among twenty readings.
const READ: &[(&str, u32)] = &[
    ("/", 4),
    ("/objectives", 1),
    ("/actions", 2),
    ("/control", 1),
    ("/scorecard", 1),
    ("/kpis", 2),
    ("/findings", 1),
    ("/revisions", 2),
    ("/search?q=reply", 2),
    ("/documents", 1),
    ("/edit/goal", 3),
];

/// Measures for so many seconds.
pub fn desk(seconds: u64) -> Result<()> {
    build()?;
    let folder = Path::new("target/bench/desk");
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for (path, text) in demo::generated(ELEMENTS, 1) {
        fs::write(folder.join(path), text)?;
    }
    let mut server = Server::start(folder, USERS)?;
    let told = played(&server.address, seconds);
    let memory = server.memory();
    server.child.kill()?;
    let told = told?;
    println!("{ELEMENTS} elements, {USERS} users, {EACH_SECOND} requests a second for {seconds} s");
    println!("what                 count   p50 ms   p99 ms   most ms");
    let mut all = Vec::new();
    for (what, mut times) in told {
        all.extend_from_slice(&times);
        line(&what, &mut times);
    }
    line("all", &mut all);
    println!("the server's memory, at most: {memory} MB");
    Ok(())
}

fn line(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{what:18} {:8}  {:7.1}  {:7.1}   {:7.1}", times.len(), at(0.5), at(0.99), at(1.0));
}

type Times = BTreeMap<String, Vec<f64>>;

/// Everybody at once; the times in milliseconds by what was asked.
fn played(address: &str, seconds: u64) -> Result<Times> {
    let mut browsers = Vec::new();
    for user in 0..USERS {
        browsers.push(Browser::sign_in(address, &format!("user{user}"), PASSWORD)?);
    }
    let began = Instant::now() + Duration::from_millis(200);
    let each: Vec<Result<Times>> = std::thread::scope(|threads| {
        let users = (0u32..).zip(browsers);
        let users: Vec<_> = users
            .map(|(user, browser)| threads.spawn(move || user_day(user, browser, began, seconds)))
            .collect();
        users.into_iter().map(|user| user.join().unwrap_or_else(|_| bail!("a user broke down"))).collect()
    });
    let mut all = Times::new();
    for times in each {
        times?.into_iter().for_each(|(what, times)| all.entry(what).or_default().extend(times));
    }
    Ok(all)
}

/// One user's requests, each at its time.
fn user_day(user: u32, mut browser: Browser, began: Instant, seconds: u64) -> Result<Times> {
    let pause = Duration::from_secs(1) * USERS / EACH_SECOND;
    let mut times = Times::new();
    let (mut goal, mut followed) = (form(&mut browser, user)?, false);
    let reads: Vec<&str> = READ.iter().flat_map(|(path, times)| vec![*path; *times as usize]).collect();
    for number in 0u32.. {
        let due = began + pause * number + pause * user / USERS;
        if due.duration_since(began) > Duration::from_secs(seconds) {
            break;
        }
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        // After a save a browser goes where it is led at once; that page is its next reading.
        if followed {
            followed = false;
            continue;
        }
        let save = (number + user).is_multiple_of(10);
        let path = reads[(number as usize * 7 + user as usize * 3) % reads.len()];
        let answer = match save {
            true => browser
                .post(&goal.path, &format!("base={}&has=why&f.why=Because+{user}+{number}", goal.base))?,
            false => browser.get(path)?,
        };
        let spent = due.elapsed().as_secs_f64() * 1e3;
        if answer.status != if save { 303 } else { 200 } {
            bail!("{} {path}: {}", answer.status, if save { &goal.path } else { path });
        }
        if let Some((_, saved)) = answer.location.split_once("saved=") {
            goal.base = saved.parse()?;
        }
        let what = if save { "a save" } else { path };
        times.entry(what.to_owned()).or_default().push(spent);
        if save {
            let asked = Instant::now();
            let page = browser.get(&answer.location)?;
            if page.status != 200 {
                bail!("{} {}", page.status, answer.location);
            }
            let spent = asked.elapsed().as_secs_f64() * 1e3;
            times.entry("the page after it".to_owned()).or_default().push(spent);
            followed = true;
        }
    }
    Ok(times)
}

/// A goal of a user's own, and the revision that its form was opened at.
struct Goal {
    path: String,
    base: u64,
}

fn form(browser: &mut Browser, user: u32) -> Result<Goal> {
    let list = browser.get("/edit/goal")?.body;
    let goals: Vec<&str> =
        list.split("href=\"/edit/goal/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let goal = goals.get(user as usize % goals.len().max(1)).context("no goals")?;
    let path = format!("/edit/goal/{goal}");
    let page = browser.get(&path)?.body;
    let base = between(&page, "name=\"base\" value=\"").context("a form without a revision")?;
    Ok(Goal { base: base.parse()?, path })
}
