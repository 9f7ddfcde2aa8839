//! Where the house goes by itself when somebody asks it to: to the open internet, over TLS, and never into a network
//! that is not for everybody. The address is looked at after its name was looked up, and that same address is
//! connected to: a name that means something else a moment later leads nowhere.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use webauthn_rs::prelude::Url;

/// Whether this very machine may be reached: only while the house itself is tried out, without TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Own {
    Reachable,
    Closed,
}

impl Own {
    pub(crate) fn of(config: &platform::config::Config) -> Self {
        if config.is_https() { Self::Closed } else { Self::Reachable }
    }
}

fn is_here(host: Option<&str>) -> bool {
    matches!(host, Some("localhost" | "127.0.0.1"))
}

/// Only over TLS; on this very machine also without, when it may be reached.
pub(crate) fn is_safe(address: &str, own: Own) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    if !url.username().is_empty() || url.password().is_some() {
        return false;
    }
    let here = own == Own::Reachable && is_here(url.host_str());
    here && matches!(url.scheme(), "http" | "https") || url.scheme() == "https"
}

/// Looks names up, and keeps of what it finds only what may be reached.
#[derive(Debug)]
pub(super) struct Guard {
    own: Own,
    names: DefaultResolver,
}

impl Guard {
    pub(super) fn new(own: Own) -> Self {
        Self { own, names: DefaultResolver::default() }
    }
}

/// What the guard says when a name leads nowhere but into a closed network.
pub(super) const CLOSED: &str = "an address in a closed network";

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let here = self.own == Own::Reachable && is_here(uri.host());
        let may = |ip: IpAddr| if here { ip.is_loopback() } else { is_public(ip) };
        let mut kept = self.empty();
        for found in self.names.resolve(uri, config, timeout)?.iter().filter(|found| may(found.ip())) {
            kept.push(*found);
        }
        if kept.is_empty() {
            return Err(std::io::Error::new(std::io::ErrorKind::PermissionDenied, CLOSED).into());
        }
        Ok(kept)
    }
}

/// What IANA keeps for something else than the open internet.
const CLOSED_4: [([u8; 4], u32); 15] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// The same within 2000::/3; all the rest of IPv6 is closed.
const CLOSED_6: [([u16; 2], u32); 4] =
    [([0x2001, 0], 23), ([0x2001, 0x0db8], 32), ([0x2002, 0], 16), ([0x3fff, 0], 20)];

fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(four) => is_public_4(four),
        IpAddr::V6(six) => match within(six) {
            Some(four) => is_public_4(four),
            None => is_public_6(six),
        },
    }
}

fn is_public_4(ip: Ipv4Addr) -> bool {
    let inside = |(net, bits): &([u8; 4], u32)| (ip.to_bits() ^ u32::from_be_bytes(*net)) >> (32 - bits) == 0;
    !CLOSED_4.iter().any(inside)
}

fn is_public_6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    let head = u32::from(a) << 16 | u32::from(b);
    let inside = |([x, y], bits): &([u16; 2], u32)| (head ^ (u32::from(*x) << 16 | u32::from(*y))) >> (32 - bits) == 0;
    a >> 13 == 1 && !CLOSED_6.iter().any(inside)
}

/// The address of IPv4 that one of IPv6 stands for: mapped, or by way of a translator (64:ff9b::/96).
fn within(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d, e, f, high, low] = ip.segments();
    let four = Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
    ip.to_ipv4_mapped().or(([a, b, c, d, e, f] == [0x64, 0xff9b, 0, 0, 0, 0]).then_some(four))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_over_tls_or_while_it_is_tried_out_on_this_very_machine() {
        for own in [Own::Reachable, Own::Closed] {
            assert!(is_safe("https://id.example/oidc", own));
            for wrong in [
                "http://id.example",
                "ftp://localhost",
                "file:///etc/passwd",
                "id.example",
                "http://10.0.0.1",
                "",
                "https://a:b@id.example",
            ] {
                assert!(!is_safe(wrong, own), "{wrong}");
            }
        }
        assert!(is_safe("http://localhost:9000", Own::Reachable) && is_safe("http://127.0.0.1:9000", Own::Reachable));
        assert!(!is_safe("http://localhost:9000", Own::Closed) && !is_safe("http://[::1]:9000", Own::Reachable));
    }

    #[test]
    fn a_closed_network_is_not_reached() {
        for closed in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:a00:1::1",
            "3fff::1",
            "100::1",
            "fec0::1",
            "::10.0.0.1",
        ] {
            assert!(!is_public(closed.parse().unwrap()), "{closed}");
        }
        for public in [
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "145.100.1.1",
            "198.20.0.1",
            "::ffff:1.1.1.1",
            "64:ff9b::101:101",
            "2606:4700::1111",
            "2a00:1450::1",
            "2001:610::1",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn a_name_that_leads_into_a_closed_network_is_not_followed() {
        for (address, own) in [
            ("http://127.0.0.1:9/", Own::Closed),
            ("http://localhost:9/", Own::Closed),
            ("https://10.0.0.1:9/", Own::Reachable),
            ("https://[::1]:9/", Own::Reachable),
            ("https://169.254.169.254/latest", Own::Closed),
        ] {
            let error = super::super::reach::agent(own).get(address).call().unwrap_err();
            assert!(error.to_string().contains(CLOSED), "{address}: {error}");
        }
    }
}
