//! `reper user add NAME`, `reper user list` and `reper user key NAME`

use super::{path, store};
use crate::settings::Settings;
use anyhow::Result;
use app::keys::{KeyError, NewKey, make};
use app::{Act, AppError, Door, DoorSettings, NewUser, Role, Store, may};
use clap::ArgMatches;
use locale::t;
use std::io::BufRead;
use std::process::ExitCode;
use std::sync::Arc;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let Some((name, found)) = matches.subcommand() else { return Ok(ExitCode::from(2)) };
    let public = found.try_get_one::<String>("public").ok().flatten().cloned();
    let public = public.map(|public| public.trim_end_matches('/').to_owned());
    let store = store(&path(found, "data")).await?;
    let made = Arc::clone(&store);
    let door = Door::new(store, settings.clock, DoorSettings { public, ..DoorSettings::default() });
    match name {
        "add" => add(settings, found, &door).await,
        "key" => key(settings, found, &*made).await,
        _ => list(settings, &door).await,
    }
}

async fn add(settings: &Settings, matches: &ArgMatches, door: &Door) -> Result<ExitCode> {
    let lang = settings.lang;
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let act = Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() };
    let password = match matches.get_flag("password-stdin") {
        true => {
            let mut line = String::new();
            std::io::stdin().lock().read_line(&mut line)?;
            Some(line.trim_end_matches(['\r', '\n']).to_owned())
        }
        false => None,
    };
    let role = Role::of(&text("role")).unwrap_or(Role::Viewer);
    let linked = password.is_none();
    let new = NewUser {
        login: text("login"),
        name: text("name"),
        email: text("email"),
        role,
        person: None,
        password,
    };
    let user = door.add(&act, new).await?;
    let role = t!(lang, &format!("role-{}", role.word()));
    eprintln!("{}", t!(lang, "people-cli-added", login = user.login.as_str(), role = role));
    if linked {
        let secret = door.reset_link(&act, &user.login).await?;
        eprintln!("{}", t!(lang, "people-cli-link"));
        println!("{}", door.url(&format!("/join/{secret}")));
        if door.url("").is_empty() {
            eprintln!("{}", t!(lang, "people-cli-path"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes a key for a user; the key itself goes to stdout, once.
async fn key(settings: &Settings, matches: &ArgMatches, store: &dyn Store) -> Result<ExitCode> {
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let act = Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() };
    let user = store.user(&text("login")).await.map_err(AppError::from)?;
    let user = user.ok_or(AppError::Key(KeyError::NoOwner))?;
    let scopes = matches.get_many::<String>("scope").into_iter().flatten().cloned().collect();
    let new = NewKey { name: text("for"), scopes, days: matches.get_one::<u32>("days").copied() };
    let (secret, _) =
        make(store, settings.clock, &act, &user.login, |right| may(user.role, right), new).await?;
    eprintln!("{}", t!(settings.lang, "keys-once"));
    println!("{secret}");
    Ok(ExitCode::SUCCESS)
}

async fn list(settings: &Settings, door: &Door) -> Result<ExitCode> {
    let users = door.users().await?;
    if users.is_empty() {
        eprintln!("{}", t!(settings.lang, "people-cli-none"));
    }
    for user in users {
        let state = if user.active { "people-active" } else { "people-inactive" };
        let role = t!(settings.lang, &format!("role-{}", user.role.word()));
        println!("{}\t{}\t{role}\t{}\t{}", user.login, user.name, user.email, t!(settings.lang, state));
    }
    Ok(ExitCode::SUCCESS)
}
