"""The books of impact periods, punishments and visits (pure data)."""

from db.core.books import Book, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.impact.workflow import IMPACT, NAME, PUNISHMENTS, VISITS

_DAY, _LINE, _AREA = FieldKind.DAY, FieldKind.LINE, FieldKind.AREA

DECISION = (
    FieldSpec("kind", FieldKind.CHOICE, options="punishment_kind", required=True),
    FieldSpec("organ", _LINE, required=True, most=120),
    FieldSpec("document_number", _LINE, required=True, most=80),
    FieldSpec("from_on", _DAY),
    FieldSpec("months", FieldKind.NUMBER),
)
"""Fields of a punishment; the first one is entered together with the person."""
_DECISION = tuple(spec.name for spec in DECISION)

IMPACT_BOOK = Book(
    track=IMPACT,
    fields=(
        FieldSpec("person_id", FieldKind.PERSON, required=True),
        FieldSpec("unit_id", FieldKind.UNIT, required=True),
        *DECISION,
        FieldSpec("delivered_on", _DAY, required=True),
        FieldSpec("ends_on", _DAY, ahead=True),
        FieldSpec("ends_note", _LINE),
        FieldSpec("helper_name", _LINE, required=True, most=80),
        FieldSpec("helper_post", _LINE, most=120),
        FieldSpec("helper_on", _DAY),
        FieldSpec("measures", _AREA, most=1000),
        FieldSpec("reviewed_on", _DAY),
        FieldSpec("reviewers", _LINE, required=True, most=120),
        FieldSpec("review_note", _AREA, most=1000),
        FieldSpec("watch_until", _DAY, ahead=True),
        FieldSpec("reappointed_on", _DAY),
        FieldSpec("new_post", _LINE, required=True, most=120),
        FieldSpec("appointment_number", _LINE, most=80),
    ),
    asks={
        "enter": ("person_id", "unit_id", *_DECISION, "delivered_on"),
        "correct_decision": (*_DECISION, "delivered_on", "reason"),
        "name_helper": ("helper_name", "helper_post", "measures", "happened_on"),
        "find_usable": ("reviewers", "review_note", "happened_on"),
        "keep_watching": ("reviewers", "review_note", "watch_until", "reason", "happened_on"),
        "reappoint": ("new_post", "appointment_number", "happened_on"),
        "lift": ("reason", "happened_on"),
    },
    columns=("due", "number", "person_id", "unit_id", "kind", "ends_on", "helper_name", "state"),
    title="person_id",
    find=("person_name", "helper_name"),
    read=Permission.IMPACT_READ,
    series="impact",
    form="跟踪〔{year}〕{sequence}号",
    register=(
        "line",
        "number",
        "person_id",
        "unit_id",
        "kind",
        "organ",
        "document_number",
        "delivered_on",
        "ends_on",
        "helper_name",
        "helper_on",
        "reviewed_on",
        "state",
        "reappointed_on",
    ),
    papers=(
        Paper(
            "helping_report",
            (
                ("person_id", "unit_id"),
                ("kind", "document_number"),
                ("organ", "delivered_on"),
                ("ends_on",),
                ("helper_name", "helper_post"),
                ("helper_on",),
                ("*measures",),
                ("reviewers", "reviewed_on"),
                ("*review_note",),
            ),
        ),
    ),
    on_behalf=False,
    late=frozenset({"lift", "keep_watching", "correct_decision"}),
    amend=("unit_id", "helper_name", "helper_post", "measures"),
    amend_right=Permission.IMPACT_WRITE,
)

PUNISHMENT_BOOK = Book(
    track=PUNISHMENTS,
    fields=(*DECISION, FieldSpec("last_on", _DAY, ahead=True)),
    asks={
        "add": _DECISION,
        "revoke": ("reason", "happened_on"),
    },
    columns=("kind", "organ", "document_number", "from_on", "last_on", "state"),
    title="document_number",
    find=("document_number", "organ"),
    read=Permission.IMPACT_READ,
    parent=NAME,
    on_behalf=False,
)

VISIT_BOOK = Book(
    track=VISITS,
    fields=(
        FieldSpec("visited_on", _DAY, required=True),
        FieldSpec("visitors", _LINE, required=True, most=120),
        FieldSpec("way", FieldKind.CHOICE, options="talk_way"),
        FieldSpec("result", FieldKind.CHOICE, options="revisit_result", required=True),
        FieldSpec("line", _AREA, most=1000),
    ),
    asks={"visit": ("visited_on", "visitors", "way", "result", "line")},
    columns=("visited_on", "visitors", "result", "line"),
    title="visitors",
    find=("visitors",),
    read=Permission.IMPACT_READ,
    parent=NAME,
    on_behalf=False,
)
