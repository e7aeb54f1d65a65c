//! Which mark stands between the columns.

/// How many rows are looked at.
const LOOKED_AT: usize = 20;

/// The delimiter that Excel's first line `sep=;` names, with the text behind that line.
pub fn named(text: &str) -> Option<(char, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let mark = rest.chars().next().filter(|mark| ",;\t".contains(*mark))?;
    let rest = &rest[1..];
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((mark, rest.strip_prefix('\n')?))
}

/// The delimiter by which most of the first rows have the same number of columns, more than one. Where several
/// do as well, a tab goes before a semicolon and that before a comma, which may be a decimal mark.
pub fn guessed(text: &str) -> char {
    let mut best = (',', 0);
    for mark in ['\t', ';', ','] {
        let widths = widths(text, mark);
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let score = widths.iter().filter(|width| **width > 1).map(|width| alike(*width)).max().unwrap_or(0);
        if score > best.1 {
            best = (mark, score);
        }
    }
    best.0
}

/// How many columns each of the first rows has by that mark; marks and line ends inside quotes do not count.
fn widths(text: &str, mark: char) -> Vec<usize> {
    let mut widths = Vec::new();
    let (mut width, mut quoted, mut blank) = (1, false, true);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => {
                if !blank {
                    widths.push(width);
                }
                if widths.len() == LOOKED_AT {
                    return widths;
                }
                (width, blank) = (1, true);
                continue;
            }
            c if c == mark && !quoted => width += 1,
            _ => {}
        }
        blank = false;
    }
    if !blank {
        widths.push(width);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_that_fits_all_rows_is_taken() {
        assert_eq!(guessed("date,reach\n2026-03-01,5\n"), ',');
        assert_eq!(guessed("date\treach, total\n2026-03-01\t5,1\n"), '\t');
        assert_eq!(guessed("Дата;Охват\n01.03.2026;1,5\n"), ';');
        assert_eq!(guessed("Дата;Охват, тыс.;ER, %\n01.03.2026;1,5;2,5\n"), ';', "a tie of commas");
        assert_eq!(guessed("a,\"x;y\",b\n1,\"p;q\nr;s\",2\n"), ',', "quotes hide marks and line ends");
        assert_eq!(guessed("Report; of March\na,b\n1,2\n3,4\n"), ',', "a title above");
        assert_eq!(guessed("one\ntwo\n"), ',');
        assert_eq!(guessed(""), ',');
    }

    #[test]
    fn excels_own_line_is_obeyed() {
        assert_eq!(named("sep=;\r\na,b;c\n"), Some((';', "a,b;c\n")));
        assert_eq!(named("sep=я\na"), None);
        assert_eq!(named("separate;b\n"), None);
    }
}
