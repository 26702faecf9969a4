//! Tables and numbers for people.

use unicode_width::UnicodeWidthStr as _;

/// A table of cells; columns are as wide as they must be.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    /// Which columns are numbers, to be set flush right.
    right: Vec<bool>,
}

impl Table {
    /// A table with a header; a column whose title starts with `>` is set flush right.
    pub(crate) fn new(header: &[&str]) -> Self {
        let titles = header.iter().map(|title| title.trim_start_matches('>'));
        Self {
            rows: vec![titles.map(str::to_owned).collect()],
            right: header.iter().map(|title| title.starts_with('>')).collect(),
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Whether it has a header only.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.right.len()).map(width).collect();
        for row in &self.rows {
            let mut line = String::new();
            for ((cell, width), right) in row.iter().zip(&widths).zip(&self.right) {
                let pad = " ".repeat(width.saturating_sub(cell.width()));
                line.push_str("  ");
                match right {
                    true => line.extend([pad.as_str(), cell]),
                    false => line.extend([cell.as_str(), &pad]),
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// A number with its thousands apart.
///
/// `1234567` is `1,234,567`.
pub(crate) fn grouped(number: impl Into<i128>) -> String {
    group(&number.into().to_string())
}

/// A decimal with the thousands of its whole part apart.
pub(crate) fn group(decimal: &str) -> String {
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", decimal),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut text = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// `1 customer`, `2 customers`.
pub(crate) fn counted(number: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(-1_234_567), "-1,234,567");
        assert_eq!(group("-123456.78"), "-123,456.78");
        assert_eq!(counted(1, "row", "rows"), "1 row");
    }

    #[test]
    fn wide_letters_take_two_places() {
        let mut table = Table::new(&["who", ">how many"]);
        table.row(["客户", "7"]);
        assert_eq!(table.to_string(), "  who   how many\n  客户         7\n");
    }
}
