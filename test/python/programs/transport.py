"""What real clients raise where no answer came, and whether `retry_delay` has it sent again."""

import asyncio
import http.client
import json
import ssl
import sys
import urllib.error
import urllib.request

import aiohttp
import httpx
import requests
import urllib3

from generated.momail.errors import parse_error, retry_delay
from generated.tenantcore.errors import parse_error as parse_another

TIMEOUT = 0.4


def with_aiohttp(url):
    async def ask():
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            await response.read()

    asyncio.run(ask())


def with_httpx_async(url):
    async def ask():
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            await client.get(url)

    asyncio.run(ask())


clients = {
    "requests": lambda url: requests.get(url, timeout=TIMEOUT),
    "httpx": lambda url: httpx.get(url, timeout=TIMEOUT),
    "httpx, async": with_httpx_async,
    "aiohttp": with_aiohttp,
    "urllib3": lambda url: urllib3.PoolManager(retries=False).request("GET", url, timeout=TIMEOUT),
    "urllib3, with retries": lambda url: urllib3.PoolManager().request("GET", url, timeout=TIMEOUT, retries=0),
    "urllib": lambda url: urllib.request.urlopen(url, timeout=TIMEOUT).read(),
}


def raised(client, url):
    try:
        client(url)
    except Exception as error:
        return error
    raise AssertionError(f"an answer came: {url}")


def caused(error, cause):
    error.__cause__ = cause
    return error


def circle():
    first, second = RuntimeError(), RuntimeError()
    first.__cause__, second.__cause__ = second, first
    return first


made = {
    "a reset": (ConnectionResetError(), True),
    "too late": (TimeoutError(), True),
    "no way to the host": (OSError(113, "x"), True),
    "a cause of a cause": (caused(RuntimeError(), caused(RuntimeError(), ConnectionError())), True),
    "half of an answer": (http.client.IncompleteRead(b""), True),
    "a certificate": (urllib.error.URLError(ssl.SSLCertVerificationError("x")), False),
    "a certificate below": (caused(httpx.ConnectError("x"), ssl.SSLCertVerificationError("x")), False),
    "a permission": (PermissionError(13, "x"), False),
    "a file": (FileNotFoundError(2, "x"), False),
    "a mistake": (ValueError("x"), False),
    "a mistake while a failure was handled": (caused(ValueError("x"), None), False),
    "an answer that a client raised": (urllib.error.HTTPError("http://a", 503, "x", {}, None), False),
    "an error of another API": (caused(parse_another(503), ConnectionError()), False),
    "a cancelled task": (asyncio.CancelledError(), False),
    "an interrupt": (KeyboardInterrupt(), False),
    "a circle": (circle(), False),
}


def delays(error):
    """For a GET, a POST, one that is safe to repeat, no method, and the last attempt."""
    asked = [
        {"method": "GET"},
        {"method": "POST"},
        {"method": "POST", "idempotent": True},
        {},
        {"method": "GET", "attempt": 3},
    ]
    return [retry_delay(error, **{"attempt": 1, **options}, random=lambda: 1) for options in asked]


urls = json.load(sys.stdin)
report = [
    {"name": f"{name}: {kind}", "delays": delays(raised(client, url)), "again": kind != "no address"}
    for name, client in clients.items()
    for kind, url in urls.items()
]
report += [{"name": name, "delays": delays(error), "again": again} for name, (error, again) in made.items()]
report.append({"name": "an answer", "delays": delays(parse_error(503)), "again": True})
print(json.dumps(report))
