//! Settings: a file, then the environment, then flags; later ones win. Everything has a sane default.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What can be set. Each field says what it means and what it is when nobody sets it.
#[derive(Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address and port on which the house listens.
    pub listen: SocketAddr,
    /// Folder in which the database of SQLite stands.
    pub data: PathBuf,
    /// The file of the keys with which secrets in the database are wrapped. Empty: `keys` beside the database of
    /// SQLite, or in the folder.
    pub keys: Option<PathBuf>,
    /// The folder of the secrets of clients elsewhere, a file each: only these can be chosen on a page, by name.
    pub secrets_dir: Option<PathBuf>,
    /// A database elsewhere: `postgres://user:password@host/name`. Empty: `beraad.db` in the folder.
    pub database: Option<String>,
    /// A certificate (PEM) to trust when the database is reached over TLS.
    pub database_certificate: Option<PathBuf>,
    /// How people reach the house; used in mails. With `https` cookies are bound to it.
    pub base_url: String,
    /// `smtp://host:25`, `smtps://user:password@host:465`. Empty: letters stay in the outbox.
    pub smtp: Option<String>,
    /// From whom letters come.
    pub mail_from: String,
    /// A scanner for files that come in (ClamAV): `127.0.0.1:3310`, or the path of its socket. Empty: none.
    pub clamd: Option<String>,
    /// The telephone that is answered when somebody is stuck, as it is shown.
    pub phone: String,
    /// How many people may read at the same moment (connections).
    pub readers: usize,
    /// The proxy in front of the house, by its network address; only it is believed about who it speaks for.
    pub proxy: Option<IpAddr>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            keys: None,
            secrets_dir: None,
            database: None,
            database_certificate: None,
            base_url: "http://127.0.0.1:8080".into(),
            smtp: None,
            mail_from: "Beraad <beraad@localhost.localdomain>".into(),
            clamd: None,
            phone: "030 – 000 00 00".into(),
            readers: 8,
            proxy: None,
        }
    }
}

/// It shows itself without passwords, whoever logs it.
impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config")
            .field("listen", &self.listen)
            .field("data", &self.data)
            .field("database", &self.database.as_deref().map(without_password))
            .field("base_url", &self.base_url)
            .field("smtp", &self.smtp.as_deref().map(without_password))
            .finish_non_exhaustive()
    }
}

/// An address as people may see it: `postgres://…@host/name`.
pub fn without_password(address: &str) -> String {
    let parts = address.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?.1)));
    parts.map_or_else(|| address.to_owned(), |(scheme, rest)| format!("{scheme}://…@{rest}"))
}

