//! Tables: their heads repeat on every page, their widths are the tree's.

use crate::body::marked;
use crate::paper::{Page, twips};
use crate::runs::{Anchors, run, runs};
use report::{Align, Inline, Row, Table};
use std::fmt::Write;

/// A listing; `marks` are the bookmarks of its rows.
pub(crate) fn listing(table: &Table, anchors: &Anchors, marks: &[Option<usize>]) -> String {
    let widths = widths(&table.columns.iter().map(|column| column.weight).collect::<Vec<_>>());
    let mut out = open("ReperTable", &widths);
    let heads = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| cell(*width, 1, "TableHead", column.align, &run("", &column.title)));
    let _ = write!(
        out,
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        heads.collect::<String>()
    );
    for (row, mark) in table.rows.iter().zip(marks) {
        self::row(&mut out, row, table, &widths, anchors, *mark);
    }
    out.push_str(CLOSE);
    out
}

fn row(out: &mut String, row: &Row, table: &Table, widths: &[i64], anchors: &Anchors, mark: Option<usize>) {
    let marked = |runs: String| mark.map_or_else(|| runs.clone(), |number| marked(number, &runs));
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    if row.is_group(widths.len()) {
        let words = row.cells.first().map_or_else(String::new, |cell| runs(cell, anchors));
        out.push_str(&cell(widths.iter().sum(), widths.len(), "TableGroup", Align::Left, &marked(words)));
    } else {
        for (at, (column, width)) in table.columns.iter().zip(widths).enumerate() {
            let words = row.cells.get(at).map_or_else(String::new, |cell| runs(cell, anchors));
            let words = if at == 0 { marked(words) } else { words };
            out.push_str(&cell(*width, 1, "TableText", column.align, &words));
        }
    }
    out.push_str("</w:tr>");
}

/// Names with their values, as a table without rules.
pub(crate) fn facts(facts: &[(String, Vec<Inline>)], anchors: &Anchors) -> String {
    let names = twips(46.0);
    let widths = [names, twips(Page::Upright.text().0) - names];
    let mut out = open("ReperFacts", &widths);
    for (name, value) in facts {
        let _ = write!(
            out,
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>",
            cell(widths[0], 1, "TableText", Align::Left, &run("Muted", name)),
            cell(widths[1], 1, "TableText", Align::Left, &runs(value, anchors))
        );
    }
    out.push_str(CLOSE);
    out
}

/// A table of plain text under its head, for people to sign in.
pub(crate) fn sheet(heads: &[String], weights: &[u8], rows: &[Vec<String>]) -> String {
    let widths = widths(weights);
    let line = |style: &str, cells: &[String]| -> String {
        let cells = widths.iter().zip(cells);
        cells.map(|(width, text)| cell(*width, 1, style, Align::Left, &run("", text))).collect()
    };
    let mut out = open("ReperSheet", &widths);
    let _ = write!(out, "<w:tr><w:trPr><w:tblHeader/></w:trPr>{}</w:tr>", line("TableHead", heads));
    for row in rows {
        let height = "<w:trPr><w:cantSplit/><w:trHeight w:val=\"640\" w:hRule=\"atLeast\"/></w:trPr>";
        let _ = write!(out, "<w:tr>{height}{}</w:tr>", line("TableText", row));
    }
    out.push_str(CLOSE);
    out
}

/// A paragraph behind a table keeps it apart from a table that may follow.
const CLOSE: &str = "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>";

fn open(style: &str, widths: &[i64]) -> String {
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
         w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{columns}</w:tblGrid>",
        widths.iter().sum::<i64>()
    )
}

fn cell(width: i64, columns: usize, style: &str, align: Align, runs: &str) -> String {
    let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
    let align = match align {
        Align::Left => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}</w:tcPr>\
         <w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{align}</w:pPr>{runs}</w:p></w:tc>"
    )
}

/// The width of an upright page, shared out.
fn widths(weights: &[u8]) -> Vec<i64> {
    let whole: i64 = weights.iter().map(|weight| i64::from(*weight).max(1)).sum::<i64>().max(1);
    let width = twips(Page::Upright.text().0);
    weights.iter().map(|weight| width * i64::from(*weight).max(1) / whole).collect()
}
