//! What goes into a statement: four kinds of value, the same on both engines.

use std::error::Error as StdError;

use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

/// One argument of a statement.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Owned(String),
    Bytes(&'a [u8]),
}

/// What can be an argument.
pub trait Arg {
    fn arg(&self) -> Value<'_>;
}

macro_rules! int_args {
    ($($t:ty),+) => {$(
        impl Arg for $t {
            fn arg(&self) -> Value<'_> { Value::Int(i64::try_from(*self).unwrap_or(i64::MAX)) }
        }
    )+};
}
int_args!(i64, i32, u32, u16, u8, usize);

impl Arg for str {
    fn arg(&self) -> Value<'_> {
        Value::Text(self)
    }
}
impl Arg for String {
    fn arg(&self) -> Value<'_> {
        Value::Text(self)
    }
}
impl Arg for [u8] {
    fn arg(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}
impl Arg for Vec<u8> {
    fn arg(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}
impl Arg for crate::id::Ref {
    fn arg(&self) -> Value<'_> {
        Value::Owned(self.to_string())
    }
}
impl<T: Arg + ?Sized> Arg for &T {
    fn arg(&self) -> Value<'_> {
        (**self).arg()
    }
}
impl<T: Arg> Arg for Option<T> {
    fn arg(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Arg::arg)
    }
}

/// The arguments of a statement: `args![id, &title, now]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Arg::arg(&$value)),*] };
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(n) => ValueRef::Integer(*n),
            Value::Text(t) => ValueRef::Text(t.as_bytes()),
            Value::Owned(t) => ValueRef::Text(t.as_bytes()),
            Value::Bytes(b) => ValueRef::Blob(b),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            (Value::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Value::Text(t), &Type::TEXT | &Type::VARCHAR) => t.to_sql(ty, out),
            (Value::Owned(t), &Type::TEXT | &Type::VARCHAR) => t.to_sql(ty, out),
            (Value::Bytes(b), &Type::BYTEA) => b.to_sql(ty, out),
            (value, ty) => Err(format!("{value:?} is given where the statement takes {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
