//! The program: everything is in the library.

use std::process::ExitCode;

/// Names and their keys are many small strings: with this allocator an article is read in nine tenths
/// of the time that the system's takes (`tests/bench/throughput.rs`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(std::env::args_os())
}
