//! A document of a case: shared with both sides, or of one side only.

use platform::clock::Moment;
use platform::id::{FileId, OrganisationId, PersonId};
use platform::policy::{Guarded, Verdict};
use platform::{Actor, choice};

use crate::kinds::{CaseId, DocumentId, Side, Visibility};
use crate::policy::{self, Standing};

choice! {
    pub enum Action {
        View = "view",
    }
}

platform::row! {
    /// A document with its file and the case it belongs to.
    pub struct Document {
        pub id: DocumentId,
        pub case_id: CaseId,
        pub council: OrganisationId,
        pub municipality: OrganisationId,
        /// Of the case; the narrower of the two counts.
        pub case_visibility: Visibility,
        pub own_visibility: Visibility,
        pub file: FileId,
        pub title: String,
        pub side: Side,
        pub file_name: String,
        pub media_type: String,
        pub size_bytes: i64,
        pub at: Moment,
        /// The reader, when they are a guest of the case.
        pub guest: Option<PersonId>,
        /// A side keeps the case to some of its people; closed when the reader is none of them.
        pub confidential: bool,
        pub council_closed: bool,
        pub municipality_closed: bool,
    }
}

impl Guarded for Document {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "document";
    const VIEW: Action = Action::View;
    const ON_BEHALF: &'static [Action] = &[Action::View];

    fn visibility(&self) -> Visibility {
        match (self.case_visibility, self.own_visibility) {
            (Visibility::Parties, own) => own,
            // What is of one side stays so, and the embargo is about what both share.
            (Visibility::Embargo, own) if own != Visibility::Parties => own,
            (of_the_case, _) => of_the_case,
        }
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = policy::standings(actor, &self.council, &self.municipality);
        policy::in_circles(&mut all, (self.council_closed, self.municipality_closed));
        let guest = self.guest.as_ref().filter(|_| !self.confidential);
        all.extend(policy::as_guest(actor, guest, &all));
        all
    }

    fn verdict(standing: Standing, action: Action, visibility: Visibility) -> Verdict {
        use Verdict::{Allowed, Hidden};
        match (standing.side(), action, visibility) {
            (None, Action::View, Visibility::Parties) if standing == Standing::Guest => Allowed,
            (None, Action::View, _) => Hidden,
            (Some(_), Action::View, Visibility::Parties) => Allowed,
            (Some(_), Action::View, Visibility::Embargo) if standing == Standing::Clerk => Hidden,
            (Some(_), Action::View, Visibility::Embargo) => Allowed,
            (Some(side), Action::View, own) => {
                if side.own() == own {
                    Allowed
                } else {
                    Hidden
                }
            }
        }
    }
}

platform::acts! { Document, Action: Opening = View }

impl Document {
    /// *PDF*, and how large: as it stands beside the title.
    pub fn label(&self) -> String {
        use platform::choice::Choice;
        let media = platform::files::Media::of(&self.media_type).map_or("", |m| m.label());
        let kb = (self.size_bytes + 1023) / 1024;
        if kb >= 1024 {
            format!("{media}, {},{} MB", kb / 1024, kb % 1024 * 10 / 1024)
        } else {
            format!("{media}, {kb} kB")
        }
    }

    pub fn is_shared(&self) -> bool {
        self.own_visibility == Visibility::Parties
    }

    pub fn path(&self) -> String {
        format!("/dossiers/{}/stukken/{}", self.case_id, self.id)
    }
}
