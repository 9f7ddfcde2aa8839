//! What is typed in the form, and what may be kept of it. Pure, but for the list of secrets that it is given.

use platform::choice::Choice;
use platform::config::Config;
use platform::web::Fields;
use platform::{Lang, Role};

use super::held::{Held, Secret, Values};
use crate::Texts;
use crate::parts::Faults;

/// The roles that an officer can have here; none of them reaches over organisations.
pub const ROLES: [Role; 4] = [Role::ContactOfficer, Role::Officer, Role::Alderman, Role::Clerk];
/// More lines than any municipality has roles for us.
const LINES_MOST: usize = 50;
/// In the field of the secret: as it was set on the command line.
pub const AS_IT_IS: &str = "*";

pub const FIELDS: &[&str] =
    &["aanmelding", "versie", "doe", "uitgever", "client", "geheim", "rolveld", "rollen", "sterk"];

/// The form as it stands on the page.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub issuer: String,
    pub client_id: String,
    pub secret: String,
    pub role_claim: String,
    pub roles: String,
    pub strong: String,
}

impl Typed {
    pub fn of(values: &Values, lang: Lang) -> Self {
        let secret = match &values.secret {
            Secret::None => String::new(),
            Secret::Named(name) => name.clone(),
            Secret::File(_) => AS_IT_IS.to_owned(),
        };
        let Values { issuer, client_id, role_claim, strong, .. } = values.clone();
        Self { issuer, client_id, secret, role_claim, roles: role_lines(&values.roles, lang).join("\n"), strong }
    }

    /// A new one, with what most providers have.
    pub fn fresh() -> Self {
        Self { role_claim: "roles".to_owned(), strong: "mfa".to_owned(), ..Self::default() }
    }

    pub fn read(form: &Fields) -> Self {
        let text = |name: &str| form.text(name).chars().take(400).collect();
        let roles = form.raw("rollen").chars().take(8_000).collect();
        Self {
            issuer: text("uitgever"),
            client_id: text("client"),
            secret: text("geheim"),
            role_claim: text("rolveld"),
            roles,
            strong: text("sterk"),
        }
    }

    /// The fields of the form, for a page that carries them on.
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("uitgever", &self.issuer),
            ("client", &self.client_id),
            ("geheim", &self.secret),
            ("rolveld", &self.role_claim),
            ("rollen", &self.roles),
            ("sterk", &self.strong),
        ]
    }
}

/// *wmo-beleid = beleidsmedewerker*
pub fn role_lines(roles: &[(String, Role)], lang: Lang) -> Vec<String> {
    roles.iter().map(|(theirs, ours)| format!("{theirs} = {}", ui::role_word(*ours, lang))).collect()
}

/// What one of ours is called here: in either language, or as it is stored.
fn role(word: &str) -> Option<Role> {
    let word = word.trim().to_lowercase();
    let is = |role: &Role| {
        word == role.word()
            || [Lang::Nl, Lang::En].iter().any(|lang| word == ui::role_word(*role, *lang).to_lowercase())
    };
    ROLES.into_iter().find(is)
}

/// What is wanted, and what is wrong in it.
pub fn wanted(typed: &Typed, held: Option<&Held>, secrets: &[String], config: &Config, t: &Texts) -> (Values, Faults) {
    let mut faults = Faults::none();
    let issuer = typed.issuer.trim().to_owned();
    if let Some(wrong) = wrong_issuer(&issuer, config, t) {
        faults.add("uitgever", wrong);
    }
    let plain = |text: &str, most: usize| text.len() <= most && text.chars().all(|c| c.is_ascii_graphic());
    if typed.client_id.is_empty() || !plain(&typed.client_id, 200) {
        faults.add("client", t.own_wrong_client());
    }
    let secret = secret(typed, held, secrets).unwrap_or_else(|| {
        faults.add("geheim", t.own_wrong_secret());
        Secret::None
    });
    if typed.role_claim.is_empty() || !plain(&typed.role_claim, 100) {
        faults.add("rolveld", t.own_wrong_claim());
    }
    let roles = roles(&typed.roles, t).unwrap_or_else(|wrong| {
        faults.add("rollen", wrong);
        Vec::new()
    });
    let strong = typed.strong.split_whitespace().collect::<Vec<_>>().join(" ");
    if strong.chars().any(char::is_control) || strong.len() > 200 {
        faults.add("sterk", t.own_wrong_strong());
    }
    let (client_id, role_claim) = (typed.client_id.clone(), typed.role_claim.clone());
    (Values { issuer, client_id, secret, role_claim, roles, strong }, faults)
}

fn wrong_issuer(issuer: &str, config: &Config, t: &Texts) -> Option<String> {
    if issuer.is_empty() {
        return Some(t.own_wrong_no_issuer());
    }
    let plain = issuer.len() <= 200 && issuer.chars().all(|c| c.is_ascii_graphic()) && !issuer.contains(['?', '#']);
    (!plain || !identity::openid::is_safe(issuer, config)).then(|| t.own_wrong_issuer())
}

