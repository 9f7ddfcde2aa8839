//! The secrets of clients elsewhere: files in a folder that the administrator set. A page names them and nothing more;
//! what is in them leaves this file only for the provider.

use platform::config::Config;

use super::Provider;

/// More than any secret.
const BYTES_MAX: u64 = 4 * 1024;

/// Whether a text can be the name of a secret: never a way into another folder, nor a hidden file.
pub fn is_name(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    (1..=100).contains(&text.len()) && text.bytes().all(fits) && !text.starts_with('.')
}

/// The names of the secrets that can be chosen, in the order of the alphabet. Without a folder there are none.
pub async fn names(config: &Config) -> Vec<String> {
    let Some(folder) = config.secrets_dir.clone() else { return Vec::new() };
    let found = tokio::task::spawn_blocking(move || {
        let entries = std::fs::read_dir(&folder)?;
        // Behind a name may stand a link, as where secrets are handed out by the machine.
        let files = entries.flatten().filter(|entry| std::fs::metadata(entry.path()).is_ok_and(|m| m.is_file()));
        let mut names: Vec<String> = files.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| is_name(name));
        names.sort_unstable();
        Ok::<_, std::io::Error>(names)
    });
    match found.await.map_err(std::io::Error::other).and_then(|found| found) {
        Ok(names) => names,
        Err(error) => {
            tracing::error!(%error, "the folder of the secrets cannot be read");
            Vec::new()
        }
    }
}

/// The secret of a provider's client, if it has one.
///
/// # Errors
/// Why it cannot be read; for the log.
pub(super) async fn of(config: &Config, provider: &Provider) -> Result<Option<String>, String> {
    match (&provider.secret_name, &provider.secret_file) {
        (Some(name), _) => named(config, name).await.map(Some),
        (None, Some(file)) => read(file.into()).await.map(Some),
        (None, None) => Ok(None),
    }
}

/// The secret of this name.
pub(super) async fn named(config: &Config, name: &str) -> Result<String, String> {
    let folder = config.secrets_dir.as_ref().ok_or("no folder of secrets was set")?;
    if !is_name(name) {
        return Err(format!("{name:?} is no name of a secret"));
    }
    read(folder.join(name)).await
}

async fn read(file: std::path::PathBuf) -> Result<String, String> {
    let wrong = |e: std::io::Error| e.to_string();
    let about = tokio::fs::metadata(&file).await.map_err(wrong)?;
    if !about.is_file() || about.len() > BYTES_MAX {
        return Err("it is no file with a secret".to_owned());
    }
    let text = tokio::fs::read_to_string(file).await.map_err(wrong)?;
    match text.trim() {
        "" => Err("the file is empty".to_owned()),
        secret => Ok(secret.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_files_of_the_folder_itself_have_a_name() {
        for wrong in ["", "..", ".", ".geheim", "a/b", "../keys", "a\\b", "a b", "ä", "a\0", "/etc/passwd"] {
            assert!(!is_name(wrong), "{wrong:?}");
        }
        assert!(!is_name(&"a".repeat(101)));
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("zutphen", "een geheim\n"), ("leeg", " \n"), (".weg", "x"), ("met spatie", "x")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        std::fs::create_dir(folder.path().join("map")).unwrap();
        std::os::unix::fs::symlink("zutphen", folder.path().join("link")).unwrap();
        let config = Config { secrets_dir: Some(folder.path().to_owned()), ..Config::default() };
        assert_eq!(names(&config).await, ["leeg", "link", "zutphen"]);
        assert_eq!(named(&config, "zutphen").await.as_deref(), Ok("een geheim"));
        for wrong in ["leeg", "map", "../keys", "nergens"] {
            assert!(named(&config, wrong).await.is_err(), "{wrong}");
        }
        assert!(names(&Config::default()).await.is_empty() && named(&Config::default(), "zutphen").await.is_err());
    }
}
