"""Responses of every shape, and what `raise_for_error` makes of them."""

import asyncio
import io
import json
import urllib.error
from email.message import Message
from types import SimpleNamespace

from generated.momail.errors import EmailTaken, MomailError, raise_for_error

BODY = b'{"success":false,"error":{"code":"EMAIL_TAKEN","message":"Taken"}}'
HEADERS = Message()
HEADERS["Content-Type"] = "application/json"
HEADERS["X-Request-Id"] = "r1"


class Broken:
    """Raises for every attribute but its status, as some clients do once closed."""

    status_code = 409

    def __getattr__(self, name):
        raise RuntimeError(name)


class Url:
    def __str__(self):
        return "https://user:secret@api.example/v1/domains?key=secret#top"


Url.__name__ = "URL"


def endless():
    while True:
        yield b"x" * 65536


def failing():
    yield BODY[:30]
    raise OSError("reset")


def failing_with_rest():
    yield BODY[:30]
    failure = OSError("reset")
    failure.partial = BODY[30:]
    raise failure


def unread(size):
    raise RuntimeError("Attempted to call a sync iterator on an async stream.")


async def read():
    return BODY


async def read_later():
    await asyncio.sleep(0)
    return BODY


async def read_never():
    raise AssertionError("it takes what others wait for")


def response(status_code=409, **more):
    return SimpleNamespace(status_code=status_code, headers={"x-request-id": "r1"}, **more)


REQUEST = SimpleNamespace(method="POST")
STAND_INS = {
    "requests": response(iter_content=lambda size: iter([BODY]), url=str(Url()), request=REQUEST),
    "httpx": response(iter_bytes=lambda size: iter([BODY[:9], BODY[9:]]), url=Url()),
    "httpx, not read": response(iter_bytes=unread, url=Url(), request=REQUEST),
    "aiohttp": SimpleNamespace(status=409, headers=HEADERS, read=read),
    "aiohttp, not read": SimpleNamespace(status=409, headers=HEADERS, read=read_later),
    "aiohttp, still coming": SimpleNamespace(
        status=409, headers=HEADERS, read=read_never, content=SimpleNamespace(is_eof=lambda: False)
    ),
    "urllib3": SimpleNamespace(status=409, headers=HEADERS, read=io.BytesIO().read, data=BODY),
    "urllib3, not read": SimpleNamespace(status=409, headers=HEADERS, read=io.BytesIO(BODY).read, data=b""),
    "text in parts": response(iter_bytes=lambda size: iter([BODY[:9].decode(), BODY[9:].decode()])),
    "content only": response(content=BODY),
    "data only": SimpleNamespace(status=409, data=BODY),
    "text only": response(text=BODY.decode()),
    "text to read": SimpleNamespace(status=409, headers=HEADERS, read=io.StringIO(BODY.decode()).read),
    "code only": SimpleNamespace(code=409, read=io.BytesIO(BODY).read),
    "broken": Broken(),
    "endless": response(iter_content=lambda size: endless()),
    "cut off": response(iter_bytes=lambda size: failing()),
    "cut off, with a rest": response(iter_bytes=lambda size: failing_with_rest()),
    "HTTPError": urllib.error.HTTPError("https://x/?a", 409, "Conflict", HEADERS, io.BytesIO(BODY)),
    "HTTPError without a body": urllib.error.HTTPError("https://x/", 409, "Conflict", HEADERS, None),
    "status 400.0": response(400.0, content=BODY),
    "status True": response(True, content=BODY),
    "no status": SimpleNamespace(headers={}, content=BODY),
    "None": None,
}

report = {}
for name, stand_in in STAND_INS.items():
    try:
        raise_for_error(stand_in)
        report[name] = "no error"
    except MomailError as error:
        size = len(error.body) if isinstance(error.body, str) else None
        taken = isinstance(error, EmailTaken)
        cause = error.__cause__ is stand_in
        report[name] = {**error.to_dict(), "size": size, "taken": taken, "cause": cause}
    except TypeError as error:
        report[name] = f"TypeError: {error}"

for status in (100, 204, 304, 399):
    fine = response(status)
    assert raise_for_error(fine) is fine
print(json.dumps(report))
