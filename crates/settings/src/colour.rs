//! From one brand colour to the eight steps of the interface, each readable where it is used. Pure.
//!
//! The hue is kept, in OKLCH; lightness comes from the scale, and a step that would be too light to read is
//! made darker until it is not.

use std::fmt::Write as _;

/// Changes when the computation does, so that nobody keeps an old sheet under the same name.
const EDITION: u32 = 1;

/// The lightness of 50, 100, 200 … 700, and how much of the colour's own chroma each keeps.
const SCALE: [(f64, f64); 8] =
    [(0.975, 0.10), (0.935, 0.22), (0.87, 0.42), (0.77, 0.68), (0.60, 0.90), (0.49, 1.0), (0.40, 1.0), (0.31, 0.85)];
pub const NAMES: [u16; 8] = [50, 100, 200, 300, 400, 500, 600, 700];
/// More colour than this shouts.
const CHROMA_MOST: f64 = 0.17;
/// How much darker 700 is than 600, at the least.
const BELOW_600: f64 = 0.07;
/// How finely lightness and chroma are turned down.
const LIGHTNESS_STEP: f64 = 0.01;
const CHROMA_STEP: f64 = 0.002;
/// How far outside sRGB still rounds to a colour inside it.
const GAMUT_SLACK: f64 = 0.0005;
/// Contrast for text, and for what is no text.
const TEXT: f64 = 7.0;
const SIGN: f64 = 3.0;

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

const WHITE: Colour = Colour([255, 255, 255]);
/// The tint of a place apart.
const PAPER_2: Colour = Colour([0xf7, 0xf3, 0xf2]);

/// The eight steps, from 50 to 700.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps(pub [Colour; 8]);

