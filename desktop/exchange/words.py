"""The words of an import: reasons, fields, what becomes of a row."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from desktop.widgets.cells import Pill
from desktop.widgets.signs import Sign

_REASONS: dict[str, object] = {
    "no_id": QT_TRANSLATE_NOOP("ImportWords", "no number"),
    "id_inexact": QT_TRANSLATE_NOOP("ImportWords", "number not exact"),
    "no_date": QT_TRANSLATE_NOOP("ImportWords", "no receipt date"),
    "bad_date": QT_TRANSLATE_NOOP("ImportWords", "receipt date not readable"),
    "ambiguous_date": QT_TRANSLATE_NOOP("ImportWords", "day and month may be swapped"),
    "no_name": QT_TRANSLATE_NOOP("ImportWords", "no name"),
    "no_body": QT_TRANSLATE_NOOP("ImportWords", "no text"),
    "answered_before_asked": QT_TRANSLATE_NOOP("ImportWords", "answered before it was received"),
    "reply_without_date": QT_TRANSLATE_NOOP("ImportWords", "answer without a date"),
    "bad_reply_date": QT_TRANSLATE_NOOP("ImportWords", "date of the answer not readable"),
    "date_without_reply": QT_TRANSLATE_NOOP("ImportWords", "date of an answer without its text"),
    "unknown_label": QT_TRANSLATE_NOOP("ImportWords", "category not in the list"),
    "damaged_text": QT_TRANSLATE_NOOP("ImportWords", "damaged characters"),
    "shifted_cells": QT_TRANSLATE_NOOP("ImportWords", "cells pushed aside"),
    "future_date": QT_TRANSLATE_NOOP("ImportWords", "a date lies in the future"),
    "no_text_no_id": QT_TRANSLATE_NOOP("ImportWords", "neither text nor number"),
    "header_again": QT_TRANSLATE_NOOP("ImportWords", "the header again"),
    "same_text": QT_TRANSLATE_NOOP("ImportWords", "same text and date as an earlier row"),
}
_FIELDS: dict[str, object] = {
    "source_number": QT_TRANSLATE_NOOP("ImportWords", "number"),
    "person_name": QT_TRANSLATE_NOOP("ImportWords", "name"),
    "unit_name": QT_TRANSLATE_NOOP("ImportWords", "unit"),
    "post": QT_TRANSLATE_NOOP("ImportWords", "post"),
    "phone": QT_TRANSLATE_NOOP("ImportWords", "telephone"),
    "subject": QT_TRANSLATE_NOOP("ImportWords", "subject"),
    "facts": QT_TRANSLATE_NOOP("ImportWords", "text"),
    "reply": QT_TRANSLATE_NOOP("ImportWords", "answer"),
    "received_on": QT_TRANSLATE_NOOP("ImportWords", "receipt date"),
    "received_time": QT_TRANSLATE_NOOP("ImportWords", "receipt time"),
    "replied_on": QT_TRANSLATE_NOOP("ImportWords", "date of the answer"),
    "source_label": QT_TRANSLATE_NOOP("ImportWords", "category"),
    "channel": QT_TRANSLATE_NOOP("ImportWords", "channel"),
    "channel_label": QT_TRANSLATE_NOOP("ImportWords", "channel"),
    "handling_unit": QT_TRANSLATE_NOOP("ImportWords", "handling unit"),
}


class ImportWords(QObject):
    """Looks words up in the present language."""

    def reason(self, code: str) -> str:
        """Return why a row is named."""
        found = _REASONS.get(code)
        return QCoreApplication.translate("ImportWords", str(found)) if found else code

    def field(self, name: str) -> str:
        """Return the name of a field; a column of the file keeps its own."""
        found = _FIELDS.get(name)
        return QCoreApplication.translate("ImportWords", str(found)) if found else name

    def fields(self, names: Iterable[str]) -> str:
        """Return several fields."""
        return "、".join(self.field(name) for name in names)

    def verdict(self, code: str) -> Pill:
        """Return what becomes of a row."""
        if code == "new":
            return Pill(self.tr("New"), Sign.ARROW, "info")
        if code == "changed":
            return Pill(self.tr("Changed"), Sign.BACK, "wait", self.tr("Known, with other values"))
        if code == "repeated":
            return Pill(self.tr("Known"), Sign.PAUSE, "neutral", self.tr("In the store already"))
        return Pill(self.tr("Left out"), Sign.BANG, "bad", self.tr("Not imported"))

    def batch(self, state: str) -> Pill:
        """Return the state of a batch."""
        if state == "published":
            return Pill(self.tr("Imported"), Sign.CHECK, "good")
        if state == "undone":
            return Pill(self.tr("Taken back"), Sign.BACK, "neutral")
        if state == "writing":
            return Pill(self.tr("Running"), Sign.HALF, "info")
        return Pill(self.tr("Given up"), Sign.DASH, "neutral")
