//! The `insurant` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    insurant_cli::command::main()
}
