//! Every chore of the project: `cargo xtask …`.

mod portfolio;

use clap::{Parser, Subcommand};
use std::error::Error;
use std::process::ExitCode;

/// What a chore answers.
type Fallible<T> = Result<T, Box<dyn Error>>;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Every chore of the project")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Write the portfolio of a real insurer as tables for `insurant assess`
    Portfolio(portfolio::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.chore {
        Chore::Portfolio(arguments) => portfolio::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
