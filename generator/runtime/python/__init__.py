"""What generated errors stand on: standard library only, copied as it is."""

from .api_error import ApiError, is_error_of
from .category import Category, Retry
from .classify import classify_answer
from .codes import Codes
from .contract import (
    ClosestRule,
    DelayHeader,
    Envelope,
    ErrorRule,
    ParserContract,
    RetryPolicy,
    Shape,
)
from .error import Classified, Deviation, FieldError, RequestInfo
from .error_from import ResponseLike, headers_of, request_of, status_of
from .from_dict import classified_of_dict
from .headers import HeadersLike
from .info import ErrorInfo
from .response_body import body_of
from .retry_budget import RetryBudget
from .retry_delay import delay_before_retry

__all__ = [
    "ApiError",
    "Category",
    "Classified",
    "ClosestRule",
    "Codes",
    "DelayHeader",
    "Deviation",
    "Envelope",
    "ErrorInfo",
    "ErrorRule",
    "FieldError",
    "HeadersLike",
    "ParserContract",
    "RequestInfo",
    "ResponseLike",
    "Retry",
    "RetryBudget",
    "RetryPolicy",
    "Shape",
    "body_of",
    "classified_of_dict",
    "classify_answer",
    "delay_before_retry",
    "headers_of",
    "is_error_of",
    "request_of",
    "status_of",
]
