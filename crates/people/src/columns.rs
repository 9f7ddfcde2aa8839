//! What the columns of a pasted sheet hold, and which signs stand between its cells.

use identity::directory::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Address,
    /// *Adres*: a street, unless addresses for mail stand in it.
    Place,
    First,
    Initials,
    Infix,
    Last,
    Name,
    Salutation,
    Role,
    From,
    Other,
}

/// The sign between the cells: what a spreadsheet puts there, and else what most lines have.
pub(crate) fn separator<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> char {
    if lines.clone().any(|line| line.contains('\t')) {
        return '\t';
    }
    let with = |sign: char| lines.clone().filter(|line| line.contains(sign)).count();
    let (semicolons, all) = (with(';'), lines.clone().count());
    // One stray semicolon at the end of an address does not make a sheet of semicolons.
    if semicolons > 0 && semicolons * 2 >= all { ';' } else { ',' }
}

/// What is pasted from two places has two signs: a line without the sign of the sheet goes by its own.
pub(crate) fn mark_of(line: &str, of_the_sheet: char) -> char {
    if line.contains(of_the_sheet) { of_the_sheet } else { separator(std::iter::once(line)) }
}

/// The cells of a line, without quotes and space around them.
pub(crate) fn cells(line: &str, mark: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let cell = cells.last_mut().expect("there is always a cell");
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            '"' if quoted => quoted = false,
            // A quote opens at the beginning of a cell only: elsewhere it is part of a name.
            '"' if cell.trim().is_empty() => quoted = true,
            _ if sign == mark && !quoted => cells.push(String::new()),
            _ => cell.push(sign),
        }
    }
    cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// What each column is, when the first line says so. `below` are the cells of the lines under it.
pub(crate) fn headings(cells: &[String], below: &[Vec<String>]) -> Option<Vec<Column>> {
    if cells.iter().any(|cell| cell.contains('@')) {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|cell| heading(&fold(cell))).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let named = columns.iter().filter(|c| **c != Column::Other).count();
    let is_name = |c: &Column| matches!(c, Column::Name | Column::First | Column::Initials | Column::Last);
    let tells = columns.contains(&Column::Address) || columns.iter().any(is_name);
    // A line that says *e-mail* where nobody has an address is a heading, however many columns there are besides.
    if !tells || (!columns.contains(&Column::Address) && named * 2 < filled) {
        return None;
    }
    for (n, column) in columns.iter_mut().enumerate().filter(|(_, c)| **c == Column::Place) {
        let mails = below.iter().any(|line| line.get(n).is_some_and(|cell| cell.contains('@')));
        *column = if mails { Column::Address } else { Column::Other };
    }
    Some(columns)
}

fn heading(folded: &str) -> Column {
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    // *Controle* and *rolstoel* are no roles: a short word must stand by itself.
    let is = |words: &[&str]| folded.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    if is(&["mail", "mails", "email", "emails", "mailadres", "mailadressen", "emailadres", "emailadressen"])
        || has(&["mailadres", "mail address"])
    {
        Column::Address
    } else if matches!(folded, "adres" | "adressen" | "address" | "addresses") {
        Column::Place
    } else if has(&["voorletter", "initia"]) {
        Column::Initials
    } else if has(&["voornaam", "roepnaam"]) || is(&["first", "firstname", "given"]) {
        Column::First
    } else if has(&["tussenv", "voorvoegsel"]) || is(&["tussen", "infix", "prefix", "tv"]) {
        Column::Infix
    } else if has(&["achternaam", "familienaam", "geslachtsnaam", "surname", "last name", "lastname", "family name"]) {
        Column::Last
    } else if has(&["aanhef", "aanspreek", "geslacht", "salutation"]) || folded == "title" {
        Column::Salutation
    } else if is(&["rol", "functie", "role", "function", "functies", "rollen"]) {
        Column::Role
    } else if has(&["vanaf", "sinds", "begindatum", "startdatum", "ingangsdatum"])
        || is(&["begin", "start", "since", "from", "ingang"])
    {
        Column::From
    } else if matches!(folded, "naam" | "namen" | "name" | "names")
        || has(&["volledige naam", "full name", "naam lid", "naam raadslid"])
    {
        Column::Name
    } else {
        Column::Other
    }
}
