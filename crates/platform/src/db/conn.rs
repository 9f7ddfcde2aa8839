//! Reading and writing: the few verbs that a store uses.

use std::ops::{Deref, DerefMut};

use deadpool_postgres::GenericClient;
use tokio_postgres::types::ToSql;

use super::error::{Error, Result};
use super::postgres::Leased;
use super::row::{FromRow, Row};
use super::sqlite::{Handle, Lease, Writer};
use super::{Statement, Value};
use crate::live::Live;
use crate::measure;
use crate::trail::{self, Entry, Follow};

/// A connection that can be read from; a [`Reader`] and a [`Tx`] both are one.
pub struct Conn(Engine);

enum Engine {
    Reader(Lease),
    Writer(Writer),
    Postgres(Leased),
}

impl Conn {
    pub(super) fn sqlite_reader(lease: Lease) -> Self {
        Self(Engine::Reader(lease))
    }
    pub(super) fn sqlite_writer(writer: Writer) -> Self {
        Self(Engine::Writer(writer))
    }
    pub(super) fn postgres(client: Leased) -> Self {
        Self(Engine::Postgres(client))
    }

    fn sqlite(&self) -> Option<&Handle> {
        match &self.0 {
            Engine::Reader(lease) => Some(lease.handle()),
            Engine::Writer(writer) => Some(writer.handle()),
            Engine::Postgres(_) => None,
        }
    }

    fn pg(&self) -> &deadpool_postgres::Object {
        match &self.0 {
            Engine::Postgres(client) => client.get(),
            _ => unreachable!("asked only after sqlite() said no"),
        }
    }

