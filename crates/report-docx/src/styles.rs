//! The styles that a document is set in; whoever edits it changes them once and sees it everywhere.

use crate::paper::twips;
use crate::xml::{HEAD, SPACES};
use locale::Lang;
use std::fmt::Write;

const INK: &str = "1D2733";
const GREY: &str = "5C6B7A";
const SANS: &str =
    "<w:rFonts w:ascii=\"PT Sans\" w:hAnsi=\"PT Sans\" w:cs=\"PT Sans\" w:eastAsia=\"PT Sans\"/>";
const SERIF: &str =
    "<w:rFonts w:ascii=\"PT Serif\" w:hAnsi=\"PT Serif\" w:cs=\"PT Serif\" w:eastAsia=\"PT Serif\"/>";

/// A paragraph style: its id, its name, what it is based on, its paragraph's and its words' properties.
type Style<'a> = (&'a str, &'a str, &'a str, String, String);

/// Words in sans, of a size in half points and a colour.
fn sans(half_points: u32, colour: &str, more: &str) -> String {
    format!(
        "{SANS}{more}<w:color w:val=\"{colour}\"/><w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>"
    )
}

fn space(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"252\" w:lineRule=\"auto\"/>")
}

/// The language of a document as Word writes it.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "ru-RU",
        Lang::En => "en-GB",
    }
}

pub(crate) fn styles(lang: Lang) -> String {
    let mut out = format!(
        "{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:color w:val=\"{INK}\"/>\
         <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         </w:style><w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
         <w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>",
        space(0, 0),
        tag = tag(lang),
    );
    for (id, name, based, paragraph, words) in headings().into_iter().chain(text()).chain(title()) {
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"{based}\"/><w:next w:val=\"{}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>\
             <w:rPr>{words}</w:rPr></w:style>",
            if id.starts_with("Heading") || id.to_lowercase().ends_with("heading") { "BodyText" } else { id },
        );
    }
    out.push_str(&characters());
    out.push_str(&tables());
    out + "</w:styles>"
}

fn headings() -> Vec<Style<'static>> {
    let sizes = [(34, 0, 240), (25, 360, 160), (22, 280, 120), (21, 240, 100)];
    let names = [
        ("Heading1", "heading 1"),
        ("Heading2", "heading 2"),
        ("Heading3", "heading 3"),
        ("Heading4", "heading 4"),
    ];
    let mut all = Vec::new();
    for (at, ((size, before, after), (id, name))) in sizes.into_iter().zip(names).enumerate() {
        let page = if at == 0 { "<w:pageBreakBefore/>" } else { "" };
        let paragraph = format!(
            "<w:keepNext/><w:keepLines/>{page}<w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"1\"/></w:numPr>\
             <w:suppressAutoHyphens/>{}<w:outlineLvl w:val=\"{at}\"/>",
            space(before, after)
        );
        all.push((id, name, "Normal", paragraph, sans(size, INK, "<w:b/><w:bCs/>")));
    }
    let bare = |outline: &str| {
        format!("<w:keepNext/><w:pageBreakBefore/><w:suppressAutoHyphens/>{}{outline}", space(0, 240))
    };
    let large = || sans(34, INK, "<w:b/><w:bCs/>");
    all.push(("ContentsHeading", "Contents Heading", "Normal", bare(""), large()));
    all.push(("SheetHeading", "Sheet Heading", "Normal", bare("<w:outlineLvl w:val=\"0\"/>"), large()));
    let below = format!("<w:keepNext/><w:suppressAutoHyphens/>{}", space(280, 120));
    all.push(("SheetSubheading", "Sheet Subheading", "Normal", below, sans(25, INK, "<w:b/><w:bCs/>")));
    all
}

fn text() -> Vec<Style<'static>> {
    let toc = |indent: f64, number: f64| {
        format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{}\"/><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{}\"/></w:tabs>\
             {}<w:ind w:left=\"{}\" w:right=\"{}\" w:hanging=\"{}\"/>",
            twips(indent + number),
            twips(170.0),
            space(if indent == 0.0 { 120 } else { 20 }, 20),
            twips(indent + number),
            twips(12.0),
            twips(number)
        )
    };
    let caption =
        |keep: &str, before, after| format!("{keep}<w:suppressAutoHyphens/>{}", space(before, after));
    vec![
        (
            "BodyText",
            "Body Text",
            "Normal",
            format!("{}<w:jc w:val=\"both\"/>", space(0, 140)),
            String::new(),
        ),
        (
            "Note",
            "Note",
            "Normal",
            format!(
                "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"{GREY}\"/></w:pBdr>\
                 {}<w:ind w:left=\"200\"/>",
                space(60, 160)
            ),
            String::new(),
        ),
        (
            "ListBullet",
            "List Bullet",
            "Normal",
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>{}", space(0, 80)),
            String::new(),
        ),
        ("Caption", "caption", "Normal", caption("", 80, 280), sans(18, GREY, "")),
        ("TableCaption", "Table Caption", "Caption", caption("<w:keepNext/>", 220, 80), String::new()),
        (
            "Figure",
            "Figure",
            "Normal",
            format!(
                "<w:keepNext/>{}",
                "<w:spacing w:before=\"200\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
            ),
            String::new(),
        ),
        (
            "TableText",
            "Table Text",
            "Normal",
            format!("<w:suppressAutoHyphens w:val=\"0\"/>{}", space(50, 50)),
            sans(17, INK, ""),
        ),
        ("TableHead", "Table Head", "TableText", "<w:keepNext/>".to_owned(), "<w:b/><w:bCs/>".to_owned()),
        (
            "TableGroup",
            "Table Group",
            "TableText",
            format!("<w:keepNext/>{}", space(140, 50)),
            format!("<w:b/><w:bCs/><w:color w:val=\"{GREY}\"/>"),
        ),
        (
            "AfterTable",
            "After Table",
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>".to_owned(),
            String::new(),
        ),
        ("Header", "header", "Normal", space(0, 0), sans(17, GREY, "")),
        ("Footer", "footer", "Normal", space(0, 0), sans(17, GREY, "")),
        ("TOC1", "toc 1", "Normal", toc(0.0, 8.0), sans(20, INK, "<w:b/><w:bCs/>")),
        ("TOC2", "toc 2", "Normal", toc(8.0, 12.0), sans(20, INK, "")),
    ]
}

