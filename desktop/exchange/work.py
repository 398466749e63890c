"""Imports several files beside the work of the window: each its own batch, none half."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.codes.commands import ChangeCode
from db.codes.listing import CodeItem, code_items
from db.core.errors import RefusedError, UnavailableError, ZhengmingError
from db.core.gate import Gate
from db.exchange.importing import AddLabels, import_file
from db.exchange.mapping import label_key
from db.exchange.rows import ImportReport
from desktop.store import Cancelled, Tell

ADD = "+"
"""Choice for a label of a foreign ledger: a new category of that name."""

KEEP = ""
"""Choice for a label: the rows are 其他, the label itself is kept."""

CATEGORIES = "appeal_category"
LONGEST_LABEL = 40
"""A longer label is a sentence, not a category; it is kept with its row only."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        path: The file.
        report: What was, or would be, imported; None if it was refused or cancelled.
        error: Why the whole file was refused.
        cancelled: The person stopped it; nothing of it stays.
    """

    path: Path
    report: ImportReport | None = None
    error: ZhengmingError | None = None
    cancelled: bool = False


def run_files(
    gate: Gate,
    tell: Tell,
    paths: Sequence[Path],
    *,
    dry_run: bool,
    choices: Mapping[str, str] | None = None,
) -> tuple[Outcome, ...]:
    """Import files one after the other, or say what would happen.

    Args:
        gate: Of somebody who may import.
        tell: Told `<place>:<step>` with the rows; raises after a cancel.
        paths: The files.
        dry_run: Write nothing.
        choices: Label of a foreign ledger → a category, `ADD` or `KEEP`; settled first.
    """
    if choices and not dry_run:
        settle_labels(gate, choices)
    found: list[Outcome] = []
    for place, path in enumerate(paths):
        step = partial(_tell_place, tell, place)
        try:
            report = import_file(gate, path, dry_run=dry_run, with_lines=True, progress=step)
        except Cancelled:
            found.append(Outcome(path, cancelled=True))
            break
        except UnavailableError as error:
            found.append(Outcome(path, error=error))
            break
        except RefusedError as error:
            found.append(Outcome(path, error=error))
            continue
        found.append(Outcome(path, report))
    return tuple(found)


def _tell_place(tell: Tell, place: int, doing: str, done: int, whole: int) -> None:
    tell(f"{place}:{doing}", done, whole)


def settle_labels(gate: Gate, choices: Mapping[str, str]) -> None:
    """Let labels mean a category from now on: a new one, or an alias of one there is."""
    fresh = tuple(
        label for label, choice in choices.items() if choice == ADD and len(label) <= LONGEST_LABEL
    )
    if fresh:
        gate.write(AddLabels(fresh))
    for label, choice in choices.items():
        if choice in (ADD, KEEP):
            continue
        item = next(i for i in gate.read(code_items) if i.list == CATEGORIES and i.value == choice)
        if label_key(label) not in {label_key(alias) for alias in item.aliases}:
            gate.write(_with_alias(item, label))


def _with_alias(item: CodeItem, label: str) -> ChangeCode:
    return ChangeCode(
        item.id,
        item.version,
        item.zh,
        item.en,
        item.short_zh,
        (*item.aliases, label),
        None,
        item.valid_from,
        item.valid_to,
    )
