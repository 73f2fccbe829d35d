"""What generated Python is made of, whatever its names and texts are, and the strings that it holds."""

import ast
import io
import json
import re
import sys
import tokenize

ACTING = re.compile(
    r"noqa|type:|coding|mypy|ruff|fmt|isort|pylint|nosec|pyright(?!: reportIncompatibleVariableOverride=false$)"
)


def structure(text):
    found = []
    strings = []
    tree = ast.parse(text)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            found.append(f"{type(child).__name__} in {type(parent).__name__}")
        if isinstance(parent, ast.Constant) and isinstance(parent.value, str):
            strings.append(parent.value)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and ACTING.search(token.string):
            found.append(f"comment {token.string}")
    return {"found": sorted(found), "strings": strings}


for line in sys.stdin:
    try:
        answer = structure(json.loads(line))
    except (SyntaxError, ValueError) as error:
        answer = {"found": [f"wrong: {error}"], "strings": []}
    print(json.dumps(answer))
