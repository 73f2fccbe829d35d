"""Logs the error of each answer in the ways of Python's programs, and says what was logged."""

import io
import json
import logging
import pickle
import sys
import traceback

from generated.vault.errors import VaultError, parse_error


def logged(log, **settings):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    if "format" in settings:
        handler.setFormatter(logging.Formatter(settings["format"]))
    logger = logging.Logger("service")
    logger.addHandler(handler)
    log(logger)
    return stream.getvalue()


def raised(error, wrap=False):
    """What the traceback of an uncaught exception says."""
    try:
        try:
            raise error
        except VaultError as cause:
            if wrap:
                raise RuntimeError("outer") from cause
            raise
    except Exception as last:
        return "".join(traceback.format_exception(last))


def exception(error, **settings):
    try:
        raise error
    except VaultError:
        return logged(lambda logger: logger.exception("failed"), **settings)


def ways_of(error):
    yield "to_dict", json.dumps(error.to_dict())
    yield "str", str(error)
    yield "repr", repr(error)
    yield "repr in a list", repr([error, {"error": error}])
    yield "format", f"{error} {error!r} {error!s}"
    yield "traceback", raised(error)
    yield "as the cause of another", raised(error, wrap=True)
    yield "in a group", "".join(traceback.format_exception(ExceptionGroup("several", [error])))
    yield "logger.error", logged(lambda logger: logger.error(error))
    yield "logger.error with %s", logged(lambda logger: logger.error("failed: %s %r", error, error))
    yield "exc_info", logged(lambda logger: logger.error("failed", exc_info=error))
    yield "logger.exception", exception(error)
    yield "own members", json.dumps(vars(error), default=str)
    yield "a copy", repr(pickle.loads(pickle.dumps(error)))
    yield "extra", logged(
        lambda logger: logger.error("failed", extra={"error": error.to_dict()}),
        format="%(message)s %(error)s",
    )


report = [
    {"name": name, "text": text}
    for answer in json.load(sys.stdin)
    for name, text in ways_of(parse_error(answer["status"], answer["headers"], answer["body"]))
]
json.dump(report, sys.stdout)
