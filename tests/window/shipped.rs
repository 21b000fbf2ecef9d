//! What must not be in a program that is handed out.

use crate::programs;

/// Written in two halves, so that this test is not the place where it is found.
fn name() -> Vec<u8> {
    ["SUNREG", "_E2E_PICK"].concat().into_bytes()
}

fn contains(program: &std::path::Path, name: &[u8]) -> bool {
    std::fs::read(program).unwrap().windows(name.len()).any(|part| part == name)
}

#[test]
fn the_shipped_program_cannot_be_told_what_was_picked() {
    assert!(!contains(&programs::shipped(), &name()));
    assert!(contains(&programs::e2e(), &name()), "the name that is looked for is no longer the one in use");
}
