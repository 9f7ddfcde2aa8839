//! Who may do what with a case. Every rule is a line of this table.
//!
//! What one side prepares is *hidden* to the other, its existence too: a draft of the council, an answer of
//! the municipality that is not published yet.

use platform::policy::{Guarded, Verdict};
use platform::{Actor, Role, choice};

use crate::case::Case;
use crate::kinds::{Side, Visibility};

choice! {
    /// How somebody stands towards one case.
    pub enum Standing {
        Secretary = "secretary",
        Chair = "chair",
        Member = "member",
        Candidate = "candidate",
        ContactOfficer = "contact_officer",
        Officer = "officer",
        Alderman = "alderman",
        Clerk = "clerk",
        /// Invited to this one case, until a day.
        Guest = "guest",
        AssociationSeat = "association_seat",
        /// Sits on a side that keeps this case to some of its people, and was not named.
        NotInCircle = "not_in_circle",
        Outside = "outside",
    }
}

choice! {
    pub enum Action {
        View = "view",
        /// A talk, a call, a thought: for both sides to read.
        Note = "note",
        AddDocument = "add_document",
        FileRequest = "file_request",
        Receive = "receive",
        ReadDraft = "read_draft",
        WriteDraft = "write_draft",
        Consent = "consent",
        LeadRound = "lead_round",
        Issue = "issue",
        ReadAnswer = "read_answer",
        WriteAnswer = "write_answer",
        Publish = "publish",
        Decide = "decide",
        Follow = "follow",
        Withdraw = "withdraw",
        Decline = "decline",
        InviteGuest = "invite_guest",
        /// To say that thinking along is done.
        Conclude = "conclude",
        /// Make a running term longer, put it at a standstill, let it run on.
        ChangeTerm = "change_term",
        /// To pass on who prepares it on one's own side.
        HandOver = "hand_over",
        /// To keep it, until a moment, from whoever does not work on it.
        SetEmbargo = "set_embargo",
        /// To keep it, on one's own side, to those who are named.
        Confide = "confide",
    }
}

/// Somebody's standing by a seat, on the side of the council.
fn of_council(role: Role) -> Option<Standing> {
    match role {
        // A paid secretary keeps the council's papers just as a chosen one does.
        Role::Secretary | Role::OfficialSecretary => Some(Standing::Secretary),
        Role::Chair => Some(Standing::Chair),
        Role::Treasurer | Role::Member => Some(Standing::Member),
        Role::Candidate => Some(Standing::Candidate),
        _ => None,
    }
}

fn of_municipality(role: Role) -> Option<Standing> {
    match role {
        Role::ContactOfficer => Some(Standing::ContactOfficer),
        Role::Officer => Some(Standing::Officer),
        Role::Alderman => Some(Standing::Alderman),
        Role::Clerk => Some(Standing::Clerk),
        _ => None,
    }
}

/// What a role on one side of the table comes down to.
pub(crate) fn standing_by(role: Role, side: Side) -> Option<Standing> {
    match side {
        Side::Council => of_council(role),
        Side::Municipality => of_municipality(role),
    }
}

/// What somebody is by one seat, wherever it is; for boards, which show one organisation.
pub(crate) fn standing_of(seat: &platform::Seat) -> Option<Standing> {
    match seat.kind {
        platform::Kind::Council => standing_by(seat.role, Side::Council),
        platform::Kind::Municipality => standing_by(seat.role, Side::Municipality),
        platform::Kind::Association | platform::Kind::Host | platform::Kind::Elsewhere => None,
    }
}

/// Whether this seat begins cases: the same line of the table's policy that the form asks.
pub(crate) fn may_begin(seat: &platform::Seat) -> bool {
    use crate::table::{Action, Table, Visibility as Open};
    standing_of(seat).is_some_and(|s| Table::verdict(s, Action::Begin, Open::Parties) == Verdict::Allowed)
}

/// All of them: one person may sit on both sides of the table.
pub(crate) fn standings(
    actor: &Actor,
    council: &platform::id::OrganisationId,
    municipality: &platform::id::OrganisationId,
) -> Vec<Standing> {
    let mut all = vec![Standing::Outside];
    all.extend(actor.seats_in(council).filter_map(|seat| of_council(seat.role)));
    all.extend(actor.seats_in(municipality).filter_map(|seat| of_municipality(seat.role)));
    if actor.sits_in(platform::Kind::Association) {
        all.push(Standing::AssociationSeat);
    }
    all
}

