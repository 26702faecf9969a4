//! The first program of a README, and what it prints there.

/// The first block in a language, and the block of text after it.
pub(super) fn program<'a>(readme: &'a str, language: &str) -> Option<(&'a str, &'a str)> {
    let block = |text: &'a str, language: &str| -> Option<(&'a str, &'a str)> {
        let (_, rest) = text.split_once(&format!("\n```{language}\n"))?;
        let end = rest.find("\n```")?;
        Some((rest.get(..=end)?, rest.get(end..)?))
    };
    let (source, rest) = block(readme, language)?;
    let (printed, _) = block(rest, "text")?;
    Some((source, printed))
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn the_first_program_and_what_it_prints_are_taken() {
        let readme = "# a\n\n```sh\nno\n```\n\n```python\nx = 1\nprint(x)\n```\n\nprints\n\n\
            ```text\n1\n```\n\n```python\ny\n```\n";
        assert_eq!(
            program(readme, "python"),
            Some(("x = 1\nprint(x)\n", "1\n"))
        );
        assert_eq!(program(readme, "kotlin"), None);
        assert_eq!(program("\n```python\nx\n```\n", "python"), None);
    }
}
