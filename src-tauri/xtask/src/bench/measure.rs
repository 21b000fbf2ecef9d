//! Medians, ratios and how they are printed.

use std::time::{Duration, Instant};

use super::Result;

/// The time that `work` takes.
pub fn time<T>(work: impl FnOnce() -> Result<T>) -> Result<(Duration, T)> {
    let start = Instant::now();
    let done = work()?;
    Ok((start.elapsed(), done))
}

/// Two ways of doing the same, by turns, so that the machine's moods fall on both alike: the medians.
pub fn side_by_side(
    rounds: usize,
    mut ours: impl FnMut() -> Result,
    mut bare: impl FnMut() -> Result,
) -> Result<(Duration, Duration)> {
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        times.0.push(time(&mut ours)?.0);
        times.1.push(time(&mut bare)?.0);
    }
    Ok((median(times.0), median(times.1)))
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    percentile(&mut times, 50)
}

/// The time that so many of a hundred do not exceed.
pub fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// One line: what, ours, the bare way, the ratio and its target.
pub fn line(what: &str, ours: Duration, bare_name: &str, bare: Duration, target: f64) {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    let (ours, bare) = (milliseconds(ours), milliseconds(bare));
    println!("{what:<44}{ours:>12}   {bare_name}: {bare}   ratio {ratio:.2} (target {target})");
}

pub fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
