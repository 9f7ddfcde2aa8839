use super::*;

fn header<'a>(served: &'a Served, name: &str) -> Option<&'a str> {
    served.headers.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
}

#[test]
fn every_asset_is_whole() {
    assert_eq!(verify(), Ok(()));
    assert!(all().len() > 10);
}

#[test]
fn a_damaged_file_is_noticed() {
    let bytes = Bytes { bytes: b"not what was built", sha256: all()[0].plain.sha256 };
    assert!(!bytes.is_whole());
}

#[test]
fn a_page_names_the_file_that_is_served() {
    let path = asset("app.css");
    let served = serve(path.strip_prefix("/assets/").unwrap(), None, None).unwrap();
    assert_eq!(served.status, 200);
    assert_eq!(header(&served, "content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(header(&served, "cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(header(&served, "content-encoding"), None);
    assert!(served.body.starts_with(b"@font-face") || !served.body.is_empty());
}

#[test]
fn the_smallest_form_that_a_browser_takes_is_sent() {
    let file = asset("app.css").strip_prefix("/assets/").unwrap();
    let encoding =
        |accepted| header(&serve(file, Some(accepted), None).unwrap(), "content-encoding").map(str::to_owned);
    assert_eq!(encoding("gzip, deflate, br").as_deref(), Some("br"));
    assert_eq!(encoding("gzip").as_deref(), Some("gzip"));
    assert_eq!(encoding("br;q=0, gzip;q=0.5").as_deref(), Some("gzip"));
    assert_eq!(encoding("identity"), None);
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let file = asset("core.js").strip_prefix("/assets/").unwrap();
    let etag = header(&serve(file, Some("br"), None).unwrap(), "etag").unwrap().to_owned();
    let again = serve(file, Some("br"), Some(&etag)).unwrap();
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(serve(file, Some("gzip"), Some(&etag)).unwrap().status, 200);
}

#[test]
fn what_does_not_exist_is_nothing() {
    for file in ["", "app.css", "../manifest.json", "manifest.json"] {
        assert_eq!(serve(file, None, None), None, "{file}");
    }
}

#[test]
fn the_promised_sizes_hold() {
    let size = |name: &str| {
        all()
            .iter()
            .find(|a| a.name == name)
            .map(|a| (a.plain.bytes.len(), a.brotli.as_ref().map_or(0, |b| b.bytes.len())))
            .unwrap()
    };
    assert!(size("app.css").0 <= 100_000 && size("app.css").1 <= 14_000, "{:?}", size("app.css"));
    assert!(size("core.js").1 <= 3_000, "{:?}", size("core.js"));
    assert!(size("noto-sans.woff2").0 + size("noto-serif.woff2").0 <= 100_000);
}

/// Pages decide which styles stay. A page that came later than the build would look bare.
#[test]
fn no_page_uses_a_class_that_was_left_out() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut bare = Vec::new();
    pages_under(crates, &mut |page, text| {
        for list in text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let lost = list.split_whitespace().filter(|class| purged().contains(class));
            bare.extend(lost.map(|class| format!("{class} in {}", page.display())));
        }
    });
    assert!(bare.is_empty(), "run make assets, these have no style: {bare:?}");
}

fn pages_under(folder: &std::path::Path, see: &mut impl FnMut(&std::path::Path, &str)) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            pages_under(&path, see);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            see(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}
