//! HTML as a browser's tokenizer sees it, as far as hostile text can come through.

use crate::text::MARK;

/// What is wrong with a page: text that stands for more than itself, and addresses that run something.
pub fn faults(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    for raw in ["<", "\"", "'"] {
        let whole = format!("{MARK}{raw}");
        all.extend(html.match_indices(&whole).map(|(at, _)| format!("unescaped: {}", around(html, at))));
    }
    for (at, tag) in tags(html) {
        for (name, value) in attributes(tag) {
            let name = name.to_lowercase();
            if name.starts_with("on") || name.contains(MARK) {
                all.push(format!("attribute {name}: {}", around(html, at)));
            }
            let leads = ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"];
            let scheme: String = plain(value).chars().filter(|sign| *sign > ' ').collect();
            let runs = ["javascript:", "data:", "vbscript:"];
            if leads.contains(&&*name) && runs.iter().any(|run| scheme.to_lowercase().starts_with(run)) {
                all.push(format!("{name} runs: {}", around(html, at)));
            }
        }
    }
    all
}

fn around(html: &str, at: usize) -> String {
    html[at..].chars().take(160).collect()
}

/// The insides of tags, each with its place; what stands in quotes ends no tag.
fn tags(html: &str) -> Vec<(usize, &str)> {
    let (mut all, mut from) = (Vec::new(), 0);
    while let Some(at) = html[from..].find('<').map(|at| from + at) {
        let (mut quote, mut end) = (None, html.len());
        for (place, sign) in html[at..].char_indices() {
            match (quote, sign) {
                (Some(open), sign) if open == sign => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(sign),
                (None, '>') => {
                    end = at + place;
                    break;
                }
                _ => {}
            }
        }
        all.push((at, &html[at + 1..end]));
        from = end.max(at + 1);
    }
    all
}

/// The attributes of a tag, without their quotes.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    let mut rest = tag.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    while let Some((name, value)) = rest.split_once('=') {
        let name = name.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
        let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        all.push((name, value));
        rest = after;
    }
    all
}

/// An attribute's value as the browser understands it.
fn plain(value: &str) -> String {
    let named =
        [("&quot;", "\""), ("&#39;", "'"), ("&#34;", "\""), ("&#60;", "<"), ("&#58;", ":"), ("&amp;", "&")];
    named.iter().fold(value.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn what_would_run_is_noticed() {
    for bad in [
        format!("<p>{MARK}<script></p>"),
        format!("<input value=\"{MARK}\" onfocus=\"x()\">"),
        "<a class=x href=' JavaScript&#58;alert(1)'>x</a>".to_owned(),
        "<img src=\"data:image/svg+xml,x\">".to_owned(),
        "<svg><a xlink:href=\"java\nscript:x\"></a></svg>".to_owned(),
        "<img src=x onerror=x()>".to_owned(),
    ] {
        assert!(!faults(&bad).is_empty(), "{bad}");
    }
    let good = format!("<a href=\"/x?a=javascript:\" title=\"a > b on=1\">{MARK}&lt;&quot; onclick=</a>");
    assert_eq!(faults(&good), Vec::<String>::new());
}
