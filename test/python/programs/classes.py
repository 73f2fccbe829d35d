"""Raises and catches every error of an API, and holds its module against errors.json."""

import json
import pathlib
import sys
import typing
from importlib import import_module

from generated.runtime import ApiError


def words(text):
    return " ".join(text.split())


def check_details(error_class, schema):
    """The type of the details names the members that the contract declares."""
    annotation = error_class.__annotations__["details"]
    if schema is None:
        assert annotation is None, error_class
        return
    if annotation is object:
        assert "properties" not in schema, error_class
        return
    (details, *_) = typing.get_args(annotation)
    if "properties" in schema:
        assert details.__required_keys__ == set(schema.get("required", [])), details
        assert set(details.__annotations__) == set(schema["properties"]), details
        assert details.__doc__


def check_class(module, base, listed):
    code = listed["code"]
    error_class = module._CLASSES[code]
    assert issubclass(error_class, base) and issubclass(error_class, ApiError)
    assert typing.get_args(error_class.__annotations__["code"]) == (code,)
    first, *_ = error_class.__doc__.split("\n")
    assert first.startswith(f"{', '.join(listed['statuses'])}: {listed['title']}"), first
    for text in (listed["meaning"], listed["resolution"] or "", f"Retry: {listed['retry']}."):
        assert words(text) in words(error_class.__doc__), (code, text)
    check_details(error_class, listed["details"])


def check_info(api, info, listed):
    for name in ("title", "meaning", "statuses", "category", "retry", "group", "resolution"):
        assert getattr(info, name) == listed[name], (listed["code"], name)
    assert list(info.causes) == listed["causes"]
    # Beside the docs, a link is a way through the folder, which data leaves out.
    assert info.docs == (listed["docs"] or f"../docs/{api}/errors/{listed['code']}.html")


def check_raising(module, base, vector):
    error = module.parse_error(vector["status"], vector["headers"], vector["body"])
    error_class = module._CLASSES.get(error.code, type(error))
    others = [each for each in module._CLASSES.values() if each is not error_class]
    for caught_as in (error_class, base, ApiError, Exception):
        try:
            try:
                raise error
            except tuple(others):
                raise AssertionError(f"{error.code} was caught as another") from None
        except caught_as as caught:
            assert caught is error
    shown = f"[{error.status} {error.code}] {error.message}"
    assert str(error) == shown and repr(error) == f"<{error_class.__name__}: {shown}>"
    error.add_note("a note")


for api in sys.argv[1:]:
    folder = pathlib.Path("generated") / api
    contract = json.loads((folder / "errors.json").read_text("utf-8"))
    vectors = json.loads((folder / "vectors.json").read_text("utf-8"))
    module = import_module(f"generated.{api}.errors")
    base = getattr(module, f"{api.capitalize()}Error")
    unlisted = getattr(module, f"{api.capitalize()}UnlistedError")

    codes = [listed["code"] for listed in contract["errors"]]
    assert list(module.ErrorCode) == codes == list(module.ERROR_INFO)
    operations = [operation["id"] for operation in contract["operations"]]
    assert list(typing.get_args(module.OperationId)) == operations
    for listed in contract["errors"]:
        check_class(module, base, listed)
        check_info(api, module.ERROR_INFO[listed["code"]], listed)
    for vector in vectors:
        check_raising(module, base, vector)

    error = module.parse_error(418)
    assert type(error) is unlisted and error.code == "http_418" and error.listed is False
    assert "details" not in vars(unlisted) and words(unlisted.__doc__)
    for function in (module.parse_error, module.from_dict, module.raise_for_error, module.is_error):
        assert function.__doc__
    assert not module.is_error(ValueError()) and not module.is_error(None)
    print(api, len(codes))
