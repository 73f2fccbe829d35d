"""Storms of requests to servers that fail, and how many requests were sent: no time goes by."""

import json
import sys

from generated.momail.errors import parse_error, retry_delay
from generated.runtime import RetryBudget

for line in sys.stdin:
    question = json.loads(line)
    down, period = question["down"], question["period"]
    budgets = [RetryBudget(**question["options"]) for _ in range(question["clients"])]
    sent = 0
    for _ in range(question["calls"]):
        for budget in budgets:
            delay, attempt = 0, 0
            while delay is not None:
                attempt += 1
                fails = sent % period < down
                sent += 1
                if fails:
                    error = parse_error(503)
                    delay = retry_delay(error, attempt=attempt, method="GET", budget=budget, random=lambda: 0.5)
                else:
                    budget.refund()
                    break
    print(json.dumps({"sent": sent, "left": budgets[0].left}))
