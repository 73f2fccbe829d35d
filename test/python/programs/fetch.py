"""Sends requests, given as lines of JSON, and says what error each was answered with."""

import importlib
import json
import sys
import urllib.error
import urllib.request

for line in sys.stdin:
    question = json.loads(line)
    module = importlib.import_module(f"generated.{question['api']}.errors")
    body = question.get("body")
    request = urllib.request.Request(
        question["url"],
        data=None if body is None else body.encode(),
        headers=question.get("headers", {}),
        method=question.get("method", "GET"),
    )
    try:
        response = urllib.request.urlopen(request)
    except urllib.error.HTTPError as answered:
        response = answered
    try:
        module.raise_for_error(response, operation=question.get("operation"))
        print(json.dumps(None))
    except Exception as error:
        print(json.dumps(error.to_dict()))
