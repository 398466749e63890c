"""Letters from replaceable `.docx` templates.

A template is jinja in Word: `{{ name }}`, `{%p if window_passed %}` on a line of its own. The
manifest names the fields a template of each kind may use and those it must use, so that a
replaced template fails when it is put in, not on the day a letter is sent: an unknown field and a
missing required one are refused. The engine is sandboxed and strict: a template can read the
fields of its letter and nothing else, and text is always escaped.

Every text field `x` comes with a boolean `has_x`; the empty field itself is room for the pen.
"""

import hashlib
import io
import re
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from importlib.resources import files

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from db.core.errors import RefusedError
from db.documents.dates_text import comrade, issuer_lines, long_date, long_time
from db.documents.papers import (
    UNTRUE,
    AcceptanceNotice,
    ClarificationLetter,
    ClarificationNotice,
    ExtensionNotice,
    FeedbackSheet,
    HandlingReport,
    MeetingText,
    NonAcceptanceNotice,
    Office,
    RedirectNotice,
    ReplyOpinion,
    SupplementNotice,
    TransferLetter,
)

LetterPaper = (
    AcceptanceNotice
    | NonAcceptanceNotice
    | RedirectNotice
    | SupplementNotice
    | FeedbackSheet
    | ReplyOpinion
    | ExtensionNotice
    | ClarificationLetter
    | ClarificationNotice
    | MeetingText
    | HandlingReport
    | TransferLetter
)
"""The papers that are letters."""

LETTER_PAPERS: tuple[type[LetterPaper], ...] = (
    AcceptanceNotice,
    NonAcceptanceNotice,
    RedirectNotice,
    SupplementNotice,
    FeedbackSheet,
    ReplyOpinion,
    ExtensionNotice,
    ClarificationLetter,
    ClarificationNotice,
    MeetingText,
    HandlingReport,
    TransferLetter,
)

_NOT_TYPED = frozenset(
    {
        "office",
        "number",
        "case_number",
        "envelope_number",
        "title",
        "procedure",
        "limit_kind",
        "outcome",
        "modes",
        "own_word",
        "verdict",
        "reflection",
    }
)
BLANK_TEXT = "\u3000" * 6
BLANK_NUMBER = "\u3000" * 2
_TEMPLATES = "resources.templates"
_OFFICE_FIELDS = ("center_name", "address", "office_phone", "hours", "signature", "comrade")
# A new paragraph inside a value, in the language of docxtpl.
_NEW_PARAGRAPH = "\a"
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_MACHINE_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class TemplateRule:
    """What the manifest says of one template.

    Attributes:
        kind: `kind` of the paper.
        file: File name of the template that comes with the program.
        title: Name of the letter as people know it.
        fields: Fields it may use.
        required: Fields it must use.
    """

    kind: str
    file: str
    title: str
    fields: frozenset[str]
    required: frozenset[str]


@dataclass(frozen=True, slots=True)
class Letter:
    """A rendered letter with the fingerprint of the template it came from."""

    docx: bytes
    template_sha256: str
    kind: str


def load_manifest() -> dict[str, TemplateRule]:
    """Return the rules of all letter templates by kind."""
    text = files(_TEMPLATES).joinpath("manifest.toml").read_text(encoding="utf-8")
    return {
        kind: TemplateRule(
            kind,
            one["file"],
            one["title"],
            frozenset(one["fields"]),
            frozenset(one["required"]),
        )
        for kind, one in tomllib.loads(text).items()
    }


def builtin_template(kind: str) -> bytes:
    """Return the template of a kind that comes with the program."""
    rule = load_manifest()[kind]
    return files(_TEMPLATES).joinpath(rule.file).read_bytes()


def template_sha256(template: bytes) -> str:
    """Return the fingerprint of a template as stored beside an issued letter."""
    return hashlib.sha256(template).hexdigest()


