"""Addresses: one spelling for one page, and the site it belongs to.

Parsed by the WHATWG URL Standard, as browsers do. Pure; the list of public suffixes comes inside its
package and is read once per process, when the first site is asked for (70 ms).
"""

import re
from functools import cache, lru_cache
from typing import Final, Literal
from urllib.parse import urljoin

import can_ada
from publicsuffixlist import PublicSuffixList

MAX_CHARS: Final = 8192
"""A longer address is none: servers refuse beyond 8 kB, and data that strayed into the field is longer."""

TRACKING: Final = (
    # Campaigns: Google Analytics, Matomo, Webtrekk, AT Internet, HubSpot, Marketo, Mailchimp, Adobe, ...
    "utm_.*", "mtm_.*", "matomo_.*", "pk_(?:campaign|kwd|keyword|source|medium|content|cid|cpn)", "piwik_.*",
    "wt_?mc(?:_.*)?", "at_(?:medium|campaign|custom[0-9]|format|link_(?:id|type|origin)|ptr_name|recipient_.*)",
    "hsa_.*", "_hs(?:enc|mi)", "hsctatracking", "mkt_tok", "mc_[ce]id", "vero_(?:id|conv)", "oly_(?:anon|enc)_id",
    "s_cid", "icid", "ncid", "cmpid", "cmp_id", "ns_(?:campaign|mchannel|source|linkname|fee)", "xtor",
    "sc_(?:campaign|channel|content|medium|outcome|geo|country)", "trk_(?:contact|msg|module|sid)",
    "ml_subscriber(?:_hash)?", "smid", "smtyp", "spm", "wprov", "tblci", "dicbo", "oborigurl",
    # Click identifiers: Google, Facebook, Microsoft, Yandex, Twitter, TikTok, LinkedIn, Instagram, Reddit, ...
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "_gl", "_ga", "gad_source", "gad_campaignid", "srsltid",
    "fbclid", "fb_(?:action_(?:ids|types)|source|ref)", "msclkid", "yclid", "ysclid", "_openstat", "twclid",
    "ttclid", "li_fat_id", "igshid?", "igsh", "rdt_cid", "guce_referrer(?:_sig)?", "guccounter", "epik", "zanpid",
    "ref_(?:src|url)", "__twitter_impression", "amp_js_v", "amp_gsa", "usqp",
    "share_(?:token|from|source|medium|plat|session_id|tag)",
    # What a server adds for a session.
    "phpsessid", "jsessionid", "aspsessionid.*", "cfid", "cftoken",
)  # fmt: skip
"""Query parameters that never choose the page: patterns of the full name, in any case.

Left in, since on some sites they do: ref, source, from, cid, sid, id, page, amp, lang, share.
*Source*: the documents of the vendors named.
"""

_TRACKING: Final = re.compile("|".join(TRACKING), re.IGNORECASE)

_PATH_SESSION: Final = re.compile(r";jsessionid=[^/;]{1,200}", re.IGNORECASE)

CanonicalMethod = Literal["link", "url"]


def absolute_url(url: str) -> str | None:
    """Return an absolute http or https address as a browser would write it, without credentials, else None."""
    address = _web_address(url, None)
    href: str | None = address.href if address else None
    return href


def canonical_url(url: str, base: str | None = None) -> str | None:
    """Return the one spelling of an http or https address, or None where it is not one.

    Host in lower case, ASCII (punycode); no default port, no credentials, no fragment but "#!...",
    no tracking parameters; the rest of the query in its order; path as it is, "." and ".." resolved.
    A relative address is resolved against `base`. Promise: applied twice it changes nothing more.
    """
    address = _web_address(url, base)
    if address is None:
        return None
    if not address.hash.startswith("#!"):
        address.hash = ""
    kept = "&".join(pair for pair in address.search[1:].split("&") if pair and not _is_tracking(pair))
    # Set even where nothing goes: so that a "?" without a query goes too.
    address.search = f"?{kept}" if kept else ""
    if ";" in address.pathname:
        address.pathname = _PATH_SESSION.sub("", address.pathname)
    href: str = address.href
    return href if len(href) <= MAX_CHARS else None


def _web_address(url: str, base: str | None) -> can_ada.URL | None:
    address = _parse(url, base)
    if address is None or address.protocol not in {"http:", "https:"} or not address.hostname:
        return None
    if address.username or address.password:
        address.username = ""
        address.password = ""  # takes it out  # nosec B105
    return address


def _parse(url: str, base: str | None) -> can_ada.URL | None:
    if len(url) > MAX_CHARS or (base is not None and len(base) > MAX_CHARS):
        return None
    url = url.strip()
    try:
        return can_ada.parse(url)
    except TypeError:  # a lone surrogate cannot be passed on
        return None
    except ValueError:
        if not base:
            return None
    try:  # can_ada has no second argument; joined by RFC 3986, then parsed by the standard
        return can_ada.parse(urljoin(base, url))
    except (ValueError, TypeError):
        return None


def _is_tracking(pair: str) -> bool:
    return _TRACKING.fullmatch(pair.partition("=")[0]) is not None


@cache
def _suffixes() -> PublicSuffixList:
    """Return the bundled list, with the private section: on blogspot.com every blog is a site of its own."""
    return PublicSuffixList(accept_unknown=True)


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str:
    domain: str | None = _suffixes().privatesuffix(host)
    return domain or host


def site(url: str) -> str | None:
    """Return the registrable domain an address belongs to ("bbc.co.uk"), in punycode, or None.

    A host that has none is its own site: an IP address, "localhost", a public suffix. Suffixes that
    are not in the list count as one label, so that internal and new domains work.
    """
    address = _parse(url, None)
    if address is None or address.protocol not in {"http:", "https:"} or not address.hostname:
        return None
    host: str = address.hostname.rstrip(".")
    if not host or host.startswith("[") or host.rpartition(".")[2].isdecimal():
        return host or None
    return _registrable(host)


def choose_canonical(
    url: str | None, link_canonical: str | None
) -> tuple[str | None, CanonicalMethod | None]:
    """Choose between a page's own address and what it says is canonical; say which it was.

    The page's rel=canonical is believed where it is of the same site and is not the bare home page of
    a deeper address: both are common mistakes of templates. Without an address it is all there is.
    """
    own = canonical_url(url) if url else None
    said = canonical_url(link_canonical, own) if link_canonical else None
    if said is None:
        return (own, "url") if own else (None, None)
    if own is None or (site(said) == site(own) and not (_is_home(said) and not _is_home(own))):
        return said, "link"
    return own, "url"


def _is_home(url: str) -> bool:
    address = can_ada.parse(url)
    return address.pathname == "/" and not address.search and not address.hash
