//! One term as text: the date first, then the reasons.

use crate::{Answer, Calendar, FieldError, Fields, Language, compute, text};

/// Computes one term and explains it, ready to print; the last line ends with a newline.
///
/// # Errors
/// [`FieldError`]: a cell that cannot be read, or a term that cannot be computed.
///
/// ```
/// use terms::{Fields, Language, single};
///
/// let fields = Fields { event: "2024-11-13", value: "6", unit: "weeks", rule: "atw", ..Fields::default() };
/// assert!(single(&fields, Language::English)?.starts_with("2024-12-30 (Monday 30 December 2024)\n"));
/// # Ok::<(), terms::FieldError>(())
/// ```
pub fn single(fields: &Fields<'_>, language: Language) -> Result<String, FieldError> {
    let answer = compute(&fields.term()?, Calendar::dutch())?;
    Ok(explain(&answer, language))
}

/// An answer as text: the date, a numbered sentence per step, a warning when it is incomplete.
pub fn explain(answer: &Answer, language: Language) -> String {
    let end = match language {
        Language::Dutch => text::dutch::end(answer.end),
        Language::English => text::english::end(answer.end),
    };
    let mut lines = vec![format!("{} ({end})", answer.end)];
    let steps = answer.steps.iter().enumerate();
    lines.extend(steps.map(|(index, step)| format!("{:>2}. {}", index + 1, language.sentence(step))));
    lines.extend(answer.coverage.warning(language));
    lines.join("\n") + "\n"
}

/// The same sentences on one line, for a cell.
pub(crate) fn cell(answer: &Answer, language: Language) -> String {
    let mut sentences: Vec<String> = answer.steps.iter().map(|step| language.sentence(step)).collect();
    sentences.extend(answer.coverage.warning(language));
    sentences.join(" ")
}
