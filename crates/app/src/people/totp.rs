//! One-time codes by the clock (RFC 6238 on RFC 4226), and base32 (RFC 4648), in which their secret is written.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// A code holds for so many seconds.
const STEP: i64 = 30;
/// So many steps before and after the present one are taken, too: clocks differ.
const SLACK: i64 = 1;
/// A secret has 160 bits, as RFC 4226 asks.
const BYTES: usize = 20;
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret, base32.
pub(super) fn new_secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(base32(&bytes))
}

/// The secret of a text, where it is one that we made.
pub(super) fn secret_of(text: &str) -> Option<Vec<u8>> {
    from_base32(text).filter(|bytes| bytes.len() == BYTES)
}

/// The step in which a code holds, where it holds at that second and no code of that step or a later one was used.
pub(super) fn step_of(secret: &[u8], code: &str, now: i64, used: i64) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let now = now.div_euclid(STEP);
    let holds =
        |step: &i64| *step > used && code_of(secret, *step, 6).is_some_and(|right| same(&right, &code));
    (now - SLACK..=now + SLACK).find(holds)
}

/// The code of a step, so many digits long.
pub(super) fn code_of(secret: &[u8], step: i64, digits: u32) -> Option<String> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let sum = mac.finalize().into_bytes();
    let at = usize::from(sum.last()? & 0x0f);
    let four: [u8; 4] = sum.get(at..at + 4)?.try_into().ok()?;
    let number = (u32::from_be_bytes(four) & 0x7fff_ffff) % 10_u32.pow(digits);
    Some(format!("{number:0width$}", width = digits as usize))
}

/// The address that an application on a phone reads from the picture.
pub(super) fn address(secret: &str, login: &str) -> String {
    let login: String =
        login.chars().map(|c| if c == '@' { "%40".to_owned() } else { c.to_string() }).collect();
    format!("otpauth://totp/Reper:{login}?secret={secret}&issuer=Reper&algorithm=SHA1&digits=6&period={STEP}")
}

/// Compares in a time that does not tell how much was right.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// Bytes as base32 without padding.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(LETTERS[(held >> bits) as usize & 31]));
        }
    }
    if bits > 0 {
        out.push(char::from(LETTERS[(held << (5 - bits)) as usize & 31]));
    }
    out
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = LETTERS.iter().position(|known| *known == letter.to_ascii_uppercase())?;
        held = (held << 5) | value as u32;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the rows of SHA-1.
    #[test]
    fn the_rfc_s_codes_come_out() {
        let secret = b"12345678901234567890";
        for (second, code) in [
            (59_i64, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            assert_eq!(code_of(secret, second / 30, 8).as_deref(), Some(code), "{second}");
        }
    }

    /// RFC 4648, section 10, without the padding.
    #[test]
    fn the_rfc_s_base32_comes_out() {
        for (text, coded) in
            [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(text.as_bytes()), coded);
            assert_eq!(from_base32(coded).as_deref(), Some(text.as_bytes()));
        }
        assert_eq!(from_base32("1"), None);
        let made = new_secret().expect("random");
        assert!(made.len() == 32 && secret_of(&made).is_some() && secret_of("MY").is_none());
    }

    #[test]
    fn a_code_holds_for_its_time_and_once() {
        let secret = b"12345678901234567890";
        let code = code_of(secret, 100, 6).expect("a code");
        assert_eq!(step_of(secret, &code, 3_000, 0), Some(100));
        assert_eq!(
            step_of(secret, &format!("{} {}", &code[..3], &code[3..]), 3_059, 0),
            Some(100),
            "a step late"
        );
        assert_eq!(step_of(secret, &code, 3_060, 0), None, "two steps late");
        assert_eq!(step_of(secret, &code, 3_000, 100), None, "used");
        for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            assert_eq!(step_of(secret, wrong, 3_000, 0), None, "{wrong:?}");
        }
    }
}
