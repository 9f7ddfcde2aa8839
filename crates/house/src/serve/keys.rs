//! Opening the house with its keys: the file is made at the very first start, what was kept without a wrapping is
//! wrapped, and a key that is missing is named.

use identity::keys;
use platform::Keys;
use platform::config::Config;
use platform::db::Db;

use super::Closed;

/// Reads the keys, and sees to it that the tables know the first and keep nothing unwrapped.
///
/// A key that is missing does not keep the house closed: everybody without an app signs in as before, and the others
/// have codes on paper.
pub(super) async fn open(db: &Db, config: &Config) -> Result<Keys, Closed> {
    let failed = |e: platform::db::Error| Closed(e.to_string());
    let keys = Keys::read(&config.keys_file()).map_err(|e| Closed(e.to_string()))?;
    let mut reader = db.reader().await.map_err(failed)?;
    if keys.names().is_empty() && !keys::any_known(&mut reader).await.map_err(failed)? {
        if let (None, Some(folder)) = (&config.keys, config.keys_file().parent().filter(|f| !f.as_os_str().is_empty()))
        {
            super::make_folder(folder)?;
        }
        let name = keys.add().map_err(|e| Closed(e.to_string()))?;
        eprintln!("Made the key {name} in {}: keep a copy of it, apart from the database.", keys.place());
    }
    for standing in keys::standings(&mut reader, &keys).await.map_err(failed)? {
        if let Some(lost) = standing.lost {
            eprintln!("beraad: {lost}. {}", consequence(standing.secrets));
        }
    }
    let behind = keys::is_behind(&mut reader, &keys).await.map_err(failed)?;
    drop(reader);
    if behind {
        let mut tx = db.begin().await.map_err(failed)?;
        let wrapped = keys::catch_up(&mut tx, &keys).await.map_err(failed)?;
        tx.commit().await.map_err(failed)?;
        if wrapped > 0 {
            tracing::info!(wrapped, "secrets of apps that were kept as they are, are wrapped now");
        }
    }
    Ok(keys)
}

fn consequence(secrets: i64) -> String {
    let whose = match secrets {
        0 => "Other nodes may wrap with it".to_owned(),
        1 => "One person cannot sign in with an app".to_owned(),
        many => format!("{many} people cannot sign in with an app"),
    };
    format!("{whose}: put the file back from its own copy, or say where it is with --keys FILE.")
}
