//! `beraad term`: a date with its reasons, and a table of them.

use super::{reads, says};

const TABLE: &str = "event_date,value,unit\n2024-11-13,6,weeks\n2025-07-01,4,weeks\n";

#[tokio::test]
async fn a_term_is_answered_with_the_date_and_then_the_reasons() {
    let said = says(["term", "--event", "2024-11-13", "--value", "6", "--unit", "weeks", "--rule", "atw"]).await;
    let lines: Vec<_> = said.went_well().out.lines().collect();
    assert_eq!(lines[0], "2024-12-30 (Monday 30 December 2024)");
    assert!(lines.len() > 3 && lines[1].trim_start().starts_with("1. "), "{said:?}");
    assert!(lines[2].contains("6 weeks later is Wednesday 25 December 2024."), "{said:?}");
    assert!(lines[4].contains("Christmas Day"), "{said:?}");
    let dutch = says(["term", "--event", "2024-11-13", "--value", "6", "--rule", "atw", "--dutch"]).await;
    assert!(dutch.went_well().out.starts_with("2024-12-30 (maandag 30 december 2024)"), "{dutch:?}");
}

#[tokio::test]
async fn what_is_no_term_is_told() {
    for (args, told) in [
        (&["--event", "onzin", "--value", "6"][..], "The event_date \"onzin\" is no date"),
        (&["--event", "2024-11-13"], "say how many with --value"),
        (&["--event", "2024-11-13", "--value", "zes"], "\"zes\""),
        (&["--event", "2024-11-13", "--value", "6", "--unit", "manen"], "\"manen\""),
        (&["--csv", "/nergens/tabel.csv"], "/nergens/tabel.csv cannot be read"),
    ] {
        says(std::iter::once("term").chain(args.iter().copied())).await.is_closed_with(told);
    }
}

#[tokio::test]
async fn a_table_comes_back_with_a_date_behind_each_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tabel.csv");
    std::fs::write(&file, TABLE).expect("a file");
    let from_file = says(["term", "--csv", &file.display().to_string()]).await;
    let lines: Vec<_> = from_file.went_well().out.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], "event_date,value,unit,end_date,coverage,steps,error");
    assert!(lines[1].starts_with("2024-11-13,6,weeks,2024-12-30,complete,"), "{from_file:?}");
    assert!(lines[2].starts_with("2025-07-01,4,weeks,2025-07-29,complete,"), "{from_file:?}");
    for args in [&["term", "--csv", "-"][..], &["term"]] {
        assert_eq!(reads(args, TABLE).await.went_well().out, from_file.out, "{args:?}");
    }
}

#[tokio::test]
async fn a_wrong_line_is_named_the_others_are_done_and_the_code_is_one() {
    for (args, input) in [(&["term", "--csv", "-"][..], "\n"), (&["term"], "\r\n")] {
        let table = format!("event_date,value,unit{input}onzin,6,weeks{input}2025-07-01,4,weeks{input}");
        let said = reads(args, &table).await;
        assert_eq!((said.code, said.err.as_str()), (Some(1), ""), "{said:?}");
        let lines: Vec<_> = said.out.lines().collect();
        assert!(lines[1].starts_with("onzin,6,weeks,,,,") && lines[1].contains("is no date"), "{said:?}");
        assert!(lines[2].starts_with("2025-07-01,4,weeks,2025-07-29,complete,"), "{said:?}");
    }
    reads(&["term"], "kleur,maat\n1,2\n").await.is_closed_with("Unknown column: kleur, maat");
}
