//! The file of the keys: a name and 32 bytes in base 64 on each line, the newest first; what follows a `#` is for
//! people.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as TEXT;

use crate::clock::machine_now;

const KEY_BYTES: usize = 32;
/// Only who runs the house reads it.
const MODE: u32 = 0o600;
const HEAD: &str = "# Keys of Beraad. Without them the secrets of apps for the second step cannot be read.
# Keep a copy apart from the copies of the database, and show it to nobody.
# The first key is for new secrets; the others open what was wrapped before. See `beraad keys --help`.
";

/// Why the file is no good, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("the file of the keys {0} cannot be read: {1}")]
    Unreadable(String, std::io::Error),
    #[error("the file of the keys {0} cannot be written: {1}")]
    Unwritable(String, std::io::Error),
    #[error("line {1} of {0} is not a name and a key: write NAME and 32 bytes in base 64, with a space between")]
    Line(String, usize),
    #[error("line {1} of {0} has a name that stands above it already")]
    Twice(String, usize),
    #[error("these keys stand in no file")]
    Nowhere,
}

/// A key with its name.
#[derive(Clone)]
pub(super) struct Key {
    pub name: String,
    pub secret: [u8; KEY_BYTES],
}

/// It never shows itself in a log.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("name", &self.name).finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
pub(super) struct Ring {
    pub keys: Vec<Key>,
}

impl Ring {
    pub(super) fn of_one() -> Self {
        Self { keys: vec![Key::fresh(&[])] }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    pub(super) fn read(file: &Path) -> Result<Self, KeyFileError> {
        let unreadable = |e| KeyFileError::Unreadable(file.display().to_string(), e);
        let text = match fs::read_to_string(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            other => other.map_err(unreadable)?,
        };
        if fs::metadata(file).map_err(unreadable)?.mode() & 0o077 != 0 {
            tracing::warn!(file = %file.display(), "others may read the keys too: chmod 600");
        }
        Self::parse(&text, file)
    }

    fn parse(text: &str, file: &Path) -> Result<Self, KeyFileError> {
        let mut ring = Self::default();
        for (n, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line.trim())) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let key = Key::parse(line).ok_or_else(|| KeyFileError::Line(file.display().to_string(), n))?;
            if ring.get(&key.name).is_some() {
                return Err(KeyFileError::Twice(file.display().to_string(), n));
            }
            ring.keys.push(key);
        }
        Ok(ring)
    }
}

impl Key {
    /// Named after the day on which it was made.
    fn fresh(others: &[Key]) -> Self {
        loop {
            let [a, b, c] = rand::random::<[u8; 3]>();
            let name = format!("{}-{a:02x}{b:02x}{c:02x}", machine_now().day());
            if others.iter().all(|other| other.name != name) {
                return Self { name, secret: rand::random() };
            }
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (name, text) = line.split_once(char::is_whitespace)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let secret = TEXT.decode(text.trim()).ok()?.try_into().ok()?;
        (name.len() <= 60 && name.chars().all(fits)).then(|| Self { name: name.to_owned(), secret })
    }

    fn line(&self) -> String {
        format!("{} {}\n", self.name, TEXT.encode(self.secret))
    }
}

/// Puts a new key first, and leaves the rest of the file as it is.
pub(super) fn add(file: &Path) -> Result<String, KeyFileError> {
    let ring = Ring::read(file)?;
    let key = Key::fresh(&ring.keys);
    let unwritable = |e| KeyFileError::Unwritable(file.display().to_string(), e);
    match fs::read_to_string(file) {
        Ok(text) => put(file, &with_first(&text, &key)).map_err(unwritable)?,
        Err(_) => write_new(file, &format!("{HEAD}{}", key.line())).map_err(unwritable)?,
    }
    Ok(key.name)
}

fn with_first(text: &str, key: &Key) -> String {
    let is_key = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with('#');
    let before: usize = text.split_inclusive('\n').take_while(|line| !is_key(line)).map(str::len).sum();
    let (head, keys) = text.split_at(before);
    let end = if head.is_empty() || head.ends_with('\n') { "" } else { "\n" };
    format!("{head}{end}{}{keys}", key.line())
}

/// A new file, in which nothing is overwritten, on disk before anything is wrapped with what stands in it.
fn write_new(file: &Path, text: &str) -> std::io::Result<()> {
    let mut new = OpenOptions::new().write(true).create_new(true).mode(MODE).open(file)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    folder(file).and_then(fs::File::open).and_then(|folder| folder.sync_all())
}

fn folder(file: &Path) -> std::io::Result<PathBuf> {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(parent.map_or_else(|| PathBuf::from("."), Path::to_owned))
}

/// The file is the old or the new one whole, with the owner that it had.
fn put(file: &Path, text: &str) -> std::io::Result<()> {
    let old = fs::metadata(file)?;
    let beside = file.with_extension("new");
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    write_new(&beside, text)?;
    fs::set_permissions(&beside, fs::Permissions::from_mode(old.mode() & 0o700))?;
    let new = fs::metadata(&beside)?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Whoever runs the house must still be able to read it after root added a key.
        std::os::unix::fs::chown(&beside, Some(old.uid()), Some(old.gid()))?;
    }
    fs::rename(&beside, file)?;
    folder(file).and_then(fs::File::open).and_then(|folder| folder.sync_all())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_for_its_owner_alone_and_keeps_what_people_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys");
        let first = add(&file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, MODE);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("# Keys of Beraad.") && text.contains(&first), "{text}");
        fs::write(&file, format!("{text}# van Anneke\n")).unwrap();
        let second = add(&file).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("# Keys of Beraad.") && text.ends_with("# van Anneke\n"), "{text}");
        assert!(text.find(&second) < text.find(&first), "{text}");
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, MODE);
        let names: Vec<_> = Ring::read(&file).unwrap().keys.into_iter().map(|key| key.name).collect();
        assert_eq!(names, [second, first]);
        assert!(!folder.path().join("keys.new").exists());
    }

    #[test]
    fn a_wrong_line_is_named_with_what_to_write() {
        let file = Path::new("keys");
        let key = TEXT.encode([7u8; KEY_BYTES]);
        assert_eq!(Ring::parse(&format!("# a\n\none {key}\ntwo {key}\n"), file).unwrap().keys.len(), 2);
        for (text, says) in [
            ("one".to_owned(), "line 1 of keys is not a name and a key"),
            ("# a\none AAAA".to_owned(), "line 2 of keys is not a name and a key"),
            (format!("a/b {key}"), "line 1 of keys is not a name and a key"),
            (format!("one {key}\none {key}"), "line 2 of keys has a name that stands above it already"),
        ] {
            let error = Ring::parse(&text, file).unwrap_err().to_string();
            assert!(error.starts_with(says), "{error}");
        }
        assert!(!format!("{:?}", Key::parse(&format!("one {key}"))).contains(&key), "it never shows itself");
    }
}
