//! Where the address book and the register name a person.

platform::persons! {
    "council_profile", "by_person", "council";
    "seat_end", "by_person", "seat";
    "seat_renewal", "by_person", "id";
    "seat_deputy", "deputy", "seat";
    "seat_deputy", "by_person", "seat";
    "person_knows", "person", "theme", unless "SELECT 1 FROM person_knows k WHERE k.person = $3 AND k.theme = t.theme";
    "person_about", "person", "'-'", unless "SELECT 1 FROM person_about k WHERE k.person = $3";
    "person_interest", "person", "id";
    "person_interest", "by_person", "id";
    "invitation", "person", "id";
    "invitation", "by_person", "id";
    "invitation_withdrawal", "by_person", "invitation";
    "organisation_end", "by_person", "organisation";
    "municipality_succession", "by_person", "former || ' ' || successor";
    "person_question", "by_person", "id";
    "person_question", "to_person", "id";
}
