//! What a picture offers on a page besides being looked at: parts that lead somewhere and say what they stand for.

use crate::draw::{Picture, escape};
use crate::text;
use std::fmt::Write;

impl Picture {
    /// What `draw` draws, leading to `href`; `class` and `data` tell a script what it is. An empty `href` leads nowhere:
    /// then only `name` shows under the pointer. What bears its own words is called by them and has no `name`.
    pub fn linked(
        &mut self,
        (class, href): (&str, &str),
        name: &str,
        data: &[(&str, &str)],
        draw: impl FnOnce(&mut Self),
    ) {
        match (href, name) {
            ("", "") => return draw(self),
            ("", name) => return self.titled(name, draw),
            _ => {}
        }
        let name = escape(&text::clean(name));
        let _ = write!(self.body, r#"<a class="{class}" href="{}""#, escape(&text::clean(href)));
        if !name.is_empty() {
            let _ = write!(self.body, r#" aria-label="{name}""#);
        }
        for (key, value) in data {
            let _ = write!(self.body, r#" data-{key}="{}""#, escape(&text::clean(value)));
        }
        self.body.push('>');
        if !name.is_empty() {
            let _ = write!(self.body, "<title>{name}</title>");
        }
        draw(self);
        self.body.push_str("</a>");
    }

    /// As [`Picture::finish`], for a picture whose parts lead somewhere: they are read one by one, and not as one image.
    pub fn finish_live(self, size: (f64, f64), title: &str, data: &[(&str, String)]) -> String {
        let svg = self.finish(size, title, "");
        let said =
            |(key, value): &(&str, String)| format!(r#" data-{key}="{}""#, escape(&text::clean(value)));
        let data: String = data.iter().map(said).collect();
        svg.replacen(r#"role="img""#, &format!(r#"role="group"{data}"#), 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::draw::Picture;

    #[test]
    fn what_leads_nowhere_is_no_link() {
        let mut picture = Picture::default();
        picture.linked(("bar", ""), "a", &[], |_| {});
        picture.linked(("bar", "/x?a=1&b"), "<b>", &[("id", "\"")], |_| {});
        let svg = picture.finish_live((1.0, 1.0), "t", &[("from", "2026-01-01".to_owned())]);
        assert_eq!(svg.matches("<a ").count(), 1);
        assert!(svg.contains(r#"href="/x?a=1&amp;b" aria-label="&lt;b&gt;" data-id="&quot;""#), "{svg}");
        assert!(svg.contains(r#"role="group" data-from="2026-01-01""#));
    }
}
