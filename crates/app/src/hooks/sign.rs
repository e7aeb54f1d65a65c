//! A message's signature, by which its receiver knows that it comes from here and is not old.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The header of the signature.
pub const SIGNATURE: &str = "reper-signature";

/// `t=1700000000,v1=…`: the second in which the message was sent, and the HMAC-SHA256 of `1700000000.` and the body
/// under the hook's secret, hexadecimal.
pub fn signature(secret: &str, second: i64, body: &str) -> String {
    let code = code(secret, second, body).finalize().into_bytes();
    let code: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={second},v1={code}")
}

/// Whether a signature is one of a body, made at most `within` seconds before or after `now`.
pub fn verify(secret: &str, signature: &str, body: &str, now: i64, within: i64) -> bool {
    let mut parts = signature.split(',');
    let second = parts.next().and_then(|part| part.strip_prefix("t=")?.parse::<i64>().ok());
    let code = parts.next().and_then(|part| bytes(part.strip_prefix("v1=")?));
    let (Some(second), Some(told)) = (second, code) else { return false };
    now.abs_diff(second) <= within.unsigned_abs()
        && self::code(secret, second, body).verify_slice(&told).is_ok()
}

fn code(secret: &str, second: i64, body: &str) -> Hmac<Sha256> {
    let mut code = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    code.update(format!("{second}.").as_bytes());
    code.update(body.as_bytes());
    code
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    if hexadecimal.len() != 64 || !hexadecimal.is_ascii() {
        return None;
    }
    (0..64).step_by(2).map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_body_and_its_time() {
        let signed = signature("key", 1_700_000_000, "{}");
        // printf '1700000000.{}' | openssl dgst -sha256 -hmac key
        let code = "9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae";
        assert_eq!(signed, format!("t=1700000000,v1={code}"));
        assert!(verify("key", &signed, "{}", 1_700_000_100, 300));
        assert!(
            !verify("key", &signed, "{ }", 1_700_000_100, 300)
                && !verify("other", &signed, "{}", 1_700_000_100, 300)
        );
        assert!(!verify("key", &signed, "{}", 1_700_000_500, 300), "it is too old");
        for odd in ["", "t=1", "t=x,v1=00", "t=1700000000,v1=я", "v1=00,t=1"] {
            assert!(!verify("key", odd, "{}", 1_700_000_000, 300), "{odd}");
        }
    }
}
