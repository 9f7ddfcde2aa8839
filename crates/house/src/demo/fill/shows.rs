//! What the organisations of the demo country show of themselves. Every council can be reached; some have a
//! colour of their own and a logo, drawn here. The home council keeps the colours of Beraad.

use platform::db::Result;
use platform::db::Tx;
use settings::seed::{self, Shows};

use super::Making;

/// Brand colours as councils have them: some that had to become darker to be read.
const COLOURS: [&str; 6] = ["#00a37a", "#e30613", "#36a9e1", "#ffcc00", "#7b2d8e", "#f28c00"];
/// So many councils have a logo; a file for each would only make the demo slow to begin.
const LOGOS: usize = 40;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let country = making.country;
    let home = country.home_council();
    for (n, council) in country.councils.iter().enumerate() {
        let town = &country.municipalities[council.municipalities[0]].seat;
        let postal = format!("Postbus {}\n{} {}", 100 + n * 7 % 800, postcode(n), town);
        // No number in the country begins like this, so nobody is called by mistake.
        let phone = format!("030 000 {:02} {:02}", n / 100 % 100, n % 100);
        let website = format!("https://www.{}", council.domain());
        let email = council.email();
        // Two of three have a colour; the home council is one of the others.
        let colour = (n != home && n % 3 != 0).then(|| COLOURS[n / 3 % COLOURS.len()]);
        let by = making.ids.person(0);
        let logo = colour.filter(|_| n < LOGOS).map(|hex| picture(hex, n));
        let shows = Shows {
            postal: &postal,
            email: &email,
            phone: &phone,
            website: &website,
            colour,
            logo: logo.as_deref().map(|bytes| (bytes, &by)),
        };
        seed::shows(tx, &making.ids.council(n), &shows, making.now).await?;
    }
    Ok(())
}

fn postcode(n: usize) -> String {
    let letter = |k: usize| char::from(b'A' + u8::try_from(k % 26).unwrap_or(0));
    format!("{} {}{}", 1_000 + n * 29 % 8_900, letter(n), letter(n / 3))
}

const WIDTH: usize = 240;
const HEIGHT: usize = 96;

/// A logo: two shapes that meet, in the colour of the council. Four colours, two bits a pixel.
fn picture(hex: &str, n: usize) -> Vec<u8> {
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or(0);
    let brand = [part(1), part(3), part(5)];
    let palette = [[255, 255, 255], brand, brand.map(|c| c / 2), brand.map(|c| 255 - (255 - c) / 3)];
    let mut rows = Vec::with_capacity(HEIGHT * (1 + WIDTH / 4));
    for y in 0..HEIGHT {
        rows.push(0); // no filter
        for x4 in 0..WIDTH / 4 {
            let pixels = (0..4).map(|i| index(x4 * 4 + i, y, n));
            rows.push(pixels.fold(0, |byte, pixel| byte << 2 | pixel));
        }
    }
    png(&palette, &rows)
}

/// Which of the four colours a point has.
fn index(x: usize, y: usize, n: usize) -> u8 {
    let far = |cx: usize| (x.abs_diff(cx).pow(2) + y.abs_diff(HEIGHT / 2).pow(2)) < 40_usize.pow(2);
    let (left, right) =
        (far(52), if n.is_multiple_of(2) { far(104) } else { (64..144).contains(&x) && (8..88).contains(&y) });
    let line = x > 160 && y > 12 && (y + 1) % 24 < 2;
    match (left, right, line) {
        (true, true, _) => 2,
        (true, false, _) => 1,
        (false, true, _) => 3,
        (false, false, true) => 1,
        (false, false, false) => 0,
    }
}

/// A PNG with a palette, its rows stored as they are: it needs no library and stays small.
fn png(palette: &[[u8; 3]; 4], rows: &[u8]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = |n: usize| u32::try_from(n).unwrap_or(0).to_be_bytes();
    piece(&mut out, b"IHDR", &[&size(WIDTH)[..], &size(HEIGHT), &[2, 3, 0, 0, 0]].concat());
    piece(&mut out, b"PLTE", &palette.concat());
    let length = u16::try_from(rows.len()).unwrap_or(0);
    let stored =
        [&[0x78, 0x01, 0x01][..], &length.to_le_bytes(), &(!length).to_le_bytes(), rows, &adler(rows).to_be_bytes()];
    piece(&mut out, b"IDAT", &stored.concat());
    piece(&mut out, b"IEND", &[]);
    out
}

fn piece(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) {
    out.extend(u32::try_from(body.len()).unwrap_or(0).to_be_bytes());
    let checked = [&name[..], body].concat();
    out.extend(&checked);
    out.extend(crc(&checked).to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

fn adler(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    b << 16 | a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_as_they_are_known() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
    }
}
