"""From a plan to published documents: the one line through the whole program."""

from kh_docs.pipeline.generating import DocumentResult, Request, Result, generate

__all__ = ["DocumentResult", "Request", "Result", "generate"]
