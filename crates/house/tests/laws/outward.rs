//! Where the house goes by itself: only these files reach out, and the guide of the administrator says where.

use std::path::{Path, PathBuf};

/// What reaches out in the code, and the files that may.
const REACHES: &[(&str, &[&str])] = &[
    ("ureq::", &["identity/src/openid/guard.rs", "identity/src/openid/reach.rs"]),
    ("TcpStream", &["platform/src/scan.rs", "platform/src/db/tls.rs"]),
    ("UnixStream", &["platform/src/scan.rs"]),
    ("AsyncSmtpTransport", &["mail/src/send.rs"]),
    ("tokio_postgres::connect", &[]),
    ("reqwest", &[]),
    ("hyper::client", &[]),
    ("Command::new", &[]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "tests" && name != "testing" {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs")
            && name != "tests.rs"
            && path.components().any(|c| c.as_os_str() == "src")
        {
            found.push(path);
        }
    }
}

#[test]
fn only_these_files_reach_out() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = Vec::new();
    sources(&crates, &mut all);
    assert!(all.len() > 100, "only {} files were found", all.len());
    for path in all {
        let text = std::fs::read_to_string(&path).expect("a text");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for (word, may) in REACHES {
            let listed = may.iter().any(|end| path.ends_with(end));
            assert!(
                !code.contains(word) || listed,
                "{} reaches out by {word}: list it, and say where in docs/beheer",
                path.display()
            );
        }
    }
    let guide = std::fs::read_to_string(crates.join("../docs/beheer/README.md")).expect("the guide");
    let where_to = guide.split("## Where it goes").nth(1).and_then(|text| text.split("\n## ").next()).expect("a list");
    for setting in ["`database`", "`smtp`", "`clamd`", "provider"] {
        assert!(where_to.contains(setting), "the guide does not say that it goes to {setting}");
    }
}
