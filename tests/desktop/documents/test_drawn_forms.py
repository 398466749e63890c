"""Forms are drawn whole: nothing clipped, nothing forbidden, blank as well as full."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.documents.papers import CareTalkRecord, Ledger, Receipt, TransferSheet
from desktop.documents import fonts, forms, printing
from desktop.documents.page import CHECKED, Drawing, Dress, lay
from desktop.documents.sheet import A3
from tests.documents.paper_samples import FORBIDDEN, FULL_FORMS, LONG, NAME, OFFICE

BY_KIND: dict[str, Any] = {paper.kind: paper for paper in FULL_FORMS}
KINDS = sorted(BY_KIND)


def _draw(paper: Any) -> Drawing:
    draw: Callable[[Any], Drawing] = getattr(forms, f"draw_{paper.kind}")
    return draw(paper)


def _blank(kind: str) -> Any:
    made = type(BY_KIND[kind])
    return made(office=OFFICE) if "office" in made.__slots__ else made()


def _words(drawing: Drawing) -> str:
    return drawing.text().replace("\n", "").replace("\u2060", "")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, qapp: object) -> str:
    return str(request.param)


def test_text_stays_inside_the_paper(kind: str) -> None:
    for paper in (BY_KIND[kind], _blank(kind)):
        for page in _draw(paper).pages:
            for mark in page.texts:
                assert mark.y >= 0
                assert mark.y + mark.laid.height <= page.height
                assert mark.x + mark.laid.width <= page.width
                for line in mark.laid.lines:
                    assert line.naturalTextWidth() / 100 <= mark.laid.width + 1.0


def test_no_two_texts_lie_over_each_other(kind: str) -> None:
    for paper in (BY_KIND[kind], _blank(kind)):
        for page in _draw(paper).pages:
            boxes = [
                (
                    mark.x + line.naturalTextRect().x() / 100,
                    mark.y + row * mark.laid.dress.line_mm,
                    line.naturalTextWidth() / 100,
                )
                for mark in page.texts
                for row, line in enumerate(mark.laid.lines)
                if line.naturalTextWidth() > 1
            ]
            boxes.sort(key=lambda box: box[1])
            for at, (x, y, width) in enumerate(boxes):
                for other_x, other_y, other_width in boxes[at + 1 :]:
                    if other_y > y + 2.0:
                        break
                    apart = x + width <= other_x + 0.5 or other_x + other_width <= x + 0.5
                    assert apart, (kind, x, y, other_x, other_y)


def test_it_becomes_a_pdf_and_a_picture(kind: str) -> None:
    for paper in (BY_KIND[kind], _blank(kind)):
        drawing = _draw(paper)
        pdf = printing.pdf_bytes(drawing)
        assert pdf.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(drawing.pages)
        pictures = printing.page_images(drawing, 50)
        assert len(pictures) == len(drawing.pages)
        first = pictures[0]
        dark = sum(
            first.pixelColor(x, y).lightness() < 128
            for x in range(0, first.width(), 2)
            for y in range(0, first.height(), 2)
        )
        assert dark > 30


def test_every_word_typed_is_on_the_paper() -> None:
    """The 3,000 characters of the facts are all there, over as many pages as they need."""
    for kind in ("registration_form", "transfer_sheet", "phone_record", "care_talk_record"):
        drawing = _draw(BY_KIND[kind])
        shown: dict[int, list[str]] = {}
        for page in drawing.pages:
            for mark in page.texts:
                if mark.laid.text == LONG:
                    shown.setdefault(id(mark.laid.layout), []).extend(mark.laid.line_texts())
        assert shown
        assert all("".join(lines) == LONG for lines in shown.values())
        assert NAME in _words(drawing)


def test_the_words_of_the_forms_keep_the_house_rules(kind: str) -> None:
    words = _words(_draw(_blank(kind)))
    for word in FORBIDDEN:
        assert word not in words, word
    assert "复查" not in words
    full = _words(_draw(BY_KIND[kind]))
    assert "复查" not in full
    assert not re.search(r"诉转〔\d{4}〕0", full)


def test_blank_forms_have_their_usual_length(qapp: object) -> None:
    lengths = {kind: len(_draw(_blank(kind)).pages) for kind in KINDS}
    assert lengths == {
        "care_talk_record": 2,
        "clarification_approval": 2,
        "closing_approval": 1,
        "document_register": 1,
        "extension_approval": 1,
        "ledger": 1,
        "one_page": 1,
        "opinion_request": 1,
        "phone_record": 1,
        "receipt": 1,
        "registration_form": 2,
        "transfer_sheet": 2,
    }


def test_an_ordinary_transfer_sheet_fits_on_one_leaf(qapp: object) -> None:
    paper = replace(
        BY_KIND["transfer_sheet"], summary=LONG[:300], course="", outcome_text="", name="王伟"
    )
    drawing = _draw(replace(paper, proposal=type(paper.proposal)(), enclosures=()))
    assert len(drawing.pages) == 2
    assert "回执" in drawing.pages[0].text()


def test_every_page_carries_title_and_number(kind: str) -> None:
    drawing = _draw(BY_KIND[kind])
    if kind == "receipt":
        return
    total = len(drawing.pages)
    for at, page in enumerate(drawing.pages, start=1):
        assert f"第{at}页　共{total}页" in page.text()


def test_the_head_row_of_a_list_stands_on_every_page(qapp: object) -> None:
    drawing = _draw(BY_KIND["ledger"])
    assert len(drawing.pages) > 2
    for page in drawing.pages:
        assert "主要诉求" in page.text()
    assert drawing.width > drawing.height
    wide = _draw(replace(BY_KIND["ledger"], size="A3"))
    assert (wide.height, wide.width) == A3


def test_a_withheld_name_is_nowhere_on_the_sheet(qapp: object) -> None:
    paper = replace(BY_KIND["transfer_sheet"], name_withheld=True)
    words = _words(_draw(paper))
    assert NAME not in words
    assert paper.unit_and_post not in words
    assert "见密封附件" in words


def test_the_receipt_names_no_subject(qapp: object) -> None:
    assert not {"subject", "category", "facts"} & set(Receipt.__slots__)
    words = _words(_draw(BY_KIND["receipt"]))
    assert "本回执不表示对诉求内容的认定" in words


def test_a_public_report_talk_is_a_talk(qapp: object) -> None:
    """群众反映 is not printed; it wears the word of every talk planned by hand (SETTLED §9.4)."""
    drawings = [
        printing.page_images(_draw(CareTalkRecord(name="王伟", occasion=word)), 60)[0]
        for word in ("群众反映", "思想波动", "本人约谈", "public_report", "谈心谈话")
    ]
    assert all(drawing == drawings[0] for drawing in drawings)
    words = _words(_draw(CareTalkRecord(name="王伟", occasion="群众反映")))
    assert "群众反映" not in words


def test_life_stands_only_in_the_full_copy(qapp: object) -> None:
    paper = CareTalkRecord(name="王伟", life="家里有困难")
    assert "家里有困难" not in _words(_draw(paper))
    assert "家里有困难" in _words(_draw(replace(paper, full_copy=True)))
    without = _words(_draw(replace(paper, life="")))
    assert without == _words(_draw(paper))


def test_ticks_stand_before_their_words(qapp: object) -> None:
    drawing = _draw(TransferSheet(procedure="internal", urgency="特急"))
    ticked = [
        mark.laid.text[at + 1 :].split("\u2002")[0]
        for page in drawing.pages
        for mark in page.texts
        for at in mark.laid.ticks
    ]
    assert "特急" in ticked
    assert "组织内部办理" in ticked
    assert len(ticked) == 2


def test_a_tick_box_is_never_parted_from_its_word(kind: str) -> None:
    for page in _draw(_blank(kind)).pages:
        for mark in page.texts:
            for line in mark.laid.line_texts():
                assert not line.rstrip().endswith("□") or line.strip() == "□"


def test_missing_fonts_are_told(qapp: object) -> None:
    told = _draw(BY_KIND["phone_record"]).used_fallbacks
    for face in (fonts.Face.TITLE, fonts.Face.FANGSONG, fonts.Face.HEI):
        wanted = [one.wanted for one in told]
        assert (face.value in wanted) == (fonts.substitution_of(face) is not None)


def test_characters_without_a_glyph_are_told(qapp: object) -> None:
    paper = replace(BY_KIND["phone_record"], told="\U0010fffd字")
    assert "\U0010fffd" in _draw(paper).missing_characters
    assert "字" not in _draw(paper).missing_characters


def test_rare_characters_count_as_one(qapp: object) -> None:
    laid = lay(f"𬭎䶮{CHECKED}😀字", 100, Dress())
    assert "".join(laid.line_texts()) == "𬭎䶮□😀字"
    assert laid.ticks == (3,)


def test_an_empty_list_is_a_paper_too(qapp: object) -> None:
    assert "无内容" in _words(_draw(Ledger()))


def test_the_preview_shows_every_page(qtbot: QtBot) -> None:
    drawing = _draw(BY_KIND["registration_form"])
    preview = printing.PrintPreview(drawing)
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitExposed(preview)
    from PySide6.QtPrintSupport import QPrintPreviewWidget

    widget = preview.findChild(QPrintPreviewWidget)
    assert widget is not None
    assert widget.pageCount() == len(drawing.pages)
