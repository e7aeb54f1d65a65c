//! What stands around the sections: title page, contents, approval sheet.

use crate::body::Body;
use crate::paper::field;
use crate::runs::{bookmark, run};
use crate::table;
use locale::t;
use report::{Document, Section};

/// Headings down to this level stand in the contents.
const CONTENTS: usize = 2;

/// The title page: who approves it, whose it is, what it is.
pub(crate) fn title_page(body: &mut Body, document: &Document) {
    let lang = document.lang;
    let (post, name) = &document.approver;
    let blank = "_".repeat(26);
    let lines = [
        t!(lang, "document-approve"),
        if post.is_empty() { blank.clone() } else { post.clone() },
        format!("______________ {}", if name.is_empty() { "______________" } else { name }),
        document.approved.map_or_else(|| t!(lang, "document-approve-date"), |day| locale::date(lang, day)),
    ];
    if document.draft {
        body.paragraph("DraftMark", &run("", &t!(lang, "document-draft-mark").to_uppercase()));
    }
    for line in lines.iter().filter(|_| document.normative) {
        body.paragraph("Approval", &run("", line));
    }
    body.paragraph("TitleGap", "");
    for line in [&document.organisation, &document.department] {
        if !line.is_empty() {
            body.paragraph("Organisation", &run("", line));
        }
    }
    body.paragraph("Title", &run("", &document.title));
    body.paragraph("Subtitle", &run("", &t!(lang, &format!("document-subtitle-{}", document.name))));
    body.paragraph("Subtitle", &run("", &document.revision));
    if let Some(note) = &document.note {
        body.paragraph("TitleNote", &run("Muted", note));
    }
}

/// The contents: a field, filled in already but for the pages, which only who sets the type can know.
pub(crate) fn contents(body: &mut Body, document: &Document) {
    body.paragraph("ContentsHeading", &run("", &t!(document.lang, "document-contents")));
    let mut lines = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        gather(body, section, 1, &(at + 1).to_string(), &mut lines);
    }
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r>\
                 <w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let last = lines.len().saturating_sub(1);
    for (at, (level, line)) in lines.iter().enumerate() {
        let (begin, end) = (if at == 0 { begin } else { "" }, if at == last { end } else { "" });
        body.paragraph(&format!("TOC{level}"), &format!("{begin}{line}{end}"));
    }
}

fn gather(body: &Body, section: &Section, level: usize, number: &str, lines: &mut Vec<(usize, String)>) {
    let words =
        format!("{}<w:r><w:tab/></w:r>{}<w:r><w:tab/></w:r>", run("", number), run("", &section.title));
    let line = match body.anchors.get(&section.id) {
        Some(anchor) => {
            let anchor = bookmark(*anchor);
            let page = field(&format!("PAGEREF {anchor} \\h"), "");
            format!("<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{words}{page}</w:hyperlink>")
        }
        None => words,
    };
    lines.push((level, line));
    if level < CONTENTS {
        for (at, inner) in section.sections.iter().enumerate() {
            gather(body, inner, level + 1, &format!("{number}.{}", at + 1), lines);
        }
    }
}

/// The approval sheet: who is asked to agree, and lines for those who are not named yet.
pub(crate) fn sheet(body: &mut Body, document: &Document) {
    body.upright();
    let say = |key: &str| t!(document.lang, key);
    body.paragraph("SheetHeading", &run("", &say("document-sheet")));
    let heads = ["post", "name", "signature", "date"].map(|head| say(&format!("document-sheet-{head}")));
    let named = document
        .agreed
        .iter()
        .map(|(unit, head)| vec![unit.clone(), head.clone(), String::new(), String::new()]);
    let rows: Vec<_> = named.chain(std::iter::repeat_n(vec![String::new(); 4], 3)).collect();
    body.put(&table::sheet(&heads, &[4, 3, 2, 2], &rows));
}
