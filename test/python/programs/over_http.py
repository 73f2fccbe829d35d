"""Asks a server by each client that is installed, without its reading the body, and says what came of it."""

import http.client
import importlib.util
import json
import resource
import sys
import traceback
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from generated.momail.errors import MomailError, raise_for_error

# So long that nothing ends by it here.
TIMEOUT = 60


def of_urllib(url, limit):
    try:
        urllib.request.urlopen(url, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        raise_for_error(error, timeout=limit)


def of_http_client(url, limit):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT)
    connection.request("GET", parts.path)
    raise_for_error(connection.getresponse(), timeout=limit)


def of_requests(url, limit):
    import requests

    raise_for_error(requests.get(url, timeout=TIMEOUT, stream=True), timeout=limit)


def of_urllib3(url, limit):
    import urllib3

    with urllib3.PoolManager(retries=False, timeout=TIMEOUT) as pool:
        raise_for_error(pool.request("GET", url, preload_content=False), timeout=limit)


def of_httpx(url, limit):
    import httpx

    with httpx.Client(timeout=TIMEOUT) as client, client.stream("GET", url) as response:
        raise_for_error(response, timeout=limit)


ALL = {
    "urllib": of_urllib,
    "http.client": of_http_client,
    "requests": of_requests,
    "urllib3": of_urllib3,
    "httpx": of_httpx,
}
CLIENTS = {
    name: client
    for name, client in ALL.items()
    if name in ("urllib", "http.client") or importlib.util.find_spec(name)
}


def peak():
    """Megabytes that this program has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


for client in CLIENTS.values():
    try:
        client("http://127.0.0.1:1/", 1)  # Imports what it needs.
    except Exception:
        pass
for line in sys.stdin:
    question = json.loads(line)
    answers = {}
    for name, client in CLIENTS.items():
        before = peak()
        try:
            client(question["url"], question["timeout"])
            answers[name] = {}
        except MomailError as error:
            answers[name] = {
                **error.to_dict(),
                "served_by": error.headers.get("x-served-by"),
                "size": len(error.body) if isinstance(error.body, str) else None,
                "grown": peak() - before,
            }
        except Exception:
            answers[name] = {"failure": traceback.format_exc()}
    print(json.dumps(answers))
