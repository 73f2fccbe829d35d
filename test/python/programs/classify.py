"""Classifies answers by contracts that are given with them, as lines of JSON."""

import dataclasses
import json
import math
import re
import sys

from generator.runtime.python.classify import classify_answer
from generator.runtime.python.contract import (
    DelayHeader,
    Envelope,
    ErrorRule,
    ParserContract,
    RetryPolicy,
)


def snake(members):
    return {re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name): value for name, value in members.items()}


def rule_of(details=None, **members):
    optional = details is not None and details.pop("optional", False)
    return ErrorRule(details=details, details_optional=optional, **members)


def contract_of(given):
    return ParserContract(
        api="sample",
        envelopes=[Envelope(**snake(each)) for each in given["envelopes"]],
        errors={code: rule_of(**snake(rule)) for code, rule in given["errors"].items()},
        operations={},
        retry_policy=RetryPolicy(attempts=3, base=1, cap=60),
        delay_headers=[DelayHeader(**each) for each in given.get("delayHeaders", [])],
    )


def plain(value):
    if dataclasses.is_dataclass(value):
        return plain(dataclasses.asdict(value))
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


for line in sys.stdin:
    question = json.loads(line)
    contract = contract_of(question["contract"])
    found = classify_answer(contract, question["status"], question["headers"], question.get("body"))
    print(json.dumps(plain(found._asdict()), allow_nan=False))
