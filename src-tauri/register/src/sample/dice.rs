//! Chance that is the same from the same seed.

/// A small generator of numbers (Marsaglia's xorshift, 64 bits): the same from the same seed.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper bits are the better ones.
        (self.0 >> 16) % limit.max(1)
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        let place = self.below(from.len() as u64) as usize;
        &from[place]
    }
}
