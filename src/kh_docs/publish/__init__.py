"""Put finished files under the out folder, safely: the only package that writes there."""

from kh_docs.publish.copies import beside_name
from kh_docs.publish.named import Changed, recover_changed, write_changed, write_named, write_over
from kh_docs.publish.output import Output, Result, Status, encode_text
from kh_docs.publish.preflight import check_names, check_writable
from kh_docs.publish.publisher import Publisher

__all__ = [
    "Changed", "Output", "Publisher", "Result", "Status", "beside_name", "check_names", "check_writable",
    "encode_text", "recover_changed", "write_changed", "write_named", "write_over",
]  # fmt: skip
