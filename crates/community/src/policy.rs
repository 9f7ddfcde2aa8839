//! Who may do what in the conversations. Every rule is a line of one of these two tables.

use platform::choice::Choice;
use platform::policy::{Guarded, Rule, Verdict, contradictions as contradictions_of, table};
use platform::{Actor, Kind, Role, choice};

use crate::topic::{Post, Topic, Visibility};

choice! {
    pub enum Action {
        View = "view",
        Answer = "answer",
        Thank = "thank",
        MarkHelpful = "mark_helpful",
        SayAlso = "say_also",
        Follow = "follow",
    }
}

choice! {
    /// How somebody stands towards one topic.
    pub enum Standing {
        Author = "author",
        /// A council, and one of the region if the topic is a region's.
        Council = "council",
        /// A council of another region.
        CouncilElsewhere = "council_elsewhere",
        Municipality = "municipality",
        Association = "association",
        Outside = "outside",
    }
}

impl Guarded for Topic {
    type Standing = Standing;
    type Action = Action;
    type Visibility = Visibility;
    const NAME: &'static str = "topic";
    const VIEW: Action = Action::View;
    const ON_BEHALF: &'static [Action] = Action::ALL;

    fn visibility(&self) -> Visibility {
        self.visibility
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<Standing> {
        let mut all = vec![Standing::Outside];
        // A helper is the author of what was asked from the seats that the consent is about.
        let is_about = actor.helper.is_none() || actor.seats_in(&self.organisation).next().is_some();
        if actor.is(&self.author) && is_about {
            all.push(Standing::Author);
        }
        all.extend(actor.seats.iter().filter(|s| s.role != Role::Guest).filter_map(|seat| match seat.kind {
            Kind::Council if self.in_region || self.visibility != Visibility::Region => Some(Standing::Council),
            Kind::Council => Some(Standing::CouncilElsewhere),
            Kind::Municipality => Some(Standing::Municipality),
            Kind::Association => Some(Standing::Association),
            Kind::Host | Kind::Elsewhere => None,
        }));
        all
    }

    fn verdict(standing: Standing, action: Action, visibility: Visibility) -> Verdict {
        use {Action::*, Standing::*, Verdict::*, Visibility::*};
        match (standing, action, visibility) {
            (Outside, View | Answer | Thank | MarkHelpful | SayAlso | Follow, Councils | Everybody | Region) => Hidden,
            // What councils say among themselves is not for municipalities, and a region's is for that region.
            (Municipality, View | Answer | Thank | MarkHelpful | SayAlso | Follow, Councils | Region) => Hidden,
            (CouncilElsewhere, View | Answer | Thank | MarkHelpful | SayAlso | Follow, Region) => Hidden,

            (Author | Association, View | Follow | Answer, Councils | Everybody | Region) => Allowed,
            (Council, View | Follow | Answer, Councils | Everybody | Region) => Allowed,
            (CouncilElsewhere, View | Follow | Answer, Councils | Everybody) => Allowed,
            (Municipality, View | Follow | Answer, Everybody) => Allowed,

            // Nobody thanks for the topic as a whole; for one's own post the page has no button.
            (Author | Association | Council, Thank, Councils | Everybody | Region) => Allowed,
            (CouncilElsewhere, Thank, Councils | Everybody) => Allowed,
            (Municipality, Thank, Everybody) => Allowed,

            (Author, MarkHelpful, Councils | Everybody | Region) => Allowed,
            (Association | Council, MarkHelpful, Councils | Everybody | Region) => Refused,
            (CouncilElsewhere, MarkHelpful, Councils | Everybody) => Refused,
            (Municipality, MarkHelpful, Everybody) => Refused,

            // It lives in a council; an official or the association cannot say so.
            (Council, SayAlso, Councils | Everybody | Region) => Allowed,
            (CouncilElsewhere, SayAlso, Councils | Everybody) => Allowed,
            (Author | Association, SayAlso, Councils | Everybody | Region) => Refused,
            (Municipality, SayAlso, Everybody) => Refused,
        }
    }
}

choice! {
    pub enum PostAction {
        TakeBack = "take_back",
    }
}

choice! {
    /// How somebody who sees a topic stands towards one contribution in it.
    pub enum PostStanding {
        Writer = "writer",
        Another = "another",
    }
}

choice! {
    /// A contribution is seen by whoever sees its topic, which is asked first.
    pub enum PostVisibility {
        InTopic = "in_topic",
    }
}

impl Guarded for Post {
    type Standing = PostStanding;
    type Action = PostAction;
    type Visibility = PostVisibility;
    const NAME: &'static str = "post";
    const VIEW: PostAction = PostAction::TakeBack;
    const ON_BEHALF: &'static [PostAction] = PostAction::ALL;

    fn visibility(&self) -> PostVisibility {
        PostVisibility::InTopic
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn standings(&self, actor: &Actor) -> Vec<PostStanding> {
        vec![if actor.is(&self.author) { PostStanding::Writer } else { PostStanding::Another }]
    }

    fn verdict(standing: PostStanding, action: PostAction, _: PostVisibility) -> Verdict {
        match (standing, action) {
            (PostStanding::Writer, PostAction::TakeBack) => Verdict::Allowed,
            (PostStanding::Another, PostAction::TakeBack) => Verdict::Refused,
        }
    }
}

choice! {
    pub enum SpaceAction {
        Enter = "enter",
        Ask = "ask",
    }
}

choice! {
    /// How somebody stands towards the conversations as a whole.
    pub enum SpaceStanding {
        Member = "member",
        Outside = "outside",
    }
}

choice! {
    pub enum SpaceVisibility {
        Members = "members",
    }
}

/// The conversations as a whole.
pub struct Space;

impl Guarded for Space {
    type Standing = SpaceStanding;
    type Action = SpaceAction;
    type Visibility = SpaceVisibility;
    const NAME: &'static str = "conversations";
    const VIEW: SpaceAction = SpaceAction::Enter;
    const ON_BEHALF: &'static [SpaceAction] = SpaceAction::ALL;

    fn visibility(&self) -> SpaceVisibility {
        SpaceVisibility::Members
    }

    fn id(&self) -> String {
        "conversations".into()
    }

    fn standings(&self, actor: &Actor) -> Vec<SpaceStanding> {
        let belongs = |kind| matches!(kind, Kind::Council | Kind::Municipality | Kind::Association);
        let member = actor.seats.iter().any(|s| belongs(s.kind) && s.role != Role::Guest);
        vec![if member { SpaceStanding::Member } else { SpaceStanding::Outside }]
    }

    fn verdict(standing: SpaceStanding, action: SpaceAction, _: SpaceVisibility) -> Verdict {
        match (standing, action) {
            (SpaceStanding::Member, SpaceAction::Enter | SpaceAction::Ask) => Verdict::Allowed,
            (SpaceStanding::Outside, SpaceAction::Enter | SpaceAction::Ask) => Verdict::Hidden,
        }
    }
}

platform::acts!(Topic, Action: Viewing = View, Answering = Answer, Thanking = Thank, Marking = MarkHelpful, SayingAlso = SayAlso, Following = Follow);
platform::acts!(Post, PostAction: TakingBack = TakeBack);
platform::acts!(Space, SpaceAction: Entering = Enter, Asking = Ask);

pub(crate) fn rules() -> Vec<Rule> {
    [table::<Space>(), table::<Topic>(), table::<Post>()].concat()
}

pub(crate) fn contradictions() -> Vec<String> {
    [contradictions_of::<Space>(), contradictions_of::<Topic>(), contradictions_of::<Post>()].concat()
}
