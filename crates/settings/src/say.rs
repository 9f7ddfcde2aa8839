//! Words for what can be set.

use platform::app::App;
use ui::Html;

use crate::Texts;
use crate::colour::{self, Colour, Hue, Steps};
use crate::policy::Settings;
use crate::setting::{DAYS, Part, Refusal, Setting};

pub fn part(part: Part, t: &Texts) -> String {
    match part {
        Part::Name => t.part_name(),
        Part::Addresses => t.part_addresses(),
        Part::Colour => t.part_colour(),
        Part::Logo => t.part_logo(),
        Part::Mail => t.part_mail(),
        Part::SecondStep => t.part_second_step(),
        Part::Retention => t.part_retention(),
        Part::OwnLetters => t.part_own_letters(),
    }
}

/// What the part does, in a sentence or two.
pub fn part_lead(part: Part, t: &Texts) -> String {
    match part {
        Part::Name => t.part_name_lead(),
        Part::Addresses => t.part_addresses_lead(),
        Part::Colour => t.part_colour_lead(),
        Part::Logo => t.part_logo_lead(),
        Part::Mail => t.part_mail_lead(),
        Part::SecondStep => t.part_second_step_lead(),
        Part::Retention => t.part_retention_lead(),
        Part::OwnLetters => t.part_own_letters_lead(),
    }
}

pub fn setting(setting: Setting, t: &Texts) -> String {
    match setting {
        Setting::Name => t.set_name(),
        Setting::ShortName => t.set_short_name(),
        Setting::Postal => t.set_postal(),
        Setting::Visiting => t.set_visiting(),
        Setting::Email => t.set_email(),
        Setting::Phone => t.set_phone(),
        Setting::Website => t.set_website(),
        Setting::Colour => t.set_colour(),
        Setting::Logo => t.set_logo(),
        Setting::Sender => t.set_sender(),
        Setting::ReplyTo => t.set_reply_to(),
        Setting::SecondStep => t.set_second_step(),
        Setting::LetterDays | Setting::OwnLetterDays => t.set_letter_days(),
        Setting::SignInDays => t.set_sign_in_days(),
    }
}

/// The line under the label; empty when there is nothing to explain.
pub fn hint(setting: Setting, t: &Texts) -> String {
    match setting {
        Setting::Name => t.set_name_hint(),
        Setting::ShortName => t.set_short_name_hint(),
        Setting::Postal | Setting::Visiting | Setting::Email | Setting::Phone | Setting::Website => t.may_be_empty(),
        Setting::Colour => t.set_colour_hint(),
        Setting::Logo => t.set_logo_hint(),
        Setting::Sender => t.set_sender_hint(),
        Setting::ReplyTo => t.set_reply_to_hint(),
        Setting::SecondStep => String::new(),
        Setting::LetterDays => t.set_letter_days_hint(DAYS.start().to_string(), DAYS.end().to_string()),
        Setting::OwnLetterDays => t.set_own_letter_days_hint(DAYS.start().to_string(), DAYS.end().to_string()),
        Setting::SignInDays => t.set_sign_in_days_hint(DAYS.start().to_string(), DAYS.end().to_string()),
    }
}

pub fn refusal(setting: Setting, why: Refusal, t: &Texts) -> String {
    match why {
        Refusal::Empty => t.wrong_empty(self::setting(setting, t)),
        Refusal::TooLong(most) => t.wrong_long(self::setting(setting, t), most.to_string()),
        Refusal::ManyLines => t.wrong_lines(),
        Refusal::NoAddress => t.wrong_address(),
        Refusal::NoNumber => t.wrong_number(),
        Refusal::NoWebsite => t.wrong_website(),
        Refusal::NoColour => t.wrong_colour(),
        Refusal::NoSender => t.wrong_sender(),
        Refusal::NoChoice => t.wrong_choice(),
        Refusal::NoDays => t.wrong_days(DAYS.start().to_string(), DAYS.end().to_string()),
    }
}

/// A value as people read it: a text of lines, a patch of colour, or a picture.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    pub lines: Vec<String>,
    pub patch: Option<String>,
    pub picture: Option<String>,
}

/// How a setting reads. A logo is an id of a file, or the picture itself while it is only looked at.
pub fn shown(of: &Settings, setting: Setting, value: &str, t: &Texts) -> Shown {
    let text = |text: String| Shown { lines: vec![text], ..Shown::default() };
    match (setting, value) {
        (Setting::LetterDays, "") => text(t.days_for_ever()),
        (Setting::OwnLetterDays, "") => text(t.days_as_all()),
        (Setting::LetterDays | Setting::OwnLetterDays, days) => text(t.days_kept(days)),
        (Setting::SignInDays, "") => text(t.sign_ins_for_ever()),
        (Setting::SignInDays, days) => text(t.sign_ins_kept(days)),
        (Setting::SecondStep, "ja") => text(t.second_step_asked()),
        (Setting::SecondStep, _) => text(t.second_step_not_asked()),
        (Setting::Logo, "") => text(t.logo_none()),
        (_, "") => text(t.not_filled_in()),
        (Setting::Colour, hex) => Shown { lines: vec![hex.to_owned()], patch: Some(hex.to_owned()), picture: None },
        (Setting::Logo, data) if data.starts_with("data:") => {
            Shown { picture: Some(data.to_owned()), ..Shown::default() }
        }
        (Setting::Logo, file) => Shown { picture: Some(format!("/logo/{}/{file}", of.id)), ..Shown::default() },
        (_, lines) => Shown { lines: lines.lines().map(str::to_owned).collect(), ..Shown::default() },
    }
}

/// A patch of a colour. Its words stand beside it.
pub fn patch(hex: &str) -> Html {
    // Only what was read as a colour is drawn.
    let hex = Colour::parse(hex).map(Colour::hex).unwrap_or_default();
    askama::filters::Safe(format!(
        "<svg class=\"patch\" aria-hidden=\"true\" viewBox=\"0 0 48 48\" width=\"48\" height=\"48\"><rect x=\"1\" y=\"1\" width=\"46\" height=\"46\" fill=\"{hex}\" stroke=\"#85797f\" stroke-width=\"2\"/></svg>"
    ))
}

/// What becomes of a brand colour: each step with its name, and what is said about it.
pub struct Made {
    pub brand: String,
    pub steps: Vec<(u16, String)>,
    pub contrast: String,
    pub darker: Option<String>,
}

pub fn made(hex: &str, t: &Texts, decimal: char) -> Option<Made> {
    let brand = Colour::parse(hex)?;
    let steps = Steps::of(brand);
    let white = Colour::parse("#ffffff")?;
    Some(Made {
        brand: brand.hex(),
        steps: colour::NAMES.iter().copied().zip(steps.0.map(Colour::hex)).collect(),
        contrast: format!("{:.1}", steps.main().contrast(white)).replace('.', &decimal.to_string()),
        darker: colour::became_darker(brand).then(|| t.colour_darker(hue(brand, t))),
    })
}

fn hue(colour: Colour, t: &Texts) -> String {
    match Hue::of(colour) {
        Hue::Grey => t.hue_grey(),
        Hue::Red => t.hue_red(),
        Hue::Orange => t.hue_orange(),
        Hue::Yellow => t.hue_yellow(),
        Hue::Green => t.hue_green(),
        Hue::Blue => t.hue_blue(),
        Hue::Purple => t.hue_purple(),
        Hue::Pink => t.hue_pink(),
    }
}

/// The address that every letter comes from, whatever name stands before it.
pub fn sends_from(app: &App) -> String {
    app.config().mail_from.clone()
}