/// What somebody is when a side keeps the case to people of whom they are none.
pub(crate) fn in_circles(all: &mut [Standing], (council_closed, municipality_closed): (bool, bool)) {
    for standing in all {
        let closed = match standing.side() {
            Some(Side::Council) => council_closed,
            Some(Side::Municipality) => municipality_closed,
            None => false,
        };
        if closed {
            *standing = Standing::NotInCircle;
        }
    }
}

/// What a guest is: somebody who was invited themselves, and nobody in their name; who sits at the table is none.
pub(crate) fn as_guest(actor: &Actor, guest: Option<&platform::id::PersonId>, sits: &[Standing]) -> Option<Standing> {
    let is = guest.is_some_and(|guest| actor.is(guest)) && actor.helper.is_none();
    (is && sits.iter().all(|s| s.side().is_none())).then_some(Standing::Guest)
}

impl Standing {
    pub fn side(self) -> Option<Side> {
        match self {
            Standing::Secretary | Standing::Chair | Standing::Member | Standing::Candidate => Some(Side::Council),
            Standing::ContactOfficer | Standing::Officer | Standing::Alderman | Standing::Clerk => {
                Some(Side::Municipality)
            }
            Standing::Guest | Standing::AssociationSeat | Standing::NotInCircle | Standing::Outside => None,
        }
    }

    fn sees(self, visibility: Visibility) -> bool {
        match (self.side(), visibility) {
            (Some(_), Visibility::Parties) => true,
            // The clerk takes things on to the municipal council: until they may go on, they are not there.
            (Some(_), Visibility::Embargo) => self != Standing::Clerk,
            (Some(side), own) => side.own() == own,
            (None, Visibility::Parties) => self == Standing::Guest,
            (None, _) => false,
        }
    }
}

impl Guarded for Case {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "case";
    const VIEW: Action = Action::View;
    // Reading and writing along. Consent, issuing, answering and deciding are people's own.
    const ON_BEHALF: &'static [Action] =
        &[Action::View, Action::Note, Action::AddDocument, Action::ReadDraft, Action::WriteDraft];

    fn visibility(&self) -> Visibility {
        self.visibility
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = standings(actor, &self.council, &self.municipality);
        in_circles(&mut all, (self.council_closed, self.municipality_closed));
        // Guests were invited before it became confidential, and come back when it no longer is.
        let guest = self.guest.as_ref().filter(|_| !self.council_confidential && !self.municipality_confidential);
        all.extend(as_guest(actor, guest, &all));
        all
    }

    fn verdict(standing: Standing, action: Action, visibility: Visibility) -> Verdict {
        if !standing.sees(visibility) {
            return Verdict::Hidden;
        }
        case_verdict(standing, action)
    }
}

