"""What the names of a generated errors.py stand for, and which of them cannot stand there."""

import ast
import json
import keyword
import sys
import types
from collections import Counter


def named(text):
    """Every class, and every member of one, with those that are defined twice."""
    tree = ast.parse(text)
    scopes = {"the module": tree.body}
    scopes |= {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}
    for scope, body in scopes.items():
        names = [node.name for node in body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
        names += [node.target.id for node in body if isinstance(node, ast.AnnAssign)]
        for name, count in Counter(names).items():
            if count > 1:
                yield f"{scope} has two {name}"
            if keyword.iskeyword(name) or not name.isascii():
                yield f"{scope} has {name}"


def answer(text):
    module = types.ModuleType("generated.names.errors")
    module.__package__ = "generated.names"
    sys.modules[module.__name__] = module
    exec(compile(text, "errors.py", "exec"), module.__dict__)
    members = [value for name, value in vars(module.ErrorCode).items() if not name.startswith("_")]
    wrong = list(named(text))
    for code, error_class in module._CLASSES.items():
        if getattr(module, error_class.__name__) is not error_class:
            wrong.append(f"{error_class.__name__} is not the class of {code}")
    return {"members": members, "classes": list(module._CLASSES), "wrong": wrong}


for line in sys.stdin:
    try:
        said = answer(json.loads(line))
    except Exception as error:
        said = {"members": [], "classes": [], "wrong": [f"{type(error).__name__}: {error}"]}
    print(json.dumps(said))
