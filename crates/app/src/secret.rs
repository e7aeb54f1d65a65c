//! Secrets that are handed out once and kept only as their hash.

use sha2::{Digest, Sha256};

/// 256 random bits as text of letters and digits, safe in an address and a cookie.
pub fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hexadecimal(&bytes))
}

/// What is kept of a secret: its SHA-256, hexadecimal.
pub fn hashed(secret: &str) -> String {
    hexadecimal(&Sha256::digest(secret.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_secrets_are_the_same() {
        let (one, other) = (secret().expect("the system has random bits"), secret().expect("again"));
        assert!(one != other && one.len() == 64);
        // FIPS 180-4, the example of three letters.
        assert_eq!(hashed("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