def check_template(template: bytes, kind: str) -> None:
    """Refuse a template that its letters could not be made from.

    Raises:
        RefusedError: `template_unreadable`; `template_field_unknown` or `template_field_missing`
            with the fields in `fields`.
    """
    rule = load_manifest()[kind]
    try:
        document = DocxTemplate(io.BytesIO(template))
        used = set(document.get_undeclared_template_variables(_environment()))
    except (TemplateError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise RefusedError("template_unreadable", kind=kind) from error
    known = _known_fields(rule)
    if unknown := used - known:
        raise RefusedError("template_field_unknown", kind=kind, fields=_listed(unknown))
    if missing := rule.required - used:
        raise RefusedError("template_field_missing", kind=kind, fields=_listed(missing))


def render(template: bytes, paper: LetterPaper) -> Letter:
    """Return the letter of a paper, made from a template; the same input gives the same bytes.

    Raises:
        RefusedError: What `check_template` refuses.
    """
    check_template(template, paper.kind)
    document = DocxTemplate(io.BytesIO(template))
    if getattr(paper, "verdict", UNTRUE) != UNTRUE:
        # A template of the office that still says 不属实 by itself would say what is not so.
        used = document.get_undeclared_template_variables(_environment())
        if "verdict" not in used:
            raise RefusedError("template_field_missing", kind=paper.kind, fields="verdict")
    try:
        document.render(letter_fields(paper), _environment(), autoescape=True)
    except TemplateError as error:
        raise RefusedError("template_unreadable", kind=paper.kind) from error
    out = io.BytesIO()
    document.save(out)
    return Letter(_without_time(out.getvalue()), template_sha256(template), paper.kind)


def letter_fields(paper: LetterPaper) -> dict[str, object]:
    """Return the values a template of this paper sees."""
    values: dict[str, object] = {}
    for one in fields(paper):
        if one.name == "office":
            continue
        value = getattr(paper, one.name)
        values[one.name] = _shown(one.name, value)
        values[f"has_{one.name}"] = bool(value) or value == 0
    issuer = getattr(paper, "issuer", "") or paper.office.signature
    # An organ's own papers never fall back to the center's signature.
    if isinstance(paper, ReplyOpinion | ClarificationLetter | ClarificationNotice | MeetingText):
        issuer = paper.issuer
    values["issuer"] = clean_text(issuer_lines(issuer)) or BLANK_TEXT
    values["has_issuer"] = bool(issuer)
    values.update(_office_values(paper.office))
    values["comrade"] = clean_text(comrade(getattr(paper, "name", "")))
    return values


def clean_text(text: str) -> str:
    """Return a text without what XML cannot carry; emoji and rare characters stay."""
    folded = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _ILLEGAL.sub("", folded)


def typed_texts(paper: LetterPaper) -> dict[str, str]:
    """Return what people typed into a paper by field: input of the outgoing check.

    Template words, numbers, days, values of lists and the office's own lines are not typed text
    (SETTLED §9.1).
    """
    found: dict[str, str] = {}
    for one in fields(paper):
        value = getattr(paper, one.name)
        if one.name in _NOT_TYPED:
            continue
        if isinstance(value, str) and value.strip():
            found[one.name] = value
        elif isinstance(value, tuple):
            texts = [part for part in value if isinstance(part, str)]
            if texts:
                found[one.name] = "\n".join(texts)
    return found


def _shown(name: str, value: object) -> object:
    """Return a value as a template prints it."""
    if isinstance(value, bool):
        return value
    if value is None:
        return _blank_of(name)
    if isinstance(value, datetime):
        return long_time(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return [_paragraphs(str(part)) for part in value]
    return _paragraphs(str(value)) or BLANK_TEXT


def _blank_of(name: str) -> str:
    """Return the room for the pen of a field without value."""
    if name.endswith(("_at", "_on", "_by", "_to")):
        return long_date(None)
    return BLANK_NUMBER


def _paragraphs(text: str) -> str:
    """Return a text whose lines are paragraphs of their own."""
    lines = [line.rstrip() for line in clean_text(text).split("\n")]
    return _NEW_PARAGRAPH.join(line for line in lines if line)


def _office_values(office: Office) -> dict[str, object]:
    """Return the office's own lines."""
    return {
        "center_name": clean_text(office.center_name) or BLANK_TEXT,
        "address": clean_text(office.address) or BLANK_TEXT,
        "office_phone": clean_text(office.phone) or BLANK_TEXT,
        "hours": clean_text(office.hours) or BLANK_TEXT,
        "signature": clean_text(issuer_lines(office.signature)) or BLANK_TEXT,
    }


def _known_fields(rule: TemplateRule) -> set[str]:
    """Return every name a template of this kind may use."""
    return {*rule.fields, *(f"has_{name}" for name in rule.fields), *_OFFICE_FIELDS}


def _environment() -> SandboxedEnvironment:
    """Return the engine: sandboxed, strict about unknown names, escaping."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _listed(names: Iterable[str]) -> str:
    """Return field names for a sentence."""
    return ", ".join(sorted(names))


def _without_time(docx: bytes) -> bytes:
    """Return the same file with the time of writing taken out of its envelope."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _MACHINE_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()
