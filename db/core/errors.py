"""Errors sorted by fault; each carries a code for which the window has a sentence.

`RefusedError` the input, `NotAllowedError` the right, `ConflictError` another person's save,
`UnavailableError` the machine. Anything else that is raised is our own bug.
"""

from collections.abc import Mapping


class ZhengmingError(Exception):
    """Base of all errors that are told to a person.

    Attributes:
        code: Stable identifier; `desktop/messages.py` has its sentence in each language.
        params: Values for the sentence, never contents of a case.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        """Return the code with its values, for logs and tests."""
        if not self.params:
            return self.code
        return f"{self.code} ({', '.join(f'{k}={v}' for k, v in self.params.items())})"


class RefusedError(ZhengmingError):
    """What was asked breaks a rule; `field` names the entry to mend, if one does."""

    def __init__(self, code: str, field: str | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field


class NotAllowedError(ZhengmingError):
    """The person has no right to it (or it does not exist: the two are not told apart)."""


class ConflictError(ZhengmingError):
    """Somebody else changed the row since it was read.

    Attributes:
        kind: Name of the table.
        row_id: The row.
        stored: Present values by column.
    """

    def __init__(self, kind: str, row_id: int, stored: Mapping[str, object]) -> None:
        super().__init__("changed_meanwhile", kind=kind)
        self.kind = kind
        self.row_id = row_id
        self.stored = stored


class UnavailableError(ZhengmingError):
    """The machine cannot do it now: disk full, wrong key, server gone."""
