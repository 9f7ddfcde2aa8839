//! Cases of the demo country.

use platform::db::{Result, Tx};

use super::Making;

pub(super) async fn fill(_: &mut Tx, _: &Making<'_>) -> Result<usize> {
    Ok(0)
}
