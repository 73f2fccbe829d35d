"""What a type checker has to refuse, on each line that says so."""

from typing import assert_never

from generated.mailshield.errors import (
    AnyMailshieldError,
    Conflict,
    Forbidden,
    NotFound,
    RateLimited,
    Unauthorized,
    ValidationError,
    parse_error,
)
from generated.tenantcore.errors import (
    ErrorCode,
    TenantLimitReached,
    TenantLimitReachedDetails,
    from_dict,
    raise_for_error,
    retry_delay,
)


def one_left_out(error: AnyMailshieldError) -> None:
    match error:
        case Unauthorized() | Forbidden() | NotFound() | Conflict():
            pass
        case ValidationError() | RateLimited():
            pass
        case _:
            assert_never(error)  # mistake


def details(error: TenantLimitReached) -> None:
    print(error.details["tenant_limit"])  # mistake
    if error.details is not None:
        print(error.details["tenant_limits"])  # mistake
    if error.code == "no_api_plan":  # mistake
        pass


parse_error("404")  # mistake
parse_error(404, operation="createTenant")  # mistake
from_dict("a text")  # mistake
raise_for_error("a response")  # mistake
retry_delay("an error", attempt=1)  # mistake
print(ErrorCode.TENANT_LIMIT)  # mistake
left_out: TenantLimitReachedDetails = {"tenant_limit": 1}  # mistake