/// Only a name that is in the list; or the path of the command line, untouched.
fn secret(typed: &Typed, held: Option<&Held>, secrets: &[String]) -> Option<Secret> {
    let now = held.map(|held| &held.values.secret);
    match typed.secret.as_str() {
        "" => Some(Secret::None),
        AS_IT_IS => now.filter(|now| matches!(now, Secret::File(_))).cloned(),
        // What is set stays what it is, also when the folder is away.
        name if now == Some(&Secret::Named(name.to_owned())) => now.cloned(),
        name => secrets.iter().any(|one| one == name).then(|| Secret::Named(name.to_owned())),
    }
}

fn roles(typed: &str, t: &Texts) -> Result<Vec<(String, Role)>, String> {
    let mut all: Vec<(String, Role)> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = line.rsplit_once('=').map(|(theirs, ours)| (theirs.trim(), role(ours)));
        let Some((theirs, Some(ours))) = read else { return Err(t.own_wrong_role(shortened(line))) };
        if theirs.is_empty() || theirs.len() > 200 || theirs.chars().any(char::is_control) {
            return Err(t.own_wrong_role(shortened(line)));
        }
        if all.iter().any(|(one, _)| one == theirs) {
            return Err(t.own_wrong_role_twice(shortened(theirs)));
        }
        all.push((theirs.to_owned(), ours));
    }
    all.sort();
    if all.len() > LINES_MOST { Err(t.own_wrong_roles_many(LINES_MOST.to_string())) } else { Ok(all) }
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn read(typed: &Typed, held: Option<&Held>) -> (Values, Vec<String>) {
        let secrets = ["zutphen".to_owned()];
        let config = Config { base_url: "https://beraad.example".into(), ..Config::default() };
        let (values, faults) = wanted(typed, held, &secrets, &config, texts(Lang::Nl));
        (values, faults.all().iter().map(|(field, _)| field.clone()).collect())
    }

    fn good() -> Typed {
        Typed {
            issuer: "https://id.zutphen.example/oidc".into(),
            client_id: "beraad".into(),
            secret: "zutphen".into(),
            roles: "wmo-beleid = Beleidsmedewerker\n\ncn=griffie, dc=zutphen=griffier\r\nbeleid = officer".into(),
            ..Typed::fresh()
        }
    }

    #[test]
    fn what_fits_is_kept_plainly() {
        let (values, faults) = read(&good(), None);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(values.secret, Secret::Named("zutphen".into()));
        let roles: Vec<_> = values.roles.iter().map(|(theirs, ours)| (theirs.as_str(), *ours)).collect();
        let wanted =
            [("beleid", Role::Officer), ("cn=griffie, dc=zutphen", Role::Clerk), ("wmo-beleid", Role::Officer)];
        assert_eq!(roles, wanted);
        // What is shown again reads the same.
        let (again, faults) = read(&Typed::of(&values, Lang::En), None);
        assert!(faults.is_empty() && again == values);
    }

    #[test]
    fn what_does_not_fit_is_named_by_its_field() {
        let with = |change: fn(&mut Typed)| {
            let mut typed = good();
            change(&mut typed);
            read(&typed, None).1
        };
        assert_eq!(with(|t| t.issuer.clear()), ["uitgever"]);
        for issuer in ["http://id.example", "http://localhost:1", "https://id.example/?a=b", "https://a:b@id.example"] {
            let typed = Typed { issuer: issuer.to_owned(), ..good() };
            assert_eq!(read(&typed, None).1, ["uitgever"], "{issuer}");
        }
        assert_eq!(with(|t| t.client_id = "met spatie".into()), ["client"]);
        for secret in ["elders", "../keys", "/etc/passwd", AS_IT_IS] {
            assert_eq!(read(&Typed { secret: secret.to_owned(), ..good() }, None).1, ["geheim"], "{secret}");
        }
        assert_eq!(with(|t| t.role_claim.clear()), ["rolveld"]);
        for roles in ["zonder gelijkteken", "= griffier", "a = beheerder", "a = bureau", "a = griffier\na = wethouder"]
        {
            assert_eq!(read(&Typed { roles: roles.to_owned(), ..good() }, None).1, ["rollen"], "{roles}");
        }
    }

    #[test]
    fn a_path_of_the_command_line_can_only_stay() {
        let values = Values { secret: Secret::File("/etc/beraad/x".into()), ..read(&good(), None).0 };
        let held = Held { id: "1".into(), since: platform::Moment(0), values };
        let typed = Typed::of(&held.values, Lang::Nl);
        assert_eq!(typed.secret, AS_IT_IS, "the path itself is on no page");
        assert_eq!(read(&typed, Some(&held)).0.secret, held.values.secret);
        let gone = Values { secret: Secret::Named("weg".into()), ..held.values.clone() };
        let held = Held { values: gone, ..held };
        assert!(read(&Typed::of(&held.values, Lang::Nl), Some(&held)).1.is_empty(), "what is set stays");
    }
}
