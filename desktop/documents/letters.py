"""Letters drawn by the program from the very `.docx` it hands out (no office suite needed)."""

from db.documents.letter_text import (
    LetterText,
    ParagraphText,
    RowText,
    Rule,
    RunText,
    TableText,
    read_letter,
)
from db.documents.letters import LetterPaper, builtin_template, load_manifest, render
from desktop.documents.fonts import Face
from desktop.documents.page import POINT, Drawing, Span
from desktop.documents.sheet import (
    Block,
    Cell,
    Frame,
    Gap,
    Group,
    NewPage,
    Row,
    Sheet,
    Stroke,
    Text,
    add_rule,
)

_FULL_SPACE = "\u3000"
_BLANK_PITCH = 28.95


def draw_letter(docx: bytes, title: str = "") -> Drawing:
    """Return a letter's file as pages; `title` names it in the print queue, without persons."""
    return draw_letter_text(read_letter(docx), title)


def draw_letter_paper(paper: LetterPaper, template: bytes | None = None) -> Drawing:
    """Return a letter drawn from its paper and a template, the program's own by default."""
    chosen = builtin_template(paper.kind) if template is None else template
    return draw_letter(render(chosen, paper).docx, load_manifest()[paper.kind].title)


def draw_letter_text(letter: LetterText, title: str = "") -> Drawing:
    """Return a letter as it was read from its file, as pages."""
    blocks: list[Block] = []
    for block in letter.blocks:
        if isinstance(block, TableText):
            blocks.append(_frame(block))
        else:
            blocks += _paragraph_blocks(block)
    opening: list[Block] = []
    for paragraph in letter.first_head:
        opening += _paragraph_blocks(paragraph)
    drawing = Sheet(
        title or "信函",
        tuple(blocks),
        opening=tuple(opening),
        opening_top=letter.first_head_at,
        numbering="letter" if letter.numbers_first_page else "letter_later",
        paper=(letter.width, letter.height),
        top=letter.top,
        bottom=letter.bottom,
        left=letter.left,
        right=letter.right,
        size=12.0,
        min_row=6.0,
    ).draw()
    for paragraph in letter.first_foot:
        if paragraph.rule_above is not None:
            # 信函格式: 20 mm from the bottom edge of the paper.
            y = letter.height - letter.first_foot_at
            width = letter.width - letter.left - letter.right
            rule = _stroke(paragraph.rule_above, paragraph)
            add_rule(drawing.pages[0], rule, (letter.left, y, width))
    return drawing


def _paragraph_blocks(paragraph: ParagraphText) -> list[Block]:
    """Return a paragraph with its rules and its page break as blocks."""
    blocks: list[Block] = []
    if paragraph.page_break:
        blocks.append(NewPage())
    if paragraph.rule_above is not None:
        blocks.append(_stroke(paragraph.rule_above, paragraph))
    if not paragraph.text:
        pitch = paragraph.pitch or _BLANK_PITCH
        blocks.append(Gap(pitch * POINT + paragraph.before + paragraph.after))
    else:
        blocks.append(_text(paragraph))
    if paragraph.rule_below is not None:
        blocks.append(_stroke(paragraph.rule_below, paragraph))
    return blocks


def _text(paragraph: ParagraphText) -> Text:
    """Return a paragraph as a block; the indent of its first line as full spaces."""
    size = paragraph.size
    spans = [_span(run) for run in paragraph.runs]
    indent = round(paragraph.first_indent / (size * POINT))
    if indent > 0 and paragraph.align == "left":
        spans.insert(0, Span(_FULL_SPACE * indent, face=spans[0].face))
    return Text(
        tuple(spans),
        size=size,
        face=_face(paragraph.runs[0].font),
        align=paragraph.align,
        pitch=paragraph.pitch or size * 1.5,
        indent_left=max(0.0, paragraph.left),
        indent_right=max(0.0, paragraph.right),
        before=paragraph.before,
        after=paragraph.after,
        keep_with_next=paragraph.keep_next,
    )


def _span(run: RunText) -> Span:
    """Return a run as a span."""
    return Span(
        run.text,
        face=_face(run.font),
        bold=run.bold,
        underline=run.underline,
        size=run.size,
        color=run.color,
    )


def _face(font: str) -> Face:
    """Return the face of an East Asian font name."""
    if "小标宋" in font or "XiaoBiaoSong" in font:
        return Face.TITLE
    if "黑" in font or "Hei" in font:
        return Face.HEI
    if "楷" in font or "Kai" in font:
        return Face.KAI
    if "仿宋" in font or "FangSong" in font or not font:
        return Face.FANGSONG
    return Face.SONG


def _stroke(rule: Rule, paragraph: ParagraphText) -> Stroke:
    """Return the border of a paragraph as a stroke; double rules keep their order."""
    double = ""
    if rule.kind.startswith("thickThin"):
        double = "thick_thin"
    elif rule.kind.startswith("thinThick") or rule.kind == "double":
        double = "thin_thick"
    return Stroke(
        rule.points,
        before=rule.space * POINT,
        after=2.0,
        color=rule.color,
        double=double,
        overhang=max(0.0, -(paragraph.left + paragraph.right) / 2),
    )


def _frame(table: TableText) -> Frame:
    """Return a table as a frame; a first column merged downwards becomes a common label."""
    rows: list[Row | Group] = []
    at = 0
    while at < len(table.rows):
        end = at + 1
        while end < len(table.rows) and table.rows[end].cells[0].is_continued:
            end += 1
        if end - at > 1:
            label = table.rows[at].cells[0]
            members = [RowText(row.cells[1:], row.height) for row in table.rows[at:end]]
            rows.append(
                Group(
                    Cell(_content(label.paragraphs), mm=label.width, label=True),
                    tuple(_row(member) for member in members),
                )
            )
        else:
            rows.append(_row(table.rows[at]))
        at = end
    return Frame(tuple(rows))


def _row(row: RowText) -> Row:
    """Return a row of a table."""
    cells = tuple(
        Cell(
            _content(cell.paragraphs),
            mm=cell.width,
            align=cell.paragraphs[0].align if cell.paragraphs else "left",
            size=cell.paragraphs[0].size if cell.paragraphs else 0.0,
        )
        for cell in row.cells
    )
    return Row(cells, max(row.height, 6.0), splits=True)


def _content(paragraphs: tuple[ParagraphText, ...]) -> tuple[Span, ...]:
    """Return the paragraphs of a cell as one content."""
    spans: list[Span] = []
    for at, paragraph in enumerate(paragraphs):
        if at:
            spans.append(Span("\n"))
        spans += [_span(run) for run in paragraph.runs]
    return tuple(spans)
