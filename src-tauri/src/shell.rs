//! What the window holds while it runs: the session, the wish to stop, and what may be opened.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use register::Session;

use crate::openable::Openable;

#[derive(Default)]
pub struct Shell {
    session: Mutex<Session>,
    stop: AtomicBool,
    openable: Mutex<Openable>,
    drafts: Mutex<()>,
}

impl Shell {
    /// The session, one call at a time. A wish to stop that came before this call is not meant for it.
    pub fn session(&self) -> MutexGuard<'_, Session> {
        let session = lock(&self.session);
        self.stop.store(false, Ordering::Relaxed);
        session
    }

    /// Asks the call under way to stop.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub fn openable(&self) -> MutexGuard<'_, Openable> {
        lock(&self.openable)
    }

    /// Held while drafts are read or written: not the session, which may be busy for long.
    pub fn drafts(&self) -> MutexGuard<'_, ()> {
        lock(&self.drafts)
    }

    /// Stops the work under way and closes the register, which seals it.
    pub fn close(&self) {
        self.stop();
        *lock(&self.session) = Session::default();
    }
}

/// A call that failed inside rolled its transaction back while it unwound; what it held is sound.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
