//! How many tests passed, failed and were skipped, as the runners say.

use std::fmt;
use std::ops::AddAssign;

/// What a test writes past the runner's capture when it cannot run here, with its name and the
/// reason behind it: Rust's runner knows no test that is skipped while it runs.
const SKIPPED: &str = "skipped: ";

/// The test and the reason, if a line says that a test was skipped. With one thread the runner has
/// begun the line.
pub(crate) fn skipped(line: &str) -> Option<&str> {
    let begun = line
        .strip_prefix("test ")
        .and_then(|rest| rest.split_once(" ... "));
    begun.map_or(line, |(_, rest)| rest).strip_prefix(SKIPPED)
}

/// A count of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Count {
    /// Adds up what the runners of Rust and of Python's `unittest` say in their last lines.
    pub(crate) fn read<S: AsRef<str>>(lines: &[S]) -> Self {
        let mut count = Self::default();
        let mut ran = 0;
        let mut named = 0;
        for line in lines.iter().map(AsRef::as_ref) {
            if let Some(result) = line.strip_prefix("test result: ") {
                count += Self {
                    passed: before(result, " passed"),
                    failed: before(result, " failed"),
                    skipped: before(result, " ignored"),
                };
            } else if skipped(line).is_some() {
                named += 1;
            } else if let Some(number) = line.strip_prefix("Ran ") {
                ran = digits(number.split(' ').next().unwrap_or_default());
            } else if line == "OK" || line.starts_with("OK (") || line.starts_with("FAILED (") {
                let failed = after(line, "failures=") + after(line, "errors=");
                let skipped = after(line, "skipped=");
                count += Self {
                    passed: ran.saturating_sub(failed + skipped),
                    failed,
                    skipped,
                };
                ran = 0;
            }
        }
        // The runner took them for passed.
        count.passed = count.passed.saturating_sub(named);
        count.skipped += named;
        count
    }

    /// What pytest says in its last line: `1 failed, 12 passed, 2 skipped in 3.4s`.
    pub(crate) fn pytest<S: AsRef<str>>(lines: &[S]) -> Self {
        let mut lines = lines.iter().map(AsRef::as_ref);
        let said = [" passed", " failed", " error", " skipped"];
        let last =
            lines.rfind(|line| line.contains(" in ") && said.iter().any(|w| line.contains(w)));
        last.map_or_else(Self::default, |line| Self {
            passed: before(line, " passed"),
            failed: before(line, " failed") + before(line, " error"),
            skipped: before(line, " skipped"),
        })
    }

    /// What XCTest says in its last line: `Executed 12 tests, with 1 test skipped and 2 failures (0
    /// unexpected) in 3.4 seconds`; the lines before it are those of single suites.
    pub(crate) fn xctest<S: AsRef<str>>(lines: &[S]) -> Self {
        let mut lines = lines.iter().map(AsRef::as_ref);
        let last = lines.rfind(|line| line.contains("Executed ") && line.contains(" failure"));
        last.map_or_else(Self::default, |line| {
            let failed = before(line, " failure");
            let skipped = before(line, " test skipped") + before(line, " tests skipped");
            Self {
                passed: after(line, "Executed ").saturating_sub(failed + skipped),
                failed,
                skipped,
            }
        })
    }

    /// What Maven's runner says in its last line: `Tests run: 12, Failures: 1, Errors: 0, Skipped: 2`;
    /// the lines before it are those of single classes, with their times.
    pub(crate) fn surefire<S: AsRef<str>>(lines: &[S]) -> Self {
        let mut lines = lines.iter().map(AsRef::as_ref);
        let last =
            lines.rfind(|line| line.contains("Tests run: ") && !line.contains("Time elapsed"));
        last.map_or_else(Self::default, |line| {
            let failed = after(line, "Failures: ") + after(line, "Errors: ");
            let skipped = after(line, "Skipped: ");
            Self {
                passed: after(line, "Tests run: ").saturating_sub(failed + skipped),
                failed,
                skipped,
            }
        })
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// The number right before a word, or 0.
fn before(text: &str, word: &str) -> u64 {
    let number = text.split_once(word).map_or("", |(head, _)| head);
    digits(number.rsplit(' ').next().unwrap_or_default())
}

/// The number right after a word, or 0.
fn after(text: &str, word: &str) -> u64 {
    let rest = text.split_once(word).map_or("", |(_, rest)| rest);
    digits(
        rest.split(|c: char| !c.is_ascii_digit())
            .next()
            .unwrap_or_default(),
    )
}

fn digits(text: &str) -> u64 {
    text.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_xctest_counts() {
        let text = "\t Executed 3 tests, with 0 failures (0 unexpected) in 1.1 (1.1) seconds\n\
                    \t Executed 9 tests, with 2 tests skipped and 1 failure (0 unexpected) in 5.5 (5.5) seconds\nend";
        let count = Count::xctest(&text.lines().collect::<Vec<_>>());
        assert_eq!(count.to_string(), "6 passed, 1 failed, 2 skipped");
        assert_eq!(Count::xctest(&["error: no"]), Count::default());
    }

    #[test]
    fn the_last_line_of_surefire_counts() {
        let text = "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s\n\
                    [WARNING] Tests run: 9, Failures: 1, Errors: 2, Skipped: 1\n[INFO] BUILD";
        let count = Count::surefire(&text.lines().collect::<Vec<_>>());
        assert_eq!(count.to_string(), "5 passed, 3 failed, 1 skipped");
        assert_eq!(Count::surefire(&["BUILD FAILURE"]), Count::default());
    }

    fn read(text: &str) -> String {
        Count::read(&text.lines().collect::<Vec<_>>()).to_string()
    }

    #[test]
    fn rust_binaries_add_up() {
        let text = "\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            noise\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(text), "15 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn a_test_that_names_itself_skipped_did_not_pass() {
        let text = "skipped: real_portfolio: INSURANT_DATA is not set\n\
            test real::other ... skipped: other: INSURANT_DATA is not set\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(text), "1 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn unittest_counts_all_it_ran() {
        assert_eq!(
            read("Ran 37 tests in 0.1s\n\nOK"),
            "37 passed, 0 failed, 0 skipped"
        );
        assert_eq!(
            read("Ran 10 tests in 1s\n\nFAILED (failures=1, errors=2, skipped=3)"),
            "4 passed, 3 failed, 3 skipped"
        );
    }

    #[test]
    fn pytest_counts_in_its_last_line() {
        let pytest = |text: &str| Count::pytest(&text.lines().collect::<Vec<_>>()).to_string();
        assert_eq!(
            pytest("..F\n3 passed in a row\n1 failed, 12 passed, 2 skipped, 1 error in 3.4s\n"),
            "12 passed, 2 failed, 2 skipped"
        );
        assert_eq!(
            pytest("no tests ran in 0.1s"),
            "0 passed, 0 failed, 0 skipped"
        );
    }
}
