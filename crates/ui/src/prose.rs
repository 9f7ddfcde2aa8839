//! Texts that people wrote, on a page: paragraphs, lists and links, and nothing that runs.
//!
//! People type plain text. A line that begins with a dash or a number is a list; an address becomes a link
//! when it is http, https or mailto. The result goes through the sanitiser all the same.

use std::sync::LazyLock;

use ammonia::Builder;

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(["p", "br", "ul", "ol", "li", "a", "strong", "em", "blockquote", "h3", "h4"].into())
        .tag_attributes([("a", ["href"].into())].into())
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("nofollow noopener noreferrer"))
        .clean_content_tags(["script", "style"].into());
    builder
});

/// HTML with everything taken out that is not plain prose.
pub fn sanitised(html: &str) -> String {
    SANITISER.clean(html).to_string()
}

/// Plain text as HTML prose: safe to write into a page as it is.
pub fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    for block in text.replace("\r\n", "\n").split("\n\n").map(str::trim).filter(|b| !b.is_empty()) {
        write_block(block, &mut html);
    }
    html
}

#[derive(PartialEq, Clone, Copy)]
enum LineKind {
    Text,
    Bullet,
    Number,
}

fn write_block(block: &str, html: &mut String) {
    let mut open = None;
    for line in block.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (kind, text) = kind_of(line);
        if open == Some(LineKind::Text) && kind == LineKind::Text {
            html.push_str("<br>");
        } else if open != Some(kind) {
            close(open, html);
            html.push_str(match kind {
                LineKind::Text => "<p>",
                LineKind::Bullet => "<ul>",
                LineKind::Number => "<ol>",
            });
        }
        open = Some(kind);
        if kind == LineKind::Text {
            linked(text, html);
        } else {
            html.push_str("<li>");
            linked(text, html);
            html.push_str("</li>");
        }
    }
    close(open, html);
}

fn close(open: Option<LineKind>, html: &mut String) {
    html.push_str(match open {
        Some(LineKind::Text) => "</p>",
        Some(LineKind::Bullet) => "</ul>",
        Some(LineKind::Number) => "</ol>",
        None => "",
    });
}

fn kind_of(line: &str) -> (LineKind, &str) {
    if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or_else(|| line.strip_prefix("• "))
    {
        return (LineKind::Bullet, rest);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && let Some(rest) = line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "))
    {
        return (LineKind::Number, rest);
    }
    (LineKind::Text, line)
}

/// Escapes, and makes links of the addresses in it.
fn linked(text: &str, html: &mut String) {
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            html.push(' ');
        }
        let bare = word.trim_matches(|c| matches!(c, '(' | ')' | ',' | '.' | ';' | ':' | '!' | '?' | '"' | '\''));
        if (bare.starts_with("https://") || bare.starts_with("http://")) && bare.len() > 8 {
            let start = word.find(bare).unwrap_or(0);
            escape(&word[..start], html);
            html.push_str("<a rel=\"nofollow noopener noreferrer\" href=\"");
            escape(bare, html);
            html.push_str("\">");
            escape(bare, html);
            html.push_str("</a>");
            escape(&word[start + bare.len()..], html);
        } else {
            escape(word, html);
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

pub(crate) mod filters {
    use askama::filters::Safe;

    /// Plain text as paragraphs, lists and links: `{{ body|prose }}`.
    #[askama::filter_fn]
    pub fn prose(text: impl std::fmt::Display, _: &dyn askama::Values) -> askama::Result<Safe<String>> {
        Ok(Safe(super::paragraphs(&text.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_and_links() {
        let html = paragraphs("Wat wij leerden:\n- één vraag\n- twee mensen\n\nZie https://voorbeeld.nl/a?b=1&c=2.");
        assert_eq!(
            html,
            "<p>Wat wij leerden:</p><ul><li>één vraag</li><li>twee mensen</li></ul><p>Zie <a rel=\"nofollow noopener noreferrer\" href=\"https://voorbeeld.nl/a?b=1&amp;c=2\">https://voorbeeld.nl/a?b=1&amp;c=2</a>.</p>"
        );
    }

    #[test]
    fn nothing_that_was_typed_runs() {
        for hostile in [
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "https://\"onmouseover=alert(1)//",
            "</p><img src=x onerror=alert(1)>",
        ] {
            let html = paragraphs(hostile);
            assert!(
                !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"),
                "{html}"
            );
            assert!(!html.contains("\"onmouseover"), "{html}");
        }
        assert_eq!(sanitised("<p onclick=x>a<script>b</script></p>"), "<p>a</p>");
    }
}