/// What was set from one source; the same fields, none of them needed.
#[derive(Clone, Default)]
pub struct Overrides {
    pub listen: Option<SocketAddr>,
    pub data: Option<PathBuf>,
    pub keys: Option<PathBuf>,
    pub secrets_dir: Option<PathBuf>,
    pub database: Option<String>,
    pub base_url: Option<String>,
    pub smtp: Option<String>,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ConfigError {
    #[error("the settings file {0} cannot be read: {1}")]
    Unreadable(String, String),
    #[error("the settings file {0} has a mistake: {1}")]
    Wrong(String, String),
    #[error("{0} is not a good value for {1}: {2}")]
    Value(String, &'static str, String),
}

impl Config {
    /// Reads the file, if there is one, and the environment (`BERAAD_LISTEN`, …).
    pub fn read(file: Option<&Path>, env: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mut config = match file {
            None => Self::default(),
            Some(path) => {
                let name = path.display().to_string();
                let text =
                    std::fs::read_to_string(path).map_err(|e| ConfigError::Unreadable(name.clone(), e.to_string()))?;
                toml::from_str(&text).map_err(|e| ConfigError::Wrong(name, in_one_sentence(&text, &e)))?
            }
        };
        if let Some(text) = env("BERAAD_LISTEN") {
            config.listen = text
                .parse()
                .map_err(|_| ConfigError::Value(text, "BERAAD_LISTEN", "write it as 127.0.0.1:8080".into()))?;
        }
        if let Some(text) = env("BERAAD_PROXY") {
            let address =
                text.parse().map_err(|_| ConfigError::Value(text, "BERAAD_PROXY", "write it as 10.0.0.1".into()))?;
            config.proxy = Some(address);
        }
        if let Some(text) = env("BERAAD_READERS") {
            config.readers =
                text.parse().map_err(|_| ConfigError::Value(text, "BERAAD_READERS", "write a whole number".into()))?;
        }
        let text = |name: &str, into: &mut String| {
            if let Some(value) = env(name) {
                *into = value;
            }
        };
        text("BERAAD_BASE_URL", &mut config.base_url);
        text("BERAAD_MAIL_FROM", &mut config.mail_from);
        text("BERAAD_PHONE", &mut config.phone);
        config.data = env("BERAAD_DATA").map_or(config.data, PathBuf::from);
        config.keys = env("BERAAD_KEYS").map(PathBuf::from).or(config.keys);
        config.secrets_dir = env("BERAAD_SECRETS_DIR").map(PathBuf::from).or(config.secrets_dir);
        config.database = env("BERAAD_DATABASE").or(config.database);
        config.database_certificate =
            env("BERAAD_DATABASE_CERTIFICATE").map(PathBuf::from).or(config.database_certificate);
        config.smtp = env("BERAAD_SMTP").or(config.smtp);
        config.clamd = env("BERAAD_CLAMD").or(config.clamd);
        config.checked()
    }

    /// Lets flags win over file and environment.
    pub fn with(mut self, flags: Overrides) -> Result<Self, ConfigError> {
        self.listen = flags.listen.unwrap_or(self.listen);
        self.data = flags.data.unwrap_or(self.data);
        self.keys = flags.keys.or(self.keys);
        self.secrets_dir = flags.secrets_dir.or(self.secrets_dir);
        self.database = flags.database.or(self.database);
        self.base_url = flags.base_url.unwrap_or(self.base_url);
        self.smtp = flags.smtp.or(self.smtp);
        self.checked()
    }

    fn checked(mut self) -> Result<Self, ConfigError> {
        let wrong =
            |value: &str, name, why: &str| Err(ConfigError::Value(without_password(value), name, why.to_owned()));
        if !is_a_house(&self.base_url) {
            let why =
                "write it as https://beraad.example, with http:// or https:// before the name and no path behind it";
            return wrong(&self.base_url, "base_url", why);
        }
        while self.base_url.ends_with('/') {
            self.base_url.pop();
        }
        if let Some(database) = &self.database
            && database.contains("://")
            && !database.starts_with("postgres://")
            && !database.starts_with("postgresql://")
        {
            return wrong(database, "database", "it is a file, or begins with postgres://");
        }
        if let Some(smtp) = &self.smtp
            && !smtp.starts_with("smtp://")
            && !smtp.starts_with("smtps://")
        {
            return wrong(smtp, "smtp", "it begins with smtp:// or smtps://");
        }
        if let Some(clamd) = &self.clamd
            && !is_a_scanner(clamd)
        {
            return wrong(clamd, "clamd", "write it as 127.0.0.1:3310, or as the path of a socket");
        }
        if !(1..=64).contains(&self.readers) {
            return wrong(&self.readers.to_string(), "readers", "choose a number from 1 to 64");
        }
        Ok(self)
    }

    /// Where the database is.
    pub fn database_options(&self) -> crate::db::Options {
        let url = self.database.clone().unwrap_or_else(|| self.data.join("beraad.db").display().to_string());
        let mut options = crate::db::Options::at(url);
        options.certificate = self.database_certificate.clone();
        options.readers = self.readers;
        options
    }

    /// Where the keys stand.
    pub fn keys_file(&self) -> PathBuf {
        let beside = |file: &String| Path::new(file).parent().map(|folder| folder.join("keys"));
        let sqlite = self.database.as_ref().filter(|database| !database.contains("://"));
        let beside = sqlite.and_then(beside);
        self.keys.clone().or(beside).unwrap_or_else(|| self.data.join("keys"))
    }

    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// `http` or `https`, and the name of a host, with or without a port.
fn is_a_house(address: &str) -> bool {
    let Ok(uri) = address.parse::<axum::http::Uri>() else { return false };
    let named = uri.authority().is_some_and(|a| !a.host().is_empty() && !a.as_str().contains('@'));
    named && matches!(uri.scheme_str(), Some("http" | "https")) && uri.path() == "/" && uri.query().is_none()
}

/// What [`scan`](crate::scan) can reach.
fn is_a_scanner(address: &str) -> bool {
    let port = address.rsplit_once(':').filter(|(host, _)| !host.is_empty()).map(|(_, port)| port.parse::<u16>());
    address.contains('/') || port.is_some_and(|port| port.is_ok_and(|port| port > 0))
}

/// What is wrong and on which line. Not the line itself, which may hold a password.
fn in_one_sentence(text: &str, error: &toml::de::Error) -> String {
    let what = error.message().lines().collect::<Vec<_>>().join(" ");
    match error.span().and_then(|span| text.get(..span.start)) {
        Some(before) => format!("on line {}: {what}", before.matches('\n').count() + 1),
        None => what,
    }
}

/// Every variable that is a setting, by its name in the environment; two of them are read by the program itself.
const VARIABLES: &[&str] = &[
    "BERAAD_LISTEN",
    "BERAAD_DATA",
    "BERAAD_KEYS",
    "BERAAD_SECRETS_DIR",
    "BERAAD_DATABASE",
    "BERAAD_DATABASE_CERTIFICATE",
    "BERAAD_BASE_URL",
    "BERAAD_SMTP",
    "BERAAD_MAIL_FROM",
    "BERAAD_CLAMD",
    "BERAAD_PHONE",
    "BERAAD_READERS",
    "BERAAD_PROXY",
    "BERAAD_CONFIG",
    "BERAAD_LOG",
];

/// What the tests and the scripts of this project set for themselves.
const OF_THE_WORKSHOP: &[&str] = &[
    "BERAAD_TEST_",
    "BERAAD_PROOF_",
    "BERAAD_ASSETS",
    "BERAAD_AT",
    "BERAAD_COLD_MS",
    "BERAAD_ENGINE",
    "BERAAD_GUIDE",
    "BERAAD_PDF_OUT",
    "BERAAD_PICTURES",
    "BERAAD_PID",
    "BERAAD_PROGRAM",
    "BERAAD_SECONDS",
    "BERAAD_STORE",
];

/// Variables that look like a setting and are none: somebody mistyped, and would wonder why nothing changes.
pub fn unknown_variables(names: impl Iterator<Item = String>) -> Vec<String> {
    let unknown = |name: &String| {
        name.starts_with("BERAAD_")
            && !VARIABLES.contains(&name.as_str())
            && !OF_THE_WORKSHOP.iter().any(|known| name.starts_with(known))
    };
    let mut found: Vec<_> = names.filter(unknown).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned())
    }

    #[test]
    fn flags_win_over_the_environment() {
        let config = Config::read(None, env(&[("BERAAD_LISTEN", "127.0.0.1:9000")])).unwrap();
        assert_eq!(config.listen.port(), 9000);
        let flags = Overrides { listen: Some(SocketAddr::from(([127, 0, 0, 1], 9001))), ..Overrides::default() };
        assert_eq!(config.with(flags).unwrap().listen.port(), 9001);
    }

    #[test]
    fn the_keys_stand_beside_the_database_unless_somebody_says_where() {
        let at = |pairs: &[(&str, &str)]| Config::read(None, env(pairs)).unwrap().keys_file().display().to_string();
        assert_eq!(at(&[]), "data/keys");
        assert_eq!(at(&[("BERAAD_DATA", "/var/lib/beraad")]), "/var/lib/beraad/keys");
        assert_eq!(at(&[("BERAAD_DATABASE", "/srv/b.db")]), "/srv/keys");
        assert_eq!(at(&[("BERAAD_DATABASE", "postgres://h/b"), ("BERAAD_DATA", "/d")]), "/d/keys");
        assert_eq!(at(&[("BERAAD_DATABASE", "/srv/b.db"), ("BERAAD_KEYS", "/etc/beraad/keys")]), "/etc/beraad/keys");
    }

    #[test]
    fn a_password_is_in_no_message_and_no_log() {
        let smtp = "smtps://beraad:geheim@mail.example";
        for pairs in [[("BERAAD_DATABASE", "mysql://u:geheim@h/b")], [("BERAAD_SMTP", "http://u:ge@heim@h")]] {
            let error = Config::read(None, env(&pairs)).unwrap_err().to_string();
            assert!(error.contains("://…@h") && !error.contains("geheim") && !error.contains("heim@"), "{error}");
        }
        let config = Config::read(None, env(&[("BERAAD_DATABASE", "postgres://u:geheim@h/b"), ("BERAAD_SMTP", smtp)]));
        let shown = format!("{:?}", config.unwrap());
        assert!(shown.contains("smtps://…@mail.example") && !shown.contains("geheim"), "{shown}");
        assert_eq!(without_password("data/beraad.db"), "data/beraad.db");
    }

    #[test]
    fn a_mistake_is_named_with_what_to_write() {
        let error = Config::read(None, env(&[("BERAAD_LISTEN", "8080")])).unwrap_err();
        assert_eq!(error.to_string(), "8080 is not a good value for BERAAD_LISTEN: write it as 127.0.0.1:8080");
        assert!(Config::read(None, env(&[("BERAAD_DATABASE", "mysql://x")])).is_err());
    }

    #[test]
    fn what_cannot_be_reached_is_no_address() {
        let set = |name: &str, value: &str| Config::read(None, env(&[(name, value)])).map(|c| c.base_url);
        for good in ["http://127.0.0.1:8080", "https://beraad.example/", "https://[::1]:8443"] {
            assert_eq!(set("BERAAD_BASE_URL", good).as_deref(), Ok(good.trim_end_matches('/')));
        }
        for wrong in ["beraad.nl", "http://", "https:///", "ftp://a", "https://a/pad", "https://a?b", "https://u:p@a"] {
            let error = set("BERAAD_BASE_URL", wrong).expect_err(wrong).to_string();
            assert!(error.contains("base_url: write it as https://beraad.example"), "{error}");
        }
        for good in ["127.0.0.1:3310", "scanner.local:3310", "/run/clamd.sock"] {
            assert!(set("BERAAD_CLAMD", good).is_ok(), "{good}");
        }
        for wrong in ["clamd", "127.0.0.1", ":3310", "a:poort", "a:0"] {
            let error = set("BERAAD_CLAMD", wrong).expect_err(wrong).to_string();
            assert!(error.contains("clamd: write it as 127.0.0.1:3310"), "{error}");
        }
    }

    #[test]
    fn a_variable_that_is_no_setting_is_named() {
        let names = ["HOME", "BERAAD_LISTN", "BERAAD_LISTEN", "BERAAD_TEST_POSTGRES", "BERAAD_AT", "BERAAD_CLAM"];
        let found = unknown_variables(names.into_iter().map(str::to_owned));
        assert_eq!(found, ["BERAAD_CLAM", "BERAAD_LISTN"]);
    }

    /// A setting that was forgotten in the list would be called unknown.
    #[test]
    fn each_setting_of_the_environment_is_known() {
        let asked = std::cell::RefCell::new(Vec::new());
        let none = |name: &str| {
            asked.borrow_mut().push(name.to_owned());
            None
        };
        Config::read(None, none).unwrap();
        let asked = asked.into_inner();
        assert!(asked.len() > 10);
        assert_eq!(unknown_variables(asked.into_iter()), Vec::<String>::new());
    }

    #[test]
    fn a_mistake_in_the_file_is_named_with_its_line_and_without_what_stands_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("beraad.toml");
        for (text, told) in [
            ("phone = \"1\"\nkleur = \"geheim\"\n", "on line 2: unknown field `kleur`"),
            ("readers = \"geheim\"\n", "on line 1: invalid type: string"),
            ("# een\n\nlisten = 8080\n", "on line 3: "),
            ("smtp = \"geheim\n", "on line 1: "),
        ] {
            std::fs::write(&file, text).unwrap();
            let error = Config::read(Some(&file), env(&[])).expect_err(text).to_string();
            assert!(error.contains(told) && error.contains("beraad.toml has a mistake"), "{error}");
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_what_is_so_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("beraad.toml");
        std::fs::write(&file, "phone = \"1\"\nlisten = \"127.0.0.1:9001\"\nreaders = 3\n").unwrap();
        let config = Config::read(Some(&file), env(&[("BERAAD_LISTEN", "127.0.0.1:9002")])).unwrap();
        assert_eq!((config.phone.as_str(), config.listen.port(), config.readers), ("1", 9002, 3));
        assert_eq!(config.mail_from, Config::default().mail_from);
        assert_eq!(Config::default().listen.to_string(), "127.0.0.1:8080");
    }
}
