"""Letters come from templates that are checked, and carry any text unharmed."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm, Pt
from lxml import etree

from db.core.errors import RefusedError
from db.documents.letter_text import read_letter
from db.documents.letters import (
    LETTER_PAPERS,
    LetterPaper,
    builtin_template,
    check_template,
    load_manifest,
    render,
    template_sha256,
    typed_texts,
)
from db.documents.papers import AcceptanceNotice, RedirectNotice
from tests.documents.paper_samples import FORBIDDEN, FULL_LETTERS, NAME, OFFICE

BY_KIND = {paper.kind: paper for paper in FULL_LETTERS}
KINDS = sorted(BY_KIND)


def _text(paper: LetterPaper) -> str:
    return read_letter(render(builtin_template(paper.kind), paper).docx).text()


def _template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_every_letter_has_a_template_and_a_rule() -> None:
    manifest = load_manifest()
    assert set(manifest) == {paper.kind for paper in LETTER_PAPERS} == set(BY_KIND)
    for kind in manifest:
        check_template(builtin_template(kind), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_renders_blank_and_full(kind: str) -> None:
    paper = BY_KIND[kind]
    for one in (paper, type(paper)(office=OFFICE)):
        text = _text(one)
        assert "{" not in text
        assert "None" not in text
        assert "True" not in text
    if hasattr(paper, "name"):
        assert NAME in _text(paper)


@pytest.mark.parametrize("kind", KINDS)
def test_template_words_keep_the_house_rules(kind: str) -> None:
    """No word of OFFICE §4.9, no zero-padded 文号, 复查 only in procedure ①."""
    template = builtin_template(kind)
    words = read_letter(template).text()
    for word in FORBIDDEN:
        assert word not in words, word
    assert ("复查" in words) == (kind == "reply_opinion")
    assert not re.search(r"告〔\d{4}〕0", _text(BY_KIND[kind]))


def test_only_the_reply_opinion_tells_of_the_thirty_days() -> None:
    text = _text(BY_KIND["reply_opinion"])
    assert "收到本答复意见书之日起30日内，请求云陵区人民政府复查" in text
    assert all("30日" not in _text(BY_KIND[kind]) for kind in KINDS if kind != "reply_opinion")


def test_the_measures_are_those_of_the_standard() -> None:
    document = Document(io.BytesIO(builtin_template("acceptance_notice")))
    section = document.sections[0]
    margins = (
        section.top_margin,
        section.left_margin,
        section.bottom_margin,
        section.right_margin,
    )
    for found, asked in zip(margins, (37, 28, 35, 26), strict=True):
        assert found is not None
        assert abs(found - Mm(asked)) < Mm(0.1)
    body = next(one for one in document.paragraphs if "经审核" in one.text)
    assert body.paragraph_format.line_spacing == Pt(28.95)
    assert body.runs[0].font.size == Pt(16)


def test_the_same_paper_gives_the_same_bytes() -> None:
    template = builtin_template("acceptance_notice")
    paper = BY_KIND["acceptance_notice"]
    first, second = render(template, paper), render(template, paper)
    assert first.docx == second.docx
    assert first.template_sha256 == template_sha256(template)


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_survives(kind: str) -> None:
    """Controls are dropped; emoji, rare characters, markup and jinja stay as text."""
    nasty = "王\x00\x07\x0b伟<w:p>&{{ 7*7 }}{% raise %}😀䶮𬭎\ud800\ufffe"
    paper = BY_KIND[kind]
    fields = [name for name in ("name", "text", "envelope_number") if hasattr(paper, name)]
    letter = render(builtin_template(kind), replace(paper, **{fields[0]: nasty}))
    with zipfile.ZipFile(io.BytesIO(letter.docx)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    text = read_letter(letter.docx).text()
    assert "王伟<w:p>&{{ 7*7 }}{% raise %}😀䶮𬭎" in text


def test_lines_of_a_text_become_paragraphs() -> None:
    paper = replace(BY_KIND["reply_opinion"], facts="第一段。\n\n第二段。")
    lines = _text(paper).split("\n")
    assert "第一段。" in lines
    assert "第二段。" in lines


def test_a_passed_window_is_said_and_explanation_offered() -> None:
    paper = BY_KIND["redirect_notice"]
    assert isinstance(paper, RedirectNotice)
    assert "前向中共云陵区委组织部" in _text(paper)
    passed = _text(replace(paper, window_passed=True))
    assert "现已届满" in passed
    assert "政策解释" in passed
    assert "前向中共云陵区委组织部" not in passed


def test_the_last_day_is_bold() -> None:
    letter = read_letter(
        render(builtin_template("redirect_notice"), BY_KIND["redirect_notice"]).docx
    )
    runs = [run for block in letter.blocks if hasattr(block, "runs") for run in block.runs]
    assert any(run.bold and run.text == "2026年12月11日" for run in runs)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        check_template(_template("{{ comrade }} {{ reporter }}"), "acceptance_notice")
    assert refused.value.code == "template_field_unknown"
    assert refused.value.params["fields"] == "reporter"


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        render(_template("{{ comrade }}"), AcceptanceNotice())
    assert refused.value.code == "template_field_missing"
    assert "issued_on" in str(refused.value.params["fields"])


@pytest.mark.parametrize(
    "template", [b"", b"no zip", _template("{{ comrade"), _template("{% if %}")]
)
def test_an_unreadable_template_is_refused(template: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        check_template(template, "acceptance_notice")
    assert refused.value.code == "template_unreadable"


def test_a_template_cannot_reach_out_of_its_letter() -> None:
    fields = sorted(load_manifest()["acceptance_notice"].required)
    lines = ["{{ " + name + " }}" for name in fields]
    attack = _template(*lines, "{{ comrade.__class__.__mro__ }}")
    with pytest.raises(RefusedError):
        render(attack, AcceptanceNotice())


def test_typed_texts_leave_out_numbers_and_list_values() -> None:
    typed = typed_texts(BY_KIND["acceptance_notice"])
    assert "number" not in typed
    assert "procedure" not in typed
    assert typed["subject"] == "关于乡镇工作补贴停发问题的诉求"


def test_the_applicant_reads_the_same_whatever_is_known() -> None:
    """A notice holds only its own fields: there is nothing through which a check could show."""
    paper = AcceptanceNotice(office=OFFICE, name="王伟", issued_on=date(2026, 1, 5))
    assert render(builtin_template(paper.kind), paper) == render(
        builtin_template(paper.kind),
        AcceptanceNotice(office=OFFICE, name="王伟", issued_on=date(2026, 1, 5)),
    )