    /// All rows.
    pub async fn all<R: FromRow>(&mut self, statement: Statement<R>, args: &[Value<'_>]) -> Result<Vec<R>> {
        measure::count_statement();
        if let Some(handle) = self.sqlite() {
            let mut prepared = handle.start().prepare_cached(statement.sqlite)?;
            let mut rows = prepared.query(rusqlite::params_from_iter(args))?;
            let mut all = Vec::new();
            while let Some(row) = rows.next()? {
                all.push(R::from_row(&Row::Sqlite(row)).map_err(|e| named(statement.name, e))?);
            }
            return Ok(all);
        }
        let client = self.pg();
        let prepared = client.prepare_cached(statement.sql).await?;
        let rows = client.query(&prepared, &borrowed(args)).await?;
        rows.iter().map(|row| R::from_row(&Row::Postgres(row)).map_err(|e| named(statement.name, e))).collect()
    }

    /// The first row, if there is one.
    pub async fn one<R: FromRow>(&mut self, statement: Statement<R>, args: &[Value<'_>]) -> Result<Option<R>> {
        Ok(self.all(statement, args).await?.into_iter().next())
    }

    /// The only value of the only row, such as a count.
    pub async fn value<T>(&mut self, statement: Statement<(T,)>, args: &[Value<'_>]) -> Result<T>
    where
        (T,): FromRow,
    {
        let row = self.one(statement, args).await?;
        row.map(|(value,)| value).ok_or_else(|| Error::Shape(format!("{} gave no row", statement.name)))
    }

    async fn execute(&mut self, statement: Statement<()>, args: &[Value<'_>]) -> Result<u64> {
        measure::count_statement();
        if let Some(handle) = self.sqlite() {
            let mut prepared = handle.start().prepare_cached(statement.sqlite)?;
            return Ok(prepared.execute(rusqlite::params_from_iter(args))? as u64);
        }
        let client = self.pg();
        let prepared = client.prepare_cached(statement.sql).await?;
        Ok(client.execute(&prepared, &borrowed(args)).await?)
    }

    /// Every row of a table, in no order; for the digest. The names come from the database itself.
    pub(super) async fn each_row(
        &mut self,
        table: &str,
        columns: &[String],
        mut take: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("SELECT {} FROM {table}", columns.join(", "));
        if let Some(handle) = self.sqlite() {
            let mut prepared = handle.unlimited().prepare(&sql)?;
            let mut rows = prepared.query([])?;
            while let Some(row) = rows.next()? {
                take(&Row::Sqlite(row))?;
            }
            return Ok(());
        }
        let none: [&(dyn ToSql + Sync); 0] = [];
        self.pg().batch_execute("SET LOCAL statement_timeout = 0").await?;
        let mut rows = std::pin::pin!(self.pg().query_raw(&sql, none).await?);
        while let Some(row) = futures_util::TryStreamExt::try_next(&mut rows).await? {
            take(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    /// The tables and their columns, both in the order of the alphabet.
    pub(super) async fn tables(&mut self) -> Result<Vec<(String, Vec<String>)>> {
        const SQLITE: &str = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2";
        const POSTGRES: &str = "SELECT table_name::text, column_name::text FROM information_schema.columns
            WHERE table_schema = current_schema() ORDER BY 1, 2";
        let mut pairs: Vec<(String, String)> = Vec::new();
        if let Some(handle) = self.sqlite() {
            let mut prepared = handle.start().prepare(SQLITE)?;
            let mut rows = prepared.query([])?;
            while let Some(row) = rows.next()? {
                pairs.push((row.get(0)?, row.get(1)?));
            }
        } else {
            let rows = self.pg().query(POSTGRES, &[]).await?;
            pairs.extend(rows.iter().map(|row| (row.get(0), row.get(1))));
        }
        let mut tables: Vec<(String, Vec<String>)> = Vec::new();
        for (table, column) in pairs {
            match tables.last_mut().filter(|(name, _)| *name == table) {
                Some((_, columns)) => columns.push(column),
                None => tables.push((table, vec![column])),
            }
        }
        Ok(tables)
    }

    /// What SQLite finds wrong with its own file; PostgreSQL watches over its own.
    pub(super) async fn own_check(&mut self) -> Result<Option<String>> {
        let Some(handle) = self.sqlite() else { return Ok(None) };
        let found: String = handle.unlimited().query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        let orphans: i64 =
            handle.unlimited().query_row("SELECT COUNT(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if found != "ok" {
            return Ok(Some(found));
        }
        Ok((orphans > 0).then(|| format!("{orphans} rows refer to a row that is not there")))
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.sqlite().is_none()
    }

    async fn commit(&mut self) -> Result<()> {
        match &mut self.0 {
            Engine::Writer(writer) => writer.commit(),
            Engine::Postgres(client) => client.commit().await,
            Engine::Reader(_) => unreachable!("a reader is never committed"),
        }
    }
}

fn named(name: &str, error: Error) -> Error {
    match error {
        Error::Shape(why) => Error::Shape(format!("{name}, {why}")),
        other => other,
    }
}

fn borrowed<'a>(args: &'a [Value<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    args.iter().map(|v| v as &(dyn ToSql + Sync)).collect()
}

/// A snapshot: whatever is committed meanwhile, it goes on seeing the same rows.
pub struct Reader(Conn);

impl Reader {
    pub(super) fn new(conn: Conn) -> Self {
        Self(conn)
    }
}

impl Deref for Reader {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}
impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

/// A transaction. It ends with [`Tx::commit`]; dropped before that, it never happened.
pub struct Tx {
    conn: Conn,
    entries: Vec<Entry>,
    live: Live,
    follow: Follow,
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Tx {
    pub(super) fn new(conn: Conn, live: Live, follow: Follow) -> Self {
        Self { conn, entries: Vec::new(), live, follow }
    }

    /// Writes, and tells how many rows.
    pub async fn run(&mut self, statement: Statement<()>, args: &[Value<'_>]) -> Result<u64> {
        self.conn.execute(statement, args).await
    }

    /// Writes exactly one row.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was another number: somebody was ahead.
    pub async fn exactly_one(&mut self, statement: Statement<()>, args: &[Value<'_>]) -> Result<()> {
        match self.run(statement, args).await? {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }

    /// Reads a row and holds it until the transaction ends, so that two who want the same thing queue up.
    /// (On SQLite the transaction already holds everything.)
    pub async fn lock<R: FromRow>(&mut self, statement: Statement<R>, args: &[Value<'_>]) -> Result<Option<R>> {
        self.held(statement, args, "FOR UPDATE").await
    }

    /// Like [`Tx::lock`], but passes over a row that another node holds.
    pub async fn claim<R: FromRow>(&mut self, statement: Statement<R>, args: &[Value<'_>]) -> Result<Option<R>> {
        self.held(statement, args, "FOR UPDATE SKIP LOCKED").await
    }

    async fn held<R: FromRow>(&mut self, statement: Statement<R>, args: &[Value<'_>], how: &str) -> Result<Option<R>> {
        if !self.is_postgres() {
            return self.one(statement, args).await;
        }
        measure::count_statement();
        let sql = format!("{} {how}", statement.sql);
        let client = self.conn.pg();
        let prepared = client.prepare_cached(&sql).await?;
        let row = client.query_opt(&prepared, &borrowed(args)).await?;
        row.map(|row| R::from_row(&Row::Postgres(&row))).transpose()
    }

    /// Records what happened. It is written, with its place in the chain and what follows from it, by
    /// [`Tx::commit`].
    pub fn record(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Ends the transaction: the trail is written, everything is on disk, and live pages hear of it.
    pub async fn commit(mut self) -> Result<()> {
        let entries = std::mem::take(&mut self.entries);
        let follow = self.follow;
        let news = trail::write(&mut self, &entries, follow).await?;
        if self.is_postgres() {
            for note in &news {
                self.run(crate::live::TELL, crate::args![crate::live::CHANNEL, note.to_string()]).await?;
            }
        }
        let told_by_postgres = self.is_postgres();
        self.conn.commit().await?;
        if !told_by_postgres {
            news.iter().for_each(|note| self.live.tell(note.clone()));
        }
        Ok(())
    }
}
