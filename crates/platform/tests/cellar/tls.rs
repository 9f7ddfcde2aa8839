//! PostgreSQL over TLS: only with a certificate that is trusted.

use platform::args;
use platform::db::{Db, Error, Options};
use platform::trail::nothing_follows;

platform::statements! {
    ENCRYPTED: (bool,) = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
}

fn set(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: scripts/postgres.sh FOLDER tls starts one"))
}

fn options(query: &str) -> Options {
    Options {
        certificate: Some(set("BERAAD_TEST_POSTGRES_CA").into()),
        ..Options::at(set("BERAAD_TEST_POSTGRES_TLS") + query)
    }
}

async fn is_encrypted(options: &Options) -> bool {
    let db = Db::connect(options, nothing_follows).await.unwrap();
    db.reader().await.unwrap().value(ENCRYPTED, args![]).await.unwrap()
}

#[tokio::test]
async fn with_a_certificate_that_is_trusted_all_is_encrypted() {
    assert_eq!(STATEMENTS.len(), 1);
    assert!(is_encrypted(&options("?sslmode=require")).await);
    assert!(is_encrypted(&options("")).await, "also when nobody asked for it");
    assert!(!is_encrypted(&options("?sslmode=disable")).await);
    // The migrations and the listener have connections of their own.
    Db::open(&options("?sslmode=require"), nothing_follows).await.unwrap();
}

#[tokio::test]
async fn with_one_that_is_not_trusted_nothing_is_said() {
    for query in ["?sslmode=require", ""] {
        let unknown = Options { certificate: None, ..options(query) };
        let db = Db::connect(&unknown, nothing_follows).await.unwrap();
        let Err(error) = db.reader().await else { panic!("it trusts anybody") };
        assert!(matches!(&error, Error::Unreachable(why) if why.contains("certificate")), "{error:?}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_none_is_named() {
    for path in ["/nowhere/ca.pem", "Cargo.toml"] {
        let options = Options { certificate: Some(path.into()), ..Options::at("postgres://beraad@127.0.0.1:1/none") };
        let opened = Db::connect(&options, nothing_follows).await;
        let Err(error) = opened else { panic!("{path} is taken for a certificate") };
        assert!(error.to_string().contains(path), "{error}");
    }
}