fn title() -> Vec<Style<'static>> {
    let left = twips(92.0);
    vec![
        (
            "Approval",
            "Approval",
            "Normal",
            format!("{}<w:ind w:left=\"{left}\"/>", space(0, 120)),
            sans(21, INK, ""),
        ),
        ("DraftMark", "Draft Mark", "Normal", space(0, 120), sans(21, GREY, "<w:b/><w:bCs/>")),
        ("TitleGap", "Title Gap", "Normal", space(3000, 0), String::new()),
        ("Organisation", "Organisation", "Normal", space(0, 80), sans(26, GREY, "")),
        (
            "Title",
            "Title",
            "Normal",
            format!("<w:suppressAutoHyphens/>{}", space(280, 240)),
            sans(54, INK, "<w:b/><w:bCs/>"),
        ),
        ("Subtitle", "Subtitle", "Normal", space(0, 80), sans(24, INK, "")),
        ("TitleNote", "Title Note", "Normal", space(900, 0), sans(21, INK, "")),
    ]
}

fn characters() -> String {
    let styles = [
        ("Strong", "Strong", "<w:b/><w:bCs/>".to_owned()),
        ("Emphasis", "Emphasis", "<w:i/><w:iCs/>".to_owned()),
        (
            "Code",
            "Code",
            "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>".to_owned(),
        ),
        ("Muted", "Muted", format!("<w:color w:val=\"{GREY}\"/>")),
        ("StateGood", "State Good", format!("<w:color w:val=\"{INK}\"/>")),
        ("StateRisk", "State Risk", "<w:color w:val=\"9A6700\"/>".to_owned()),
        ("StateBad", "State Bad", "<w:color w:val=\"B3261E\"/>".to_owned()),
        ("Hyperlink", "Hyperlink", "<w:color w:val=\"0B5FA5\"/>".to_owned()),
    ];
    let style = |(id, name, words): (&str, &str, String)| {
        format!(
            "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr>{words}</w:rPr></w:style>"
        )
    };
    styles.into_iter().map(style).collect()
}

fn tables() -> String {
    let rule = |side: &str, size: u32| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{INK}\"/>")
    };
    let margins = "<w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>";
    let style = |id: &str, name: &str, borders: &str, head: &str| {
        format!(
            "<w:style w:type=\"table\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>\
             <w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>{head}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        )
    };
    let hair = "<w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" w:color=\"C3CCD5\"/>";
    let outer = rule("top", 8) + &rule("bottom", 8);
    let head = rule("bottom", 4);
    [
        style("ReperTable", "Reper Table", &(outer.clone() + hair), &head),
        style("ReperFacts", "Reper Facts", "", ""),
        style("ReperSheet", "Reper Sheet", &(outer + &rule("insideH", 4)), &head),
    ]
    .concat()
}

/// The numbers of headings, and the dash of lists.
pub(crate) fn numbering() -> String {
    let mut levels = String::new();
    for at in 0..4 {
        let text: Vec<_> = (1..=at + 1).map(|level| format!("%{level}")).collect();
        let _ = write!(
            levels,
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading{}\"/>\
             <w:suff w:val=\"space\"/><w:lvlText w:val=\"{} \"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>",
            at + 1,
            text.join(".")
        );
    }
    let (left, hanging) = (twips(9.0), twips(5.0));
    format!(
        "{HEAD}<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>\
         {levels}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/>\
         <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl>\
         </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"
    )
}

pub(crate) fn settings(lang: Lang) -> String {
    format!(
        "{HEAD}<w:settings {SPACES}><w:autoHyphenation/><w:consecutiveHyphenLimit w:val=\"3\"/>\
         <w:defaultTabStop w:val=\"720\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{}\"/></w:settings>",
        tag(lang)
    )
}

/// The faces, and what stands in for them where they are not installed.
pub(crate) fn fonts() -> String {
    let face = |name: &str, instead: &str, family: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{instead}\"/><w:charset w:val=\"CC\"/>\
             <w:family w:val=\"{family}\"/><w:pitch w:val=\"variable\"/></w:font>"
        )
    };
    format!(
        "{HEAD}<w:fonts {SPACES}>{}{}</w:fonts>",
        face("PT Serif", "Times New Roman", "roman"),
        face("PT Sans", "Arial", "swiss")
    )
}
