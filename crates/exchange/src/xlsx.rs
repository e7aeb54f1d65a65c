//! The tables as a workbook: a sheet a kind, numbers and days kept as such, text never as a formula.

use crate::book::{Book, Sheet};
use crate::cell::Cell;
use jiff::civil::Date;
use locale::Lang;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::collections::HashSet;

/// A cell takes no more text than this; Excel's own limit is 32,767.
const LONGEST: usize = 32_000;
/// A sheet's name is no longer than this.
const NAME: usize = 31;
/// Columns are between these widths, in signs.
const WIDTHS: (usize, usize) = (8, 60);
/// So many rows are looked at to find a column's width.
const LOOKED_AT: usize = 200;

/// A book as XLSX, written on a day.
pub fn xlsx(book: &Book, lang: Lang, today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created =
        ExcelDateTime::from_ymd(today.year().max(1900) as u16, today.month() as u8, today.day() as u8)?;
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_author(&book.author)
        .set_comment("Reper")
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let formats = Formats::new(lang, &book.currency);
    let mut names = HashSet::new();
    for sheet in &book.sheets {
        let page = workbook.add_worksheet();
        page.set_name(name(&sheet.name, &mut names))?;
        fill(page, sheet, &formats)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    for (at, column) in sheet.columns.iter().enumerate() {
        let at = at as u16;
        page.write_string_with_format(0, at, &column.title, &formats.head)?;
        page.set_column_width(at, width(sheet, usize::from(at)) as f64)?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            formats.write(page, row as u32 + 1, column as u16, cell)?;
        }
    }
    let last = (sheet.rows.len() as u32, sheet.columns.len().saturating_sub(1) as u16);
    page.autofilter(0, 0, last.0, last.1)?;
    page.set_freeze_panes(1, sheet.fixed.min(2) as u16)?;
    page.set_repeat_rows(0, 0)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// How cells of each sort are shown.
struct Formats {
    head: Format,
    text: Format,
    whole: Format,
    number: Format,
    money: Format,
    coins: Format,
    percent: Format,
    fraction: Format,
    date: Format,
}

impl Formats {
    fn new(lang: Lang, currency: &str) -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        let shown = |format: &str| cell().set_num_format(format);
        Formats {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E8_EDF2))
                .set_border_bottom(FormatBorder::Thin),
            text: cell().set_text_wrap().set_num_format("@"),
            whole: shown("#,##0"),
            number: shown("#,##0.####"),
            money: shown(&money(lang, currency, "#,##0")),
            coins: shown(&money(lang, currency, "#,##0.00")),
            percent: shown("0%"),
            fraction: shown("0.##%"),
            date: shown(match lang {
                Lang::Ru => "dd.mm.yyyy",
                Lang::En => "yyyy-mm-dd",
            }),
        }
    }

    fn write(&self, page: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                let text: String = text.chars().filter(|sign| fits(*sign)).take(LONGEST / 2).collect();
                page.write_string_with_format(row, column, text, &self.text)?;
            }
            Cell::Number(number) => self.number(page, row, column, *number, (&self.whole, &self.number))?,
            Cell::Money(number) => self.number(page, row, column, *number, (&self.money, &self.coins))?,
            Cell::Percent(number) => {
                let format = if number.fract() == 0.0 { &self.percent } else { &self.fraction };
                page.write_number_with_format(row, column, number / 100.0, format)?;
            }
            Cell::Date(day) => {
                match ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8) {
                    // A workbook knows no day before 1900; it is still known as text.
                    Ok(date) if day.year() >= 1900 => {
                        page.write_datetime_with_format(row, column, &date, &self.date)?;
                    }
                    _ => {
                        page.write_string_with_format(row, column, day.to_string(), &self.text)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn number(
        &self,
        page: &mut Worksheet,
        row: u32,
        column: u16,
        number: f64,
        (whole, other): (&Format, &Format),
    ) -> Result<(), XlsxError> {
        let format = if number.fract() == 0.0 { whole } else { other };
        page.write_number_with_format(row, column, number, format)?;
        Ok(())
    }
}

/// A number's format with the currency where the language puts it.
fn money(lang: Lang, currency: &str, number: &str) -> String {
    let sign = match currency {
        "RUB" => "₽",
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        // What a person wrote is no part of a format unless it is a code.
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => code,
        _ => return number.to_owned(),
    };
    match lang {
        Lang::En if sign.chars().count() == 1 => format!("\"{sign}\"{number}"),
        _ => format!("{number}\u{a0}\"{sign}\""),
    }
}

/// Signs that a workbook's XML can hold.
fn fits(sign: char) -> bool {
    !sign.is_control() || matches!(sign, '\t' | '\n')
}

/// A sheet's name: without the signs that may not stand in one, short enough, and no other's.
fn name(wanted: &str, taken: &mut HashSet<String>) -> String {
    let signs =
        wanted.chars().map(|sign| if "[]:*?/\\'".contains(sign) || sign.is_control() { ' ' } else { sign });
    let clean: String = signs.take(NAME).collect();
    let clean = if clean.trim().is_empty() { "–".to_owned() } else { clean.trim().to_owned() };
    let mut name = clean.clone();
    for number in 2.. {
        if taken.insert(name.to_lowercase()) {
            break;
        }
        let tail = format!(" {number}");
        name = clean.chars().take(NAME - tail.chars().count()).collect::<String>() + &tail;
    }
    name
}

fn width(sheet: &Sheet, column: usize) -> usize {
    let length = |cell: &Cell| match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Number(_) | Cell::Percent(_) => 8,
        Cell::Money(_) => 14,
        Cell::Date(_) => 11,
    };
    let cells = sheet.rows.iter().take(LOOKED_AT).filter_map(|row| row.get(column)).map(length);
    let head = sheet.columns.get(column).map_or(0, |column| column.title.chars().count() + 3);
    cells.max().unwrap_or(0).max(head.min(24)).clamp(WIDTHS.0, WIDTHS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_s_name_is_short_lawful_and_its_own() {
        let mut taken = HashSet::new();
        let long = "Передачи между отделами: согласованные сроки";
        let (one, other) = (name(long, &mut taken), name(long, &mut taken));
        assert!(
            one != other && one.chars().count() <= NAME && other.chars().count() <= NAME,
            "{one} {other}"
        );
        assert_eq!(name("a/b", &mut taken), "a b");
        assert_eq!(name("A B", &mut taken), "A B 2");
        assert_eq!(name("", &mut taken), "–");
    }

    #[test]
    fn money_stands_where_the_language_puts_it() {
        assert_eq!(money(Lang::Ru, "RUB", "#,##0"), "#,##0\u{a0}\"₽\"");
        assert_eq!(money(Lang::En, "USD", "#,##0"), "\"$\"#,##0");
        assert_eq!(money(Lang::En, "\"x", "#,##0"), "#,##0");
    }
}