impl Colour {
    /// Reads `#00a37a`, `00A37A` or `#0a7`.
    pub fn parse(typed: &str) -> Option<Self> {
        let digits = typed.trim().trim_start_matches('#');
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let whole: String = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(&whole[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// `#00a37a`.
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance, as WCAG defines it.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast between two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// A colour by lightness, chroma and hue.
#[derive(Debug, Clone, Copy)]
struct Lch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Lch {
    fn of(colour: Colour) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    fn linear(self) -> [f64; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }

    /// The nearest colour that a screen has: as much of the chroma as fits.
    fn on_screen(mut self) -> Colour {
        let fits = |c: &f64| (-GAMUT_SLACK..=1.0 + GAMUT_SLACK).contains(c);
        while self.chroma > 0.0 && !self.linear().iter().all(fits) {
            self.chroma = (self.chroma - CHROMA_STEP).max(0.0);
        }
        Colour(self.linear().map(|c| {
            let c = c.clamp(0.0, 1.0);
            let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
            // Between 0 and 255 after the clamp.
            (c * 255.0).round() as u8
        }))
    }
}

impl Steps {
    /// The steps of a brand colour.
    pub fn of(brand: Colour) -> Self {
        let own = Lch::of(brand);
        let chroma = own.chroma.min(CHROMA_MOST);
        let step = |n: usize, lightness: f64| Lch { lightness, chroma: chroma * SCALE[n].1, hue: own.hue }.on_screen();
        // Darker until it can be read on all of these. Black can, on all of them.
        let readable = |n: usize, from: f64, least: f64, on: &[Colour]| {
            let mut lightness = from;
            let mut colour = step(n, lightness);
            while lightness > 0.0 && on.iter().any(|other| colour.contrast(*other) < least) {
                lightness = (lightness - LIGHTNESS_STEP).max(0.0);
                colour = step(n, lightness);
            }
            (lightness, colour)
        };
        let mut all: [Colour; 8] = std::array::from_fn(|n| step(n, SCALE[n].0));
        let (lightness, colour) = readable(6, SCALE[6].0, TEXT, &[PAPER_2, all[0]]);
        all[6] = colour;
        all[7] = readable(7, SCALE[7].0.min(lightness - BELOW_600), TEXT, &[all[1]]).1;
        all[4] = readable(4, SCALE[4].0, SIGN, &[WHITE]).1;
        Self(all)
    }

    /// The step that buttons and links have.
    pub fn main(&self) -> Colour {
        self.0[6]
    }

    /// The style sheet that turns the interface into this colour. It sets the accent and nothing else.
    pub fn sheet(&self) -> String {
        let mut css = String::from(":root {\n");
        for (name, colour) in NAMES.iter().zip(self.0) {
            let hex = colour.hex();
            let _ = writeln!(css, "  --basis-color-accent-1-{name}: {hex};\n  --beraad-accent-{name}: {hex};");
        }
        css.push_str("}\n");
        css
    }
}

/// Whether what people see became darker than the colour they chose.
pub fn became_darker(brand: Colour) -> bool {
    Steps::of(brand).main().luminance() < brand.luminance()
}

/// The name of the style sheet of a brand colour.
pub fn version(brand: Colour) -> String {
    format!("{}-{EDITION}", brand.hex().trim_start_matches('#'))
}

/// What people call a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    Grey,
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Purple,
    Pink,
}

impl Hue {
    pub fn of(colour: Colour) -> Self {
        let own = Lch::of(colour);
        if own.chroma < 0.03 {
            return Self::Grey;
        }
        match own.hue.to_degrees().rem_euclid(360.0) {
            d if d < 15.0 => Self::Pink,
            d if d < 42.0 => Self::Red,
            d if d < 75.0 => Self::Orange,
            d if d < 115.0 => Self::Yellow,
            d if d < 190.0 => Self::Green,
            d if d < 280.0 => Self::Blue,
            d if d < 330.0 => Self::Purple,
            _ => Self::Pink,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn steps(brand: &str) -> Steps {
        Steps::of(Colour::parse(brand).expect("a colour"))
    }

    /// Brand, 50, 100, 600, 700, and the contrast of 600 on white and of 700 on 100: worked out beforehand.
    #[test]
    fn four_colours_that_were_worked_out() {
        for (brand, s50, s100, s600, s700, on_white, on_100) in [
            ("#ffcc00", "#fbf7ea", "#f3e9ce", "#594500", "#3d2e00", 9.2, 10.9),
            ("#e30613", "#fef4f3", "#fee2de", "#8b0006", "#610003", 10.0, 11.4),
            ("#00a37a", "#effaf5", "#d8f0e5", "#00553e", "#003a29", 8.9, 10.7),
            ("#36a9e1", "#eff8fe", "#d8edfa", "#004e6e", "#00354c", 9.1, 10.8),
        ] {
            let all = steps(brand).0;
            assert_eq!([all[0], all[1], all[6], all[7]].map(Colour::hex), [s50, s100, s600, s700], "{brand}");
            let near = |a: f64, b: f64| (a - b).abs() < 0.051;
            assert!(near(all[6].contrast(WHITE), on_white), "{brand}: {}", all[6].contrast(WHITE));
            assert!(near(all[7].contrast(all[1]), on_100), "{brand}: {}", all[7].contrast(all[1]));
        }
    }

    #[test]
    fn the_green_of_the_example_whole() {
        let all = steps("#00a37a").0.map(Colour::hex);
        let wanted = ["#effaf5", "#d8f0e5", "#b3e0cd", "#7ac7a9", "#199671", "#017254", "#00553e", "#003a29"];
        assert_eq!(all, wanted);
    }

    #[test]
    fn what_is_typed_is_read_or_refused() {
        for (typed, hex) in [("#00a37a", "#00a37a"), (" 00A37A ", "#00a37a"), ("#0a7", "#00aa77")] {
            assert_eq!(Colour::parse(typed).map(Colour::hex).as_deref(), Some(hex));
        }
        for typed in ["", "#", "groen", "#12345", "#1234567", "#ééé", "rgb(0,0,0)"] {
            assert_eq!(Colour::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn colours_have_names() {
        let named = |hex: &str| Hue::of(Colour::parse(hex).expect("a colour"));
        for (hex, hue) in [
            ("#ffcc00", Hue::Yellow),
            ("#e30613", Hue::Red),
            ("#00a37a", Hue::Green),
            ("#36a9e1", Hue::Blue),
            ("#f28c00", Hue::Orange),
            ("#7b2d8e", Hue::Purple),
            ("#e6007e", Hue::Pink),
            ("#777777", Hue::Grey),
            ("#000000", Hue::Grey),
        ] {
            assert_eq!(named(hex), hue, "{hex}");
        }
    }

    #[test]
    fn the_sheet_sets_the_accent_and_nothing_else() {
        let sheet = steps("#00a37a").sheet();
        assert!(sheet.contains("--beraad-accent-600: #00553e;"), "{sheet}");
        let set: Vec<&str> = sheet.lines().filter(|l| l.contains(':') && !l.contains(":root")).collect();
        assert_eq!(set.len(), 16);
        assert!(set.iter().all(|l| l.contains("accent-")), "{sheet}");
    }

    proptest! {
        /// Whatever colour is chosen: what is read can be read, and darker steps are darker.
        #[test]
        fn every_colour_can_be_read(r: u8, g: u8, b: u8) {
            let all = Steps::of(Colour([r, g, b])).0;
            prop_assert!(all[6].contrast(PAPER_2) >= TEXT && all[6].contrast(all[0]) >= TEXT);
            prop_assert!(all[6].contrast(WHITE) >= TEXT, "white letters on a button");
            prop_assert!(all[7].contrast(all[1]) >= TEXT && all[7].contrast(WHITE) >= TEXT);
            prop_assert!(all[4].contrast(WHITE) >= SIGN);
            for pair in all.windows(2) {
                prop_assert!(pair[0].luminance() > pair[1].luminance(), "{pair:?}");
            }
        }

        /// The same colour gives the same sheet under the same name, and another colour another name.
        #[test]
        fn a_name_is_of_one_colour(a: [u8; 3], b: [u8; 3]) {
            let (a, b) = (Colour(a), Colour(b));
            prop_assert_eq!(version(a) == version(b), a == b);
            prop_assert_eq!(Steps::of(a), Steps::of(Colour::parse(&a.hex()).unwrap()));
        }
    }
}
