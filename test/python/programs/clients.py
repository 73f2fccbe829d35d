"""Asks a server with real clients, in all states of a body, and says what `raise_for_error` raised."""

import asyncio
import http.client
import json
import sys
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import aiohttp
import httpx
import requests
import urllib3

from generated.momail.errors import MomailError, raise_for_error

TIMEOUT = 20


def of_requests(prepare, stream=True):
    def ask(url, method):
        response = requests.request(method, url, timeout=TIMEOUT, stream=stream)
        prepare(response)
        raise_for_error(response)

    return ask


def of_httpx(prepare, stream=True):
    def ask(url, method):
        with httpx.Client(timeout=TIMEOUT) as client:
            if not stream:
                raise_for_error(client.request(method, url))
            with client.stream(method, url) as response:
                prepare(response)
                raise_for_error(response)

    return ask


def of_httpx_async(prepare, stream=True):
    async def ask(url, method):
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            if not stream:
                raise_for_error(await client.request(method, url))
            async with client.stream(method, url) as response:
                await prepare(response)
                raise_for_error(response)

    return lambda url, method: asyncio.run(ask(url, method))


def of_urllib3(prepare, preload=False):
    def ask(url, method):
        with urllib3.PoolManager(retries=False, timeout=TIMEOUT) as pool:
            response = pool.request(method, url, preload_content=preload)
            prepare(response)
            raise_for_error(response)

    return ask


def of_aiohttp(prepare, after=False):
    async def ask(url, method):
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            async with session.request(method, url) as response:
                await prepare(response)
                if not after:
                    raise_for_error(response)
            raise_for_error(response)

    return lambda url, method: asyncio.run(ask(url, method))


def of_http_client(prepare):
    def ask(url, method):
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT)
        connection.request(method, parts.path)
        response = connection.getresponse()
        prepare(response)
        raise_for_error(response)

    return ask


def of_urllib(prepare):
    def ask(url, method):
        try:
            urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=TIMEOUT)
        except urllib.error.HTTPError as error:
            prepare(error)
            raise_for_error(error)

    return ask


def nothing(response):
    pass


async def no_wait(response):
    pass


async def chunk_of(response):
    async for _ in response.aiter_bytes(9):
        break


# What is done with a response before it is handed over, and what is to come of its
# body: all of it, a part of it, nothing; the latter two are to be said.
CLIENTS = {
    "requests": (of_requests(nothing, stream=False), "whole"),
    "requests, stream": (of_requests(nothing), "whole"),
    "requests, stream read before": (of_requests(lambda r: r.content), "whole"),
    "requests, stream read in part": (of_requests(lambda r: next(r.iter_content(9), None)), "part or none"),
    "requests, stream read by its chunks": (of_requests(lambda r: list(r.iter_content(9))), "none"),
    "requests, stream closed": (of_requests(lambda r: r.close()), "none"),
    "requests, raw read before": (of_requests(lambda r: r.raw.read()), "none"),
    "httpx": (of_httpx(nothing, stream=False), "whole"),
    "httpx, stream": (of_httpx(nothing), "whole"),
    "httpx, stream read before": (of_httpx(lambda r: r.read()), "whole"),
    "httpx, stream read in part": (of_httpx(lambda r: next(r.iter_bytes(9), None)), "none"),
    "httpx, stream read by its chunks": (of_httpx(lambda r: list(r.iter_raw())), "none"),
    "httpx, stream closed": (of_httpx(lambda r: r.close()), "none"),
    "httpx, async": (of_httpx_async(no_wait, stream=False), "whole"),
    "httpx, async stream": (of_httpx_async(no_wait), "none"),
    "httpx, async stream read before": (of_httpx_async(lambda r: r.aread()), "whole"),
    "httpx, async stream read in part": (of_httpx_async(chunk_of), "none"),
    "httpx, async stream closed": (of_httpx_async(lambda r: r.aclose()), "none"),
    "urllib3": (of_urllib3(nothing, preload=True), "whole"),
    "urllib3, not loaded": (of_urllib3(nothing), "whole"),
    "urllib3, loaded before": (of_urllib3(lambda r: r.data), "whole"),
    "urllib3, read before": (of_urllib3(lambda r: r.read()), "none"),
    "urllib3, read in part": (of_urllib3(lambda r: r.read(9)), "part or none"),
    "urllib3, read by its chunks": (of_urllib3(lambda r: list(r.stream(9))), "none"),
    "urllib3, closed": (of_urllib3(lambda r: r.close()), "none"),
    "urllib3, released": (of_urllib3(lambda r: r.release_conn()), "whole"),
    "urllib3, drained": (of_urllib3(lambda r: r.drain_conn()), "none"),
    "aiohttp": (of_aiohttp(lambda r: r.read()), "whole"),
    "aiohttp, as text": (of_aiohttp(lambda r: r.text()), "whole"),
    "aiohttp, read before and closed": (of_aiohttp(lambda r: r.read(), after=True), "whole"),
    "aiohttp, not read": (of_aiohttp(no_wait), "whole or none"),
    "aiohttp, closed": (of_aiohttp(no_wait, after=True), "none"),
    "aiohttp, content read before": (of_aiohttp(lambda r: r.content.read()), "none"),
    "aiohttp, content read in part": (of_aiohttp(lambda r: r.content.read(9)), "part or none"),
    "http.client": (of_http_client(nothing), "whole"),
    "http.client, read before": (of_http_client(lambda r: r.read()), "none"),
    "http.client, read in part": (of_http_client(lambda r: r.read(9)), "part"),
    "http.client, closed": (of_http_client(lambda r: r.close()), "none"),
    "urllib": (of_urllib(nothing), "whole"),
    "urllib, read before": (of_urllib(lambda r: r.read()), "none"),
    "urllib, read in part": (of_urllib(lambda r: r.read(9)), "part"),
    "urllib, closed": (of_urllib(lambda r: r.close()), "none"),
}


def raised_by(ask, url, method):
    try:
        ask(url, method)
    except MomailError as error:
        body = error.body
        size = len(body) if isinstance(body, str) else None
        deviations = [deviation.found for deviation in error.deviations if deviation.expected == "a whole body"]
        return {"code": error.code, "status": error.status, "size": size, "lost": deviations, "id": error.request_id}
    except Exception as error:
        return {"failure": f"{type(error).__name__}: {error}"}
    return {"failure": "no error"}


def versions():
    return {each.__name__: each.__version__ for each in (requests, httpx, urllib3, aiohttp)}


def is_asked(path, name, expected):
    """What never ends is only for those that read it by its parts, here."""
    if path != "endless":
        return True
    return expected == "whole" and name in STREAMS


STREAMS = ("requests, stream", "httpx, stream", "urllib3, not loaded", "http.client", "urllib")

question = json.load(sys.stdin)
report = [
    {
        "client": name,
        "path": f"{path} {method}",
        "expected": expected,
        **raised_by(ask, question["url"] + path, method),
    }
    for path, method in question["paths"]
    for name, (ask, expected) in CLIENTS.items()
    if is_asked(path, name, expected)
]
json.dump({"versions": versions(), "report": report}, sys.stdout)
