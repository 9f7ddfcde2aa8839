//! Where identity names a person, as far as it goes along when two entries are joined. Sign-ins end, and what somebody
//! takes the second step with is handled by [`joined`](crate::joined) itself.

platform::persons! {
    // What covers both is left where it is.
    "seat", "person", "id", unless "SELECT 1 FROM person_join_seat k WHERE k.join_id = $1 AND k.seat = t.id";
    "passkey", "person", "id";
    "openid_person", "person", "issuer || ' ' || subject";
    "mandate", "person", "id";
    "mandate", "helper", "id";
    "mandate_asked", "helper", "person", unless "SELECT 1 FROM mandate_asked k WHERE k.person = t.person AND k.helper = $3";
    "mandate_asked", "person", "helper", unless "SELECT 1 FROM mandate_asked k WHERE k.helper = t.helper AND k.person = $3";
    "person_looks", "person", "'-'", unless "SELECT 1 FROM person_looks k WHERE k.person = $3";
    "person_disabled", "by_person", "person";
    "organisation_second_step", "by_person", "organisation";
    // Who went up in the one before goes along.
    "person_join", "into_person", "id";
    "person_join", "by_person", "id";
    "person_join", "undone_by", "id";
}
