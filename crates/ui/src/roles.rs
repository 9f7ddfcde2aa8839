//! The words and marks for who somebody is.

use platform::{Kind, Lang, Role};

/// The role in words, as it stands under a name.
pub fn role_word(role: Role, lang: Lang) -> &'static str {
    let (nl, en) = match role {
        Role::Chair => ("voorzitter", "chair"),
        Role::Secretary => ("secretaris", "secretary"),
        Role::Treasurer => ("penningmeester", "treasurer"),
        Role::Member => ("raadslid", "council member"),
        Role::Candidate => ("aspirant-lid", "candidate member"),
        Role::OfficialSecretary => ("ambtelijk secretaris", "official secretary"),
        Role::ContactOfficer => ("contactambtenaar", "contact officer"),
        Role::Officer => ("beleidsmedewerker", "policy officer"),
        Role::Alderman => ("wethouder", "alderman"),
        Role::Clerk => ("griffier", "clerk of the municipal council"),
        Role::Facilitator => ("begeleider", "facilitator"),
        Role::Office => ("bureau", "office"),
        Role::Board => ("bestuurslid", "board member"),
        Role::Administrator => ("beheerder", "administrator"),
        Role::Guest => ("gast", "guest"),
    };
    lang.pick(nl, en)
}

/// The class of the mark that stands for a kind of body: circle, square, dome.
pub fn kind_mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Council => "mark--council",
        Kind::Municipality => "mark--municipality",
        Kind::Association | Kind::Host => "mark--association",
        Kind::Elsewhere => "mark--association mark--open",
    }
}