/// What somebody who sees the case may do with it.
fn case_verdict(standing: Standing, action: Action) -> Verdict {
    use Action::*;
    use Standing::*;
    use Verdict::{Allowed, Hidden, Refused};
    match (standing, action) {
        (AssociationSeat | NotInCircle | Outside, _) => Hidden,

        // A guest thinks along with what both sides share. What one side prepares is not there.
        (Guest, View | Note) => Allowed,
        (
            Guest,
            AddDocument | FileRequest | Receive | Decide | Follow | Withdraw | Decline | InviteGuest | Conclude
            | ChangeTerm | HandOver | SetEmbargo | Confide,
        ) => Refused,
        (Guest, ReadDraft | WriteDraft | Consent | LeadRound | Issue | ReadAnswer | WriteAnswer | Publish) => Hidden,
        // Who runs a case on either side.
        (Secretary | Chair | ContactOfficer | Officer, Conclude | ChangeTerm) => Allowed,
        (Member | Candidate | Alderman | Clerk, Conclude | ChangeTerm) => Refused,
        (Secretary | Chair | ContactOfficer, InviteGuest) => Allowed,
        (Member | Candidate | Officer | Alderman | Clerk, InviteGuest) => Refused,

        // Whoever runs a case asks for an embargo; whoever runs the people says who sees it.
        (Secretary | Chair | ContactOfficer | Officer, SetEmbargo) => Allowed,
        (Member | Candidate | Alderman | Clerk, SetEmbargo) => Refused,
        (Secretary | Chair | ContactOfficer, Confide) => Allowed,
        (Member | Candidate | Officer | Alderman | Clerk, Confide) => Refused,

        // Whoever runs the people of their own side.
        (Secretary | Chair | ContactOfficer, HandOver) => Allowed,
        (Member | Candidate | Officer | Alderman | Clerk, HandOver) => Refused,

        (Secretary | Chair | Member | Candidate | ContactOfficer | Officer | Alderman | Clerk, View) => Allowed,
        (Secretary | Chair | Member | ContactOfficer | Officer | Alderman, Note) => Allowed,
        (Candidate | Clerk, Note) => Refused,
        (Secretary | Chair | Member | ContactOfficer | Officer, AddDocument | Follow) => Allowed,
        (Candidate | Alderman | Clerk, AddDocument | Follow) => Refused,

        // Of the municipality.
        (ContactOfficer | Officer, FileRequest | Withdraw) => Allowed,
        (Secretary | Chair | Member | Candidate | Alderman | Clerk, FileRequest | Withdraw) => Refused,
        (ContactOfficer | Officer | Clerk, Decide) => Allowed,
        (Secretary | Chair | Member | Candidate | Alderman, Decide) => Refused,

        // Of the council.
        (Secretary | Chair | Member, Receive) => Allowed,
        (Candidate | ContactOfficer | Officer | Alderman | Clerk, Receive) => Refused,
        (Secretary | Chair, Decline) => Allowed,
        (Member | Candidate | ContactOfficer | Officer | Alderman | Clerk, Decline) => Refused,

        // Until the advice is issued, to the municipality it is not there.
        (Secretary | Chair | Member | Candidate, ReadDraft) => Allowed,
        (Secretary | Chair | Member, WriteDraft | Consent) => Allowed,
        (Candidate, WriteDraft | Consent) => Refused,
        (Secretary | Chair, LeadRound | Issue) => Allowed,
        (Member | Candidate, LeadRound | Issue) => Refused,
        (ContactOfficer | Officer | Alderman | Clerk, ReadDraft | WriteDraft | Consent | LeadRound | Issue) => Hidden,

        // Until the answer is published, to the council it is not there; nor to the municipal council's clerk.
        (ContactOfficer | Officer | Alderman, ReadAnswer) => Allowed,
        (ContactOfficer | Officer, WriteAnswer) => Allowed,
        (Alderman, WriteAnswer) => Refused,
        (Alderman, Publish) => Allowed,
        (ContactOfficer | Officer, Publish) => Refused,
        (Secretary | Chair | Member | Candidate | Clerk, ReadAnswer | WriteAnswer | Publish) => Hidden,
    }
}

platform::acts! { Case, Action:
    Viewing = View, Noting = Note, AddingDocument = AddDocument, FilingRequest = FileRequest, Receiving = Receive,
    ReadingDraft = ReadDraft, WritingDraft = WriteDraft, Consenting = Consent, LeadingRound = LeadRound,
    Issuing = Issue, ReadingAnswer = ReadAnswer, WritingAnswer = WriteAnswer, Publishing = Publish,
    Deciding = Decide, Following = Follow, Withdrawing = Withdraw, Declining = Decline,
    InvitingGuest = InviteGuest, Concluding = Conclude, ChangingTerm = ChangeTerm, HandingOver = HandOver,
    SettingEmbargo = SetEmbargo, Confiding = Confide,
}

impl Case {
    pub fn is_guest(&self, actor: &Actor) -> bool {
        self.standings(actor).contains(&Standing::Guest)
    }

    /// The same case without what this reader's side may not know.
    pub fn seen_by(mut self, actor: &Actor) -> Self {
        if !platform::policy::may::<ReadingDraft>(actor, &self) {
            (self.draft_version, self.round, self.round_version, self.round_closed_at) = (None, None, None, None);
        }
        if !platform::policy::may::<ReadingAnswer>(actor, &self) {
            (self.answer_version, self.submitted_version, self.approved_version) = (None, None, None);
        }
        self
    }

    /// The side from which somebody reads: that of the seat they speak from, else any side they have.
    pub fn side_of(&self, actor: &Actor) -> Side {
        let spoken = actor.seat().map(|seat| &seat.organisation);
        let sides: Vec<Side> = self.standings(actor).into_iter().filter_map(Standing::side).collect();
        let has = |side| sides.contains(&side);
        if let (true, Some(side)) = (sides.is_empty(), self.guest_side) {
            return side;
        }
        if (spoken == Some(&self.municipality) && has(Side::Municipality)) || !has(Side::Council) {
            Side::Municipality
        } else {
            Side::Council
        }
    }
}
