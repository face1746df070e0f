"""Where the reader can be reached in a browser, and by whom."""

import ipaddress
from dataclasses import dataclass
from socket import gethostname
from urllib.parse import urlsplit

LOCAL_NAME = "localhost"


@dataclass(frozen=True, slots=True)
class Address:
    """A host, by name or number, and a port of it."""

    host: str
    """As it was named."""
    port: int
    """0 for any that is free."""

    @property
    def local(self) -> bool:
        """Whether programs of this machine alone reach it."""
        number = _number(self.host)
        return number.is_loopback if number else self.host == LOCAL_NAME

    @property
    def url(self) -> str:
        """What to open in the browser of this machine."""
        number = _number(self.host)
        host = LOCAL_NAME if number and number.is_unspecified else self.host
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"

    def answers_to(self, named: str) -> bool:
        """Whether a browser that asks for this host, with or without port, can mean us.

        A foreign page could have a name of its own lead here and would then be let in as if it were ours (DNS
        rebinding); it has no power over numbers and over our own names.
        """
        host = _host(named)
        return bool(host) and (_number(host) is not None or host in {LOCAL_NAME, self.host, gethostname().lower()})


def _host(named: str) -> str:
    try:
        return urlsplit(f"//{named}").hostname or ""
    except ValueError:
        return ""


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
