//! The words by which people call a role.

use identity::directory::fold;
use platform::Role;

/// The role that a word stands for, as people write it.
pub fn role(words: &str) -> Option<Role> {
    let folded = fold(words);
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    Some(match word {
        "voorzitter" | "vz" | "chair" | "chairman" => Role::Chair,
        "secretaris" | "secr" | "secretary" => Role::Secretary,
        "penningmeester" | "pm" | "treasurer" => Role::Treasurer,
        "lid" | "raadslid" | "member" | "council member" => Role::Member,
        "aspirant-lid" | "aspirant lid" | "aspirant" | "kandidaat" | "kandidaat-lid" | "candidate" => Role::Candidate,
        "ambtelijk secretaris" | "ambtelijk secr" | "official secretary" => Role::OfficialSecretary,
        "contactambtenaar" | "contact officer" => Role::ContactOfficer,
        "beleidsmedewerker" | "ambtenaar" | "beleidsambtenaar" | "beleidsadviseur" | "policy officer" | "officer" => {
            Role::Officer
        }
        "wethouder" | "alderman" => Role::Alderman,
        "griffier" | "clerk" => Role::Clerk,
        "begeleider" | "facilitator" => Role::Facilitator,
        "bureau" | "office" => Role::Office,
        "bestuurslid" | "bestuur" | "board member" | "board" => Role::Board,
        "beheerder" | "administrator" => Role::Administrator,
        _ => return None,
    })
}
