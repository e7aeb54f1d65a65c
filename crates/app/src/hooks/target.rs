//! Where a message may go: out into the world, and nowhere behind our own doors.

use super::HookError;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use ureq::http::Uri;

/// An address is never longer than this many bytes.
const LONG: usize = 2_000;

/// The address of a hook, where messages may go there. A host that is named by a word is looked up anew for each message,
/// and what it then stands for is looked at again.
pub(super) fn address(text: &str, allowed: &[String]) -> Result<Uri, HookError> {
    checked(text, allowed, false)
}

/// The address of a file, where it may be fetched from there: what is public may be fetched unencrypted.
pub(super) fn source(text: &str, allowed: &[String]) -> Result<Uri, HookError> {
    checked(text, allowed, true)
}

fn checked(text: &str, allowed: &[String], plain: bool) -> Result<Uri, HookError> {
    let text = text.trim();
    let wrong = || HookError::Address(text.chars().take(100).collect());
    if text.len() > LONG || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(wrong());
    }
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let authority = uri.authority().ok_or_else(wrong)?;
    let name = authority.host();
    if authority.as_str().contains('@') || name.is_empty() || host(name).is_err() {
        return Err(wrong());
    }
    let listed = allows(allowed, name);
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if listed || plain => {}
        Some("http") => return Err(HookError::Plain(name.to_owned())),
        _ => return Err(wrong()),
    }
    let inside =
        literal(name).is_some_and(|address| !public(address)) || name.eq_ignore_ascii_case("localhost");
    if inside && !listed {
        return Err(HookError::Private(name.to_owned()));
    }
    Ok(uri)
}

/// A host as it is kept: a name or an address, in small letters.
pub(super) fn host(text: &str) -> Result<String, HookError> {
    let plain = |c: char| c.is_alphanumeric() || "-._:[]".contains(c);
    if text.is_empty() || text.len() > 255 || !text.chars().all(plain) {
        return Err(HookError::Address(text.chars().take(100).collect()));
    }
    Ok(bare(text).to_lowercase())
}

/// Whether a host is among those that are allowed.
pub(super) fn allows(allowed: &[String], name: &str) -> bool {
    allowed.iter().any(|known| known.eq_ignore_ascii_case(bare(name)))
}

fn bare(name: &str) -> &str {
    name.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.')
}

fn literal(name: &str) -> Option<IpAddr> {
    bare(name).parse().ok()
}

/// Whether an address is out in the world.
pub(super) fn public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => public4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(inner) => public4(inner),
            None => public6(address),
        },
    }
}

fn public4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let special = (a, b, c) == (192, 0, 0) || (a == 198 && (18..20).contains(&b)) || a >= 240 || a == 0;
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || shared
        || special)
}

fn public6(address: Ipv6Addr) -> bool {
    // Of all addresses only 2000::/3 has been given out; 2001:db8::/32 is for books.
    let [first, second, ..] = address.segments();
    first & 0xe000 == 0x2000 && (first, second) != (0x2001, 0x0db8)
}

/// The address of the old kind that one of the new kind stands for: mapped, translated (64:ff9b::/96) or tunnelled
/// (2002::/16).
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let parts = address.segments();
    let of = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match parts {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some(of(high, low)),
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_behind_our_own_doors_is_an_address() {
        let inside = [
            "https://127.0.0.1/x",
            "https://localhost/",
            "https://10.1.2.3/",
            "https://192.168.0.1:8443/",
            "https://[::1]/",
            "https://169.254.169.254/latest/meta-data",
            "https://0.0.0.0/",
            "https://[::ffff:127.0.0.1]/",
            "https://[fe80::1]/",
            "https://[fd00::1]/",
            "https://172.20.0.1/",
            "https://100.64.0.1/",
            "https://[64:ff9b::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://224.0.0.1/",
            "https://[::]/",
        ];
        for inside in inside {
            assert!(matches!(address(inside, &[]), Err(HookError::Private(_))), "{inside}");
        }
        assert!(address("https://hooks.example.com/a?b=c", &[]).is_ok());
        assert!(address("https://93.184.216.34/", &[]).is_ok());
        assert!(address("https://[2a00:1450:4001::1]/", &[]).is_ok());
        assert!(matches!(address("http://hooks.example.com/", &[]), Err(HookError::Plain(_))));
    }

    #[test]
    fn a_file_may_be_fetched_unencrypted_but_not_from_inside() {
        assert!(source("http://example.com/a.csv", &[]).is_ok());
        assert!(matches!(source("http://10.0.0.1/a.csv", &[]), Err(HookError::Private(_))));
        assert!(source("http://10.0.0.1/a.csv", &["10.0.0.1".to_owned()]).is_ok());
        assert!(matches!(source("file:///etc/passwd", &[]), Err(HookError::Address(_))));
    }

    #[test]
    fn a_host_that_is_named_may_be_told() {
        let allowed = ["127.0.0.1".to_owned(), "chat.corp.local".to_owned(), "::1".to_owned()];
        for named in ["http://127.0.0.1:8080/x", "http://CHAT.corp.local/", "https://[::1]:1/"] {
            assert!(address(named, &allowed).is_ok(), "{named}");
        }
        assert!(address("http://127.0.0.2/", &allowed).is_err());
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for odd in [
            "",
            "x",
            "/x",
            "ftp://a/",
            "file:///etc/passwd",
            "https://",
            "https://a b/",
            "https://u:p@a/",
            "gopher://a",
            "https://a\r\nx/",
            "javascript:alert(1)",
            "https://@127.0.0.1/",
        ] {
            assert!(matches!(address(odd, &[]), Err(HookError::Address(_))), "{odd:?}");
        }
    }
}
