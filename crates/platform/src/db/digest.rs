//! One number for everything that is stored, the same on both engines and for any order of the rows.

use sha2::{Digest as _, Sha256};

use super::conn::Conn;
use super::error::Result;
use super::row::{Cell, Row};

/// What a check of the whole database gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// 64 hexadecimal signs.
    pub digest: String,
    /// What the engine finds wrong with its own file, if anything.
    pub damage: Option<String>,
}

/// Adds up the hash of each row of each table but those left out: what is added does not depend on order.
pub async fn digest(conn: &mut Conn, left_out: &[&str]) -> Result<Digest> {
    let mut sum = [0u64; 4];
    for (table, columns) in conn.tables().await? {
        if left_out.contains(&table.as_str()) {
            continue;
        }
        conn.each_row(&table, &columns, |row| {
            let hash = row_hash(&table, row)?;
            add(&mut sum, &hash);
            Ok(())
        })
        .await?;
    }
    let digest = sum.iter().map(|part| format!("{part:016x}")).collect();
    Ok(Digest { digest, damage: conn.own_check().await? })
}

fn row_hash(table: &str, row: &Row<'_>) -> Result<[u8; 32]> {
    let mut sha = Sha256::new();
    let mut put = |kind: u8, bytes: &[u8]| {
        sha.update([kind]);
        sha.update((bytes.len() as u64).to_be_bytes());
        sha.update(bytes);
    };
    put(0, table.as_bytes());
    row.each_cell(|cell| match cell {
        Cell::Null => put(1, b""),
        Cell::Int(n) => put(2, &n.to_be_bytes()),
        Cell::Text(text) => put(3, text.as_bytes()),
        Cell::Bytes(bytes) => put(4, bytes),
    })?;
    Ok(sha.finalize().into())
}

fn add(sum: &mut [u64; 4], hash: &[u8; 32]) {
    for (part, bytes) in sum.iter_mut().zip(hash.chunks_exact(8)) {
        let bytes: [u8; 8] = bytes.try_into().expect("32 bytes are four times eight");
        *part = part.wrapping_add(u64::from_be_bytes(bytes));
    }
}
