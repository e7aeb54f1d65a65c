//! `listening.toml`: every source is listened to, every query has its route.

use super::Maker;
use super::text::Text;

const KINDS: &[&str] = &["social", "messenger", "video", "forum", "reviews", "news", "mail"];
const PURPOSES: &[&str] =
    &["listen", "answer", "listen", "answer", "listen", "answer", "listen", "answer", "clean_up"];

impl Maker {
    pub(super) fn listening(&mut self) -> String {
        let of = self.of;
        let mut text = Text::default();
        text.one("listening").text("summary", self.reason());
        text.raw("themes", format_args!("[\"{}\", \"{}\"]", self.thing(), self.thing()));
        for at in 0..of.sources {
            text.head("source", at).text("name", self.thing()).text("kind", KINDS[at % KINDS.len()]);
            text.text("url", format_args!("https://source-{}.example", at + 1));
        }
        for at in 0..of.queries {
            let words = format!("boiler AND (noise OR cold OR code-{})", at + 1);
            text.head("query", at).text("name", self.thing()).text("text", words);
            text.list("sources", "source", [at % of.sources, (at + 1) % of.sources]);
            text.text("purpose", PURPOSES[at % PURPOSES.len()]);
        }
        for at in 0..of.queries {
            text.head("route", at).text("name", self.work()).to("query", "query", at);
            text.to("to", "unit", self.neighbour(at)).to("person", "person", at % of.people);
            text.text("within", format_args!("{}h", 1 + self.random.below(24)));
        }
        text.done()
    }
}
