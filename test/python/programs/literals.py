"""Looks at a generated module from outside and from inside, and says what is in it."""

import ast
import importlib
import json
import pathlib
import sys
import unicodedata

ALLOWED = {"\n", " "}
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"}


def hidden_in(text):
    """Characters that could end a line, move text around or hide it."""
    found = {each for each in text if each not in ALLOWED}
    return sorted(hex(ord(each)) for each in found if unicodedata.category(each) in HIDDEN)


def calls_in(tree):
    """What is called by its name, anywhere in the code."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sorted({call.id for call in calls if isinstance(call, ast.Name)})


folder, module_name = sys.argv[1:]
sys.path.insert(0, folder)
report = {"hidden": [], "calls": [], "comments": []}
for path in sorted(pathlib.Path(folder).rglob("*.py")):
    if "runtime" in path.parts:
        continue
    source = path.read_bytes().decode("utf-8")
    tree = ast.parse(source)
    report["hidden"] += hidden_in(source)
    report["calls"] += calls_in(tree)
    report["comments"] += [line for line in source.split("\n") if line.lstrip().startswith("#")]

module = importlib.import_module(module_name)
report["calls"] = sorted(set(report["calls"]))
report["codes"] = list(module.ErrorCode)
report["members"] = [name for name in vars(module.ErrorCode) if not name.startswith("_")]
report["operations"] = module.OPERATIONS
report["info"] = {
    code: {
        name: getattr(info, name)
        for name in ("title", "meaning", "statuses", "category", "retry", "group", "causes")
        + ("resolution", "docs")
    }
    for code, info in module.ERROR_INFO.items()
}
report["classes"] = []
for code in report["codes"]:
    error = module.parse_error(400, body={"error": {"code": code, "message": "m"}})
    annotation = type(error).__annotations__.get("code")
    report["classes"].append(
        {
            "name": type(error).__name__,
            "parsed": error.code,
            "listed": error.listed,
            "code": annotation.__args__[0] if annotation else None,
            "doc": type(error).__doc__,
        }
    )
print(json.dumps(report))
