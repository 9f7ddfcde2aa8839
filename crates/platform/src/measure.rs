//! What one request costs: statements sent to the database and processor time.
//!
//! Counted per task, so that requests that share a thread do not count each other's work.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

tokio::task_local! {
    static STATEMENTS: Cell<u32>;
}

/// Counts one statement for the request that is being answered, if there is one.
pub fn count_statement() {
    let _ = STATEMENTS.try_with(|n| n.set(n.get() + 1));
}

/// Runs a future and tells how many statements it sent and how much processor time it took.
pub async fn measured<F: Future>(future: F) -> (F::Output, u32, Duration) {
    STATEMENTS
        .scope(Cell::new(0), async {
            let (output, cpu) = Metered { inner: Box::pin(future), cpu: Duration::ZERO }.await;
            (output, STATEMENTS.with(Cell::get), cpu)
        })
        .await
}

/// Adds up the thread's processor time over every poll: a task moves between threads, a poll does not.
struct Metered<F: Future> {
    inner: Pin<Box<F>>,
    cpu: Duration,
}

impl<F: Future> Future for Metered<F> {
    type Output = (F::Output, Duration);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let before = thread_time();
        let polled = self.inner.as_mut().poll(cx);
        self.cpu += thread_time().saturating_sub(before);
        polled.map(|output| (output, self.cpu))
    }
}

fn thread_time() -> Duration {
    let t = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(t.tv_sec.max(0) as u64, t.tv_nsec.clamp(0, 999_999_999) as u32)
}
