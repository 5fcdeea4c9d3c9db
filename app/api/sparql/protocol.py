"""The SPARQL 1.1 protocol: what a request asks, taken from its URL and body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from app.api.problems import ProblemError
from app.api.sparql.tokens import dataset, refusal

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
MAX_QUERY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its dataset; None where the request says nothing about the dataset."""

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


def from_url(query_string: bytes) -> Asked | None:
    """What a GET asks; None where it holds no query."""
    pairs = _pairs(query_string)
    return _asked(pairs) if "query" in pairs or "update" in pairs else None


def from_body(query_string: bytes, content_type: str | None, body: bytes) -> Asked:
    """What a POST asks, as a form or as a bare query."""
    media, charset = _media(content_type)
    if media not in (FORM, QUERY):
        raise ProblemError(
            "unsupported-media-type",
            f"A query is posted as {FORM} or as {QUERY}, not as {media or 'a body without a type'}.",
            headers={"Accept-Post": f"{FORM}, {QUERY}"},
        )
    if charset not in ("", "utf-8", "utf8"):
        raise ProblemError("malformed-request", f"A query is sent in UTF-8, not in {charset}.")
    pairs = _pairs(query_string)
    if media == QUERY:
        if "query" in pairs:
            raise ProblemError("malformed-request", "The query stands both in the URL and in the body; send one.")
        return _asked({**pairs, "query": [_decode(body)]})
    in_form = _pairs(body)
    return _asked({name: [*pairs.get(name, ()), *in_form.get(name, ())] for name in {**pairs, **in_form}})


def _asked(pairs: Mapping[str, Sequence[str]]) -> Asked:
    if "update" in pairs:
        raise ProblemError("query-refused", "Updates are not offered; the record is read-only.")
    queries = pairs.get("query", ())
    if len(queries) != 1:
        raise ProblemError("malformed-request", f"A request holds exactly one query; this one holds {len(queries)}.")
    query = queries[0]
    if len(query) > MAX_QUERY:
        raise ProblemError("body-too-large", f"A query has at most {MAX_QUERY} characters; this one has {len(query)}.")
    reason = refusal(query)
    if reason:
        raise ProblemError("query-refused", reason)
    default, named = pairs.get("default-graph-uri"), pairs.get("named-graph-uri")
    if default is None and named is None:
        # The engine counts a triple once for each graph of a repeated FROM; as a dataset they are merged first.
        inside = dataset(query)
        return Asked(query, *inside) if inside and len(inside[0]) > 1 else Asked(query)
    # A dataset in the request is the whole dataset: what it leaves out is empty.
    return Asked(query, tuple(dict.fromkeys(default or ())), tuple(dict.fromkeys(named or ())))


def _pairs(encoded: bytes) -> dict[str, list[str]]:
    try:
        pairs = parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=200)
    except (UnicodeDecodeError, ValueError) as error:
        raise ProblemError("malformed-request", f"The parameters are not percent-encoded UTF-8: {error}.") from error
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _media(content_type: str | None) -> tuple[str, str]:
    media, *parameters = (each.strip().lower() for each in (content_type or "").split(";"))
    charset = next((each.removeprefix("charset=").strip('"') for each in parameters if each.startswith("charset=")), "")
    return media, charset


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProblemError("malformed-request", f"The query is not UTF-8: byte {error.start} is not.") from error
