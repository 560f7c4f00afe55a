"""From a plan to published documents: the one line through the whole program."""

from kh_docs.pipeline.generating import generate
from kh_docs.pipeline.request import DocumentResult, Request, Result

__all__ = ["DocumentResult", "Request", "Result", "generate"]
