"""Asks a server with the clients there are, and says what `raise_for_error` raised."""

import http.client
import importlib.util
import json
import sys
import traceback
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from generated.momail.errors import MomailError, is_error, raise_for_error


def with_urlopen(url):
    try:
        response = urllib.request.urlopen(url, timeout=20)
    except urllib.error.HTTPError as error:
        raise_for_error(error)
        raise AssertionError("an HTTPError below 400") from error
    assert raise_for_error(response) is response
    return response.read()


def with_http_client(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    connection.request("POST", parts.path)
    try:
        return raise_for_error(connection.getresponse()).read()
    finally:
        connection.close()


def with_requests(url, stream=False):
    import requests

    response = requests.delete(url, timeout=20, stream=stream)
    result = raise_for_error(response)
    assert result is response
    return response.content


def with_requests_stream(url):
    return with_requests(url, stream=True)


def with_httpx(url):
    import httpx

    return raise_for_error(httpx.put(url, timeout=20)).content


def with_httpx_stream(url):
    import httpx

    with httpx.stream("GET", url, timeout=20) as response:
        return raise_for_error(response).read()


def with_httpx_async(url):
    import asyncio

    import httpx

    async def ask():
        async with httpx.AsyncClient() as client:
            return raise_for_error(await client.get(url)).content

    return asyncio.run(ask())


CLIENTS = {
    "": [with_urlopen, with_http_client],
    "requests": [with_requests, with_requests_stream],
    "httpx": [with_httpx, with_httpx_stream, with_httpx_async],
}

clients = [
    client
    for module, each in CLIENTS.items()
    if not module or importlib.util.find_spec(module)
    for client in each
]
for line in sys.stdin:
    question = json.loads(line)
    answers = {}
    for client in clients:
        try:
            answers[client.__name__] = {"body": len(client(question["url"]))}
        except MomailError as error:
            size = len(error.body) if isinstance(error.body, str) else None
            answers[client.__name__] = {
                "error": error.to_dict(),
                "class": type(error).__name__,
                "size": size,
                "is_error": is_error(error),
                "cause": type(error.__cause__).__name__,
            }
        except Exception:
            answers[client.__name__] = {"failure": traceback.format_exc()}
    print(json.dumps(answers))
