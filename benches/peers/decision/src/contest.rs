//! Who takes part, and how everybody is timed: in turns, in one run, after answers were compared.

use std::time::{Duration, Instant};

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Answers the same questions as all others, from input that was prepared in its own form.
pub(crate) trait Contestant {
    /// Its name, and its version where it has one.
    fn name(&self) -> String;
    /// Answers every question once.
    fn run(&mut self, found: &mut [u32]) -> Outcome;
}

/// Nanoseconds an answer.
pub(crate) struct Time {
    pub(crate) name: String,
    pub(crate) best: f64,
    pub(crate) median: f64,
}

/// Times everybody in turns.
///
/// # Errors
/// Somebody answers otherwise than is wanted: then nothing is timed.
pub(crate) fn contest(
    contestants: &mut [Box<dyn Contestant + '_>],
    wanted: &[u32],
    rounds: usize,
) -> Outcome<Vec<Time>> {
    let mut found = vec![0; wanted.len()];
    let mut passes = Vec::new();
    for contestant in contestants.iter_mut() {
        let name = contestant.name();
        found.fill(u32::MAX);
        contestant
            .run(&mut found)
            .map_err(|error| format!("{name}: {error}"))?;
        if let Some(at) = (0..wanted.len()).find(|&at| found[at] != wanted[at]) {
            return Err(format!(
                "{name} answers {} to question {at}, not {}",
                found[at], wanted[at]
            )
            .into());
        }
        let start = Instant::now();
        contestant.run(&mut found)?;
        // About 30 ms a round, however fast it is.
        let pass = start.elapsed().max(Duration::from_nanos(1));
        passes.push(
            (Duration::from_millis(30).as_nanos() / pass.as_nanos()).clamp(1, 100_000) as u32,
        );
    }
    let mut times = vec![Vec::new(); contestants.len()];
    for _ in 0..rounds {
        for ((contestant, &passes), times) in contestants.iter_mut().zip(&passes).zip(&mut times) {
            let start = Instant::now();
            for _ in 0..passes {
                contestant.run(std::hint::black_box(&mut found))?;
            }
            let answers = f64::from(passes) * wanted.len() as f64;
            times.push(start.elapsed().as_nanos() as f64 / answers);
        }
    }
    let told = contestants
        .iter()
        .zip(times)
        .map(|(contestant, mut times)| {
            times.sort_by(f64::total_cmp);
            Time {
                name: contestant.name(),
                best: times[0],
                median: times[times.len() / 2],
            }
        });
    Ok(told.collect())
}

/// Prints times, each beside that of insurant.
pub(crate) fn tell(title: &str, times: &[Time]) {
    println!("{title}");
    let own = times
        .iter()
        .find(|time| time.name == "insurant")
        .map_or(f64::NAN, |time| time.median);
    for time in times {
        let Time { name, best, median } = time;
        println!(
            "  {name:<34} {best:>11.1} ns best {median:>11.1} ns median {:>9.2} x insurant",
            median / own
        );
    }
}
