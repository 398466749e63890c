"""Letters are drawn from the file they are handed out as."""

import io
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from db.documents.letter_text import read_letter
from db.documents.letters import builtin_template, render
from desktop.documents import printing
from desktop.documents.letters import draw_letter, draw_letter_paper
from desktop.documents.page import RED
from tests.documents.paper_samples import FULL_LETTERS, OFFICE

BY_KIND: dict[str, Any] = {paper.kind: paper for paper in FULL_LETTERS}
KINDS = sorted(BY_KIND)


def _plain(text: str) -> str:
    return "".join(one for one in text if not one.isspace() and one not in "\u2060")


@pytest.mark.parametrize("kind", KINDS)
def test_the_drawing_says_what_the_file_says(kind: str, qapp: object) -> None:
    for paper in (BY_KIND[kind], type(BY_KIND[kind])(office=OFFICE)):
        letter = render(builtin_template(kind), paper)
        drawing = draw_letter(letter.docx)
        drawn = _plain(drawing.text())
        for line in read_letter(letter.docx).text().split("\n"):
            for piece in line.replace("□", "\n").split("\n"):
                assert _plain(piece)[:20] in drawn, piece
        assert printing.pdf_bytes(drawing).startswith(b"%PDF-")


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_stays_in_its_type_area(kind: str, qapp: object) -> None:
    for page in draw_letter_paper(BY_KIND[kind]).pages:
        for mark in page.texts:
            assert mark.x >= 20
            assert mark.y + mark.laid.height <= 297 - 15


def test_an_ordinary_page_has_22_lines(qapp: object) -> None:
    drawing = draw_letter_paper(BY_KIND["handling_report"])
    full = max(drawing.pages, key=lambda page: len(page.text()))
    lines = sum(len(mark.laid.lines) for mark in full.texts) - 1
    assert 20 <= lines <= 23


def test_a_letter_between_organs_has_its_red_rules(qapp: object) -> None:
    first, *later = draw_letter_paper(BY_KIND["clarification_letter"]).pages
    red = [stroke for stroke in first.strokes if stroke.color == RED]
    assert len(red) == 4
    assert all(abs(stroke.x2 - stroke.x1 - 170) < 0.5 for stroke in red)
    assert max(stroke.y1 for stroke in red) == pytest.approx(278, abs=1.5)
    assert not [stroke for page in later for stroke in page.strokes if stroke.color == RED]
    assert "— 1 —" not in first.text()


def test_the_clarification_letter_fits_on_one_page(qapp: object) -> None:
    from dataclasses import replace

    paper = replace(BY_KIND["clarification_letter"], name="王伟")
    assert len(draw_letter_paper(paper).pages) == 1


def test_page_numbers_alternate(qapp: object) -> None:
    pages = draw_letter_paper(BY_KIND["reply_opinion"]).pages
    marks = [page.texts[-1].laid for page in pages]
    assert [mark.text for mark in marks[:2]] == ["— 1 —", "— 2 —"]
    assert [mark.dress.align for mark in marks[:2]] == ["right", "left"]


def test_a_foreign_template_is_drawn_too(qapp: object) -> None:
    """Styles, plain spacing and tables of an office's own template are read."""
    document = Document()
    document.add_heading("标题", 1)
    paragraph = document.add_paragraph("第一行\n第二行")
    paragraph.paragraph_format.first_line_indent = Pt(24)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合并"
    table.cell(0, 1).text = "甲"
    table.cell(1, 1).text = "乙"
    document.add_page_break()
    document.add_paragraph("下一页")
    out = io.BytesIO()
    document.save(out)
    drawing = draw_letter(out.getvalue(), "公文")
    assert drawing.title == "公文"
    assert len(drawing.pages) == 2
    for word in ("标题", "第一行", "第二行", "合并", "甲", "乙", "下一页"):
        assert word in drawing.text()
