"""What a program may do with the errors, as a type checker sees it."""

import json
import random
import urllib.error
import urllib.request
from http.client import HTTPResponse
from typing import Literal, assert_never, assert_type

from generated.mailshield.errors import AnyMailshieldError, ValidationErrorDetailsItem
from generated.mailshield.errors import parse_error as parse_mailshield
from generated.runtime import ApiError, Category, Deviation, FieldError
from generated.tenantcore.errors import (
    ERROR_INFO,
    OPERATIONS,
    AnyTenantcoreError,
    ErrorCode,
    TenantcoreError,
    TenantcoreUnlistedError,
    TenantLimitReached,
    TenantLimitReachedDetails,
    from_dict,
    is_error,
    parse_error,
    raise_for_error,
    retry_delay,
)


def members(error: TenantcoreError) -> None:
    assert_type(error.api, str)
    assert_type(error.code, str)
    assert_type(error.listed, bool)
    assert_type(error.status, int)
    assert_type(error.message, str)
    assert_type(error.details, object)
    assert_type(error.fields, list[FieldError])
    assert_type(error.request_id, str | None)
    assert_type(error.retry_after, float | None)
    assert_type(error.closest, str | None)
    assert_type(error.category, Category)
    assert_type(error.operation, str | None)
    assert_type(error.deviations, list[Deviation])
    assert_type(error.body, object)
    assert_type(error.headers, dict[str, str])
    assert_type(error.to_dict(), dict[str, object])


def catching(url: str) -> int:
    try:
        with urllib.request.urlopen(url) as response:
            raise_for_error(response, operation="createTenant")
    except urllib.error.HTTPError as answer:
        raise_for_error(answer)
    except TenantLimitReached as error:
        assert_type(error.code, Literal["tenant_limit_reached"])
        assert_type(error.listed, Literal[True])
        assert_type(error.details, TenantLimitReachedDetails | None)
        if error.details is not None:
            assert_type(error.details["tenant_limit"], int)
            assert_type(error.details["plan_name"], str)
            return error.details["remaining_tenants"]
    except TenantcoreUnlistedError as error:
        assert_type(error.listed, Literal[False])
        assert_type(error.code, str)
    except ApiError as error:
        return error.status
    return 0


def returned(response: HTTPResponse) -> None:
    assert_type(raise_for_error(response), HTTPResponse)


def by_class(error: AnyMailshieldError) -> str:
    match error:
        case _ if error.code == "validation_error" and error.listed is True:
            assert_type(error.details, list[ValidationErrorDetailsItem] | None)
            return "validation"
        case _:
            return error.message


def every_class() -> str:
    error = parse_mailshield(400, {"content-type": "application/json"}, b"{}")
    code = error.code
    if error.listed is False:
        assert_type(error.details, object)
        return code
    match error.code:
        case "unauthorized" | "forbidden" | "not_found" | "conflict" | "rate_limited":
            assert_type(error.details, None)
        case "validation_error":
            for item in error.details or []:
                assert_type(item["path"], list[str | int])
        case "http_500":
            pass
        case _:
            assert_never(error.code)
    return code


def by_constant(error: AnyTenantcoreError) -> int | None:
    if error.listed is True and error.code == ErrorCode.TENANT_LIMIT_REACHED:
        assert_type(error, TenantLimitReached)
        return error.details["tenant_limit"] if error.details else None
    assert_type(ErrorCode.TENANT_LIMIT_REACHED, Literal["tenant_limit_reached"])
    return None


def every_code() -> list[str]:
    assert len(ErrorCode) == len(list(ErrorCode))
    return [code for code in ErrorCode if code in ErrorCode]


def guarded(value: object) -> float | None:
    if not is_error(value, "tenant_limit_reached", ErrorCode.NO_API_PLAN):
        return None
    assert_type(value.status, int)
    assert_type(ERROR_INFO[ErrorCode.NO_API_PLAN].resolution, str | None)
    assert_type(OPERATIONS["createTenant"], list[str])
    return retry_delay(value, attempt=1, method="GET", random=random.random)


def transport(error: OSError) -> float | None:
    return retry_delay(error, attempt=1, method="GET")


def answers() -> list[TenantcoreError]:
    return [
        parse_error(404),
        parse_error(404, None, None),
        parse_error(404, {"a": "b"}, "text"),
        parse_error(404, [("a", "b")], {"parsed": 1}, operation="getTenant"),
        parse_error(404, {"Retry-After": 1}, b"bytes"),
    ]


def carried(line: str, error: TenantcoreError) -> list[AnyTenantcoreError]:
    received = from_dict(json.loads(line))
    if received.listed is True and received.code == "tenant_limit_reached":
        assert_type(received.details, TenantLimitReachedDetails | None)
    return [received, from_dict(error.to_dict())]
