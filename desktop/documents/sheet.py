"""A layouter for table papers: framed rows of cells, paragraphs, tear lines, page breaks.

A form is a list of blocks. Rows grow with their text, are moved whole to the next page when they
do not fit, and are split line by line where they are taller than a page or say so. Title, head
line and head rows stand on every page, the foot says 第1页 共2页. Frame 1.5 pt, inner lines
0.5 pt, rows for the pen at least 8 mm (OFFICE §§3, 7). The same layouter sets lists in landscape
and the tables of the monthly report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.fonts import Face
from desktop.documents.page import (
    FRAME_PT,
    INNER_PT,
    POINT,
    Content,
    Drawing,
    Dress,
    Laid,
    Page,
    finish,
    is_blank,
    lay,
)

A4 = (210.0, 297.0)
A3 = (297.0, 420.0)
PAD_X = 1.6
PAD_Y = 1.1
MIN_ROW = 8.0
SIGNATURE_ROW = 25.0
_SPLIT_LINES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row.

    Attributes:
        mm: Fixed width in millimetres; 0 shares what is left by `share`.
        label: Set in 黑体, centred.
        foot: Short text at the bottom of the cell: a signature line or a rule in small print.
    """

    content: Content = ""
    mm: float = 0.0
    share: float = 1.0
    label: bool = False
    align: str = "left"
    valign: str = "middle"
    size: float = 0.0
    bold: bool = False
    foot: Content = ""
    foot_align: str = "right"
    foot_size: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side.

    Attributes:
        min_height: Millimetres; 0 takes the sheet's own.
        splits: May be broken between lines wherever the page ends.
        head: Stands again at the top of each page (rows at the start of a frame only).
    """

    cells: tuple[Cell, ...]
    min_height: float = 0.0
    splits: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share one label at their left."""

    label: Cell
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A framed table."""

    rows: tuple[Row | Group, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph outside the frames.

    Attributes:
        indent_left, indent_right: Millimetres taken from the width.
        before, after: Free millimetres; `before` is dropped at the top of a page.
        keep_with_next: Never the last thing on a page.
    """

    content: Content
    size: float = 12.0
    face: Face = Face.FANGSONG
    align: str = "left"
    bold: bool = False
    pitch: float = 0.0
    indent_left: float = 0.0
    indent_right: float = 0.0
    before: float = 0.0
    after: float = 1.0
    keep_with_next: bool = False
    color: str = "#000000"


@dataclass(frozen=True, slots=True)
class Ends:
    """One line with text at the left, the middle and the right."""

    left: Content = ""
    middle: Content = ""
    right: Content = ""
    size: float = 10.5
    after: float = 1.2


@dataclass(frozen=True, slots=True)
class Tear:
    """A dashed line across the page with a text in it, such as a number to be cut through."""

    content: Content = ""
    before: float = 3.0
    after: float = 3.0


@dataclass(frozen=True, slots=True)
class Title:
    """A title in 小标宋, centred."""

    text: str
    size: float = 22.0
    after: float = 2.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Free space."""

    mm: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins a page; what is repeated above it may change.

    Attributes:
        heads: Blocks that stand on this and each following page; None keeps the present ones.
    """

    heads: tuple["Block", ...] | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke across the type area.

    Attributes:
        double: "thick_thin" or "thin_thick" for two strokes, named from above.
        overhang: Millimetres beyond the type area at each side.
    """

    points: float = INNER_PT
    before: float = 0.0
    after: float = 1.0
    color: str = "#000000"
    double: str = ""
    overhang: float = 0.0


Block = Frame | Text | Ends | Tear | Title | Gap | NewPage | Stroke


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper made of blocks.

    Attributes:
        name: Name of the paper for the print queue; no name of a person.
        heads: Blocks that stand on each page: title and head line.
        foot: Line at the bottom of each page beside the page number.
        caution: Small line at the top right of each page.
        numbering: "form" prints 第1页 共2页; "letter" — 1 — as GB/T 9704 has it, odd pages
            right, even pages left; "letter_later" the same from page 2 on; "none".
        opening: Blocks on the first page only, from `opening_top` down: the mark of a letter.
        size: Points of the cells.
    """

    name: str
    blocks: tuple[Block, ...]
    heads: tuple[Block, ...] = ()
    foot: Content = ""
    caution: str = ""
    numbering: str = "form"
    opening: tuple[Block, ...] = ()
    opening_top: float = 0.0
    paper: tuple[float, float] = A4
    landscape: bool = False
    top: float = 25.0
    bottom: float = 20.0
    left: float = 25.0
    right: float = 20.0
    size: float = 12.0
    min_row: float = MIN_ROW
    pitch_factor: float = 1.32

    def draw(self) -> Drawing:
        """Lay the paper out and return its pages."""
        return _Layouter(self).draw()


@dataclass(slots=True)
class _LaidCell:
    """A cell measured for its width."""

    cell: Cell
    x: float
    width: float
    body: Laid
    foot: Laid | None

    @property
    def needs(self) -> float:
        foot = self.foot.height if self.foot is not None else 0.0
        return self.body.height + foot + 2 * PAD_Y


@dataclass(slots=True)
class _Band:
    """Cells of one row placed between two heights: what a page shows of the row."""

    cells: list[_LaidCell]
    height: float
    last: bool = True


@dataclass(slots=True)
class _OpenFrame:
    """The part of a frame on the present page, closed when the page or the frame ends."""

    start: float
    heads: list[Row] = field(default_factory=list)


class _Layouter:
    """Places the blocks of a sheet on pages."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        width, height = sheet.paper
        self.width, self.height = (height, width) if sheet.landscape else (width, height)
        self.left = sheet.left
        self.inner = self.width - sheet.left - sheet.right
        self.limit = self.height - sheet.bottom
        self.heads: tuple[Block, ...] = sheet.heads
        self.pages: list[Page] = []
        self.y = 0.0
        self.top_y = 0.0
        self.frame: _OpenFrame | None = None
        self.group: tuple[Laid, float, float, float] | None = None

    def draw(self) -> Drawing:
        """Return the finished drawing."""
        self._new_page()
        blocks = self.sheet.blocks
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            self._place(block, following)
        self._add_feet()
        return finish(self.sheet.name, self.pages)

    @property
    def page(self) -> Page:
        """Return the page being filled."""
        return self.pages[-1]

    # ---- pages

    def _new_page(self) -> None:
        """Begin a page with the heads; an open frame goes on there."""
        frame = self.frame
        self._close_frame()
        self.pages.append(Page(self.width, self.height))
        self.y = self.sheet.top
        if self.sheet.caution:
            laid = lay(self.sheet.caution, self.inner, Dress(Face.HEI, 10.5, align="right"))
            self.page.add_text(laid, self.left, self.sheet.top - laid.height - 1.5)
        if self.sheet.opening and len(self.pages) == 1:
            self.y = self.top_y = self.sheet.opening_top
            for block in self.sheet.opening:
                self._place(block, None)
            self.y = max(self.y, self.sheet.top)
        for block in self.heads:
            self._place(block, None)
        self.top_y = self.y
        if frame is not None:
            self._open_frame(frame.heads)

    def _add_feet(self) -> None:
        """Write foot line and page numbers, now that the pages are counted."""
        y = self.height - self.sheet.bottom + 1.0
        dress = Dress(Face.FANGSONG, 9.0)
        for at, page in enumerate(self.pages, start=1):
            if not is_blank(self.sheet.foot):
                page.add_text(lay(self.sheet.foot, self.inner * 0.75, dress), self.left, y)
            if self.sheet.numbering == "form":
                said = f"第{at}页　共{len(self.pages)}页"
                laid = lay(said, self.inner, replace(dress, align="right"))
                page.add_text(laid, self.left, y)
            elif self.sheet.numbering == "letter" or (
                self.sheet.numbering == "letter_later" and at > 1
            ):
                self._add_letter_number(page, at)

    def _add_letter_number(self, page: Page, number: int) -> None:
        """Write — 1 — in 4号, 7 mm below the type area, one character from its outer edge."""
        character = 14 * POINT
        dress = Dress(Face.SONG, 14, align="right" if number % 2 else "left")
        laid = lay(f"— {number} —", self.inner - 2 * character, dress)
        page.add_text(laid, self.left + character, self.height - self.sheet.bottom + 4.0)

    def _fits(self, height: float) -> bool:
        """Return whether a height fits on what is left of the page."""
        return self.y + height <= self.limit + 0.01

    # ---- blocks

    def _place(self, block: Block, following: Block | None) -> None:
        """Place one block."""
        match block:
            case Frame():
                self._place_frame(block)
            case Text():
                self._place_text(block, following)
            case Title():
                dress = Dress(Face.TITLE, block.size, align="center", pitch=block.size * 1.25)
                self._place_laid(lay(block.text, self.inner, dress), self.left)
                self.y += block.after
            case Ends():
                self._place_ends(block)
            case Tear():
                self._place_tear(block)
            case Gap():
                self.y = min(self.y + block.mm, self.limit)
            case NewPage():
                if block.heads is not None:
                    self.heads = block.heads
                self._new_page()
            case Stroke():
                self.y += block.before
                add_rule(self.page, block, (self.left, self.y, self.inner))
                self.y += block.after

    def _place_laid(self, laid: Laid, x: float) -> None:
        """Place lines one by one, turning pages between them."""
        rest = laid
        while rest.lines:
            room = int((self.limit - self.y + 0.01) / rest.dress.line_mm)
            if room < min(2, len(rest.lines)) and self.y > self.top_y:
                self._new_page()
                continue
            taken = max(1, min(room, len(rest.lines)))
            part = rest.part(0, taken)
            self.page.add_text(part, x, self.y)
            self.y += part.height
            rest = rest.part(taken, len(rest.lines))

    def _place_text(self, block: Text, following: Block | None) -> None:
        """Place a paragraph."""
        width = self.inner - block.indent_left - block.indent_right
        dress = Dress(block.face, block.size, block.pitch, block.bold, block.align, block.color)
        laid = lay(block.content, width, dress)
        if self.y > self.top_y:
            self.y += block.before
        need = laid.height + (15.0 if block.keep_with_next and following is not None else 0.0)
        whole = block.keep_with_next or len(laid.lines) <= 2
        if whole and not self._fits(need) and self.y > self.top_y:
            self._new_page()
        self._place_laid(laid, self.left + block.indent_left)
        self.y += block.after

    def _place_ends(self, block: Ends) -> None:
        """Place a line of three texts; what does not fit beside the others is set below."""
        parts = (("left", block.left), ("center", block.middle), ("right", block.right))
        laid = [
            (align, lay(content, self.inner, Dress(Face.FANGSONG, block.size, align=align)))
            for align, content in parts
            if not is_blank(content)
        ]
        wide = sum(_natural(one) for _align, one in laid) + 4.0 * max(0, len(laid) - 1)
        if wide <= self.inner:
            for _align, one in laid:
                self.page.add_text(one, self.left, self.y)
            self.y += max((one.height for _align, one in laid), default=0.0)
        else:
            for _align, one in laid:
                self._place_laid(one, self.left)
        self.y += block.after

    def _place_tear(self, block: Tear) -> None:
        """Place a dashed line interrupted by its text."""
        laid = lay(block.content, self.inner, Dress(Face.FANGSONG, 10.5, align="center"))
        height = block.before + laid.height + block.after
        if not self._fits(height):
            self._new_page()
        self.y += block.before
        middle = self.y + laid.height / 2
        half = _natural(laid) / 2 + 2.0
        centre = self.left + self.inner / 2
        self.page.add_stroke((8.0, middle), (centre - half, middle), dash=True)
        self.page.add_stroke((centre + half, middle), (self.width - 8.0, middle), dash=True)
        self.page.add_text(laid, self.left, self.y)
        self.y += laid.height + block.after

    # ---- frames

    def _place_frame(self, block: Frame) -> None:
        """Place all rows of a frame."""
        rows = block.rows
        heads = [row for row in rows if isinstance(row, Row) and row.head]
        first = next((row for row in rows if not (isinstance(row, Row) and row.head)), None)
        if first is not None and self.y > self.top_y:
            opening = first.rows[0] if isinstance(first, Group) else first
            band = self._measure(opening, self.left, self.inner)
            if not opening.splits and not self._fits(band.height + len(heads) * MIN_ROW):
                self._new_page()
        self._open_frame(heads)
        for row in rows:
            if isinstance(row, Group):
                self._place_group(row)
            elif not row.head:
                self._place_row(row, self.left, self.inner)
        self._close_frame()

    def _open_frame(self, heads: list[Row]) -> None:
        """Begin the part of a frame on this page and set its head rows."""
        self.frame = _OpenFrame(self.y, heads)
        for row in heads:
            band = self._measure(row, self.left, self.inner)
            self._draw_band(band)

    def _close_frame(self) -> None:
        """Draw the outline of the frame's part on this page."""
        frame, self.frame = self.frame, None
        if frame is None or self.y <= frame.start + 0.01:
            return
        self._close_group()
        self.page.add_box(
            self.left,
            frame.start,
            width=self.inner,
            height=self.y - frame.start,
            points=FRAME_PT,
        )

    def _place_group(self, group: Group) -> None:
        """Place rows beside their common label."""
        width = self._fixed_width(group.label)
        laid = self._lay_body(group.label, width - 2 * PAD_X)
        heights = [
            self._measure(row, self.left + width, self.inner - width).height for row in group.rows
        ]
        whole = max(sum(heights), laid.height + 2 * PAD_Y)
        full = self.limit - self.top_y
        if not self._fits(whole) and whole < full * 0.6:
            self._new_page()
        stretch = max(0.0, laid.height + 2 * PAD_Y - sum(heights))
        self.group = (laid, width, self.y, self.inner)
        for at, row in enumerate(group.rows):
            extra = stretch if at == len(group.rows) - 1 else 0.0
            taller = replace(row, min_height=heights[at] + extra) if extra else row
            self._place_row(taller, self.left + width, self.inner - width)
        self._close_group()
        self.group = None

    def _close_group(self) -> None:
        """Draw the label of the open group on this page."""
        if self.group is None:
            return
        laid, width, start, inner = self.group
        height = self.y - start
        if height <= 0.01:
            return
        self.page.add_stroke((self.left + width, start), (self.left + width, self.y))
        self.page.add_stroke((self.left, self.y), (self.left + width, self.y))
        room = int((height - 0.5) / laid.dress.line_mm)
        shown = laid.part(0, max(1, min(room, len(laid.lines))))
        y = start + max(0.0, (height - shown.height) / 2)
        self.page.add_text(shown, self.left + PAD_X, y)
        self.group = (laid, width, self.y, inner)

    def _place_row(self, row: Row, x: float, width: float) -> None:
        """Place a row, on the next page or in parts where it does not fit."""
        band = self._measure(row, x, width)
        if self._fits(band.height):
            self._draw_band(band)
            return
        head_room = sum(
            self._measure(head, self.left, self.inner).height
            for head in (self.frame.heads if self.frame else [])
        )
        full = self.limit - self.top_y - head_room
        tallest = max(cell.needs for cell in band.cells)
        if not row.splits and tallest <= full:
            self._turn()
            band.height = min(band.height, self.limit - self.y)
            self._draw_band(band)
            return
        self._place_parts(band, row.min_height or self.sheet.min_row)

    def _turn(self) -> None:
        """Go on with the frame, and its group, on a new page."""
        self._new_page()
        if self.group is not None:
            laid, width, _start, inner = self.group
            self.group = (laid, width, self.y, inner)

    def _place_parts(self, band: _Band, min_height: float) -> None:
        """Place a row in parts, each as many lines as the page takes."""
        rest = band
        placed = 0.0
        while True:
            needs = max(cell.needs for cell in rest.cells)
            height = max(needs, min_height - placed, self.sheet.min_row)
            if self._fits(needs):
                rest.height = min(height, self.limit - self.y)
                self._draw_band(rest)
                return
            room = self.limit - self.y - 2 * PAD_Y
            pitch = max(cell.body.dress.line_mm for cell in rest.cells)
            if room < _SPLIT_LINES * pitch:
                self._turn()
                continue
            now, rest = _split(rest, room)
            now.height = self.limit - self.y
            self._draw_band(now)
            placed += now.height
            self._turn()

    def _measure(self, row: Row, x: float, width: float) -> _Band:
        """Break the cells of a row into lines for their widths."""
        fixed = sum(cell.mm for cell in row.cells)
        shares = sum(cell.share for cell in row.cells if not cell.mm) or 1.0
        free = max(0.0, width - fixed)
        cells: list[_LaidCell] = []
        for cell in row.cells:
            # A row of fixed widths only is stretched, so that its right end meets the frame.
            scale = width / fixed if fixed and not any(not one.mm for one in row.cells) else 1.0
            own = cell.mm * scale if cell.mm else free * cell.share / shares
            inner = own - 2 * PAD_X
            foot = None
            if not is_blank(cell.foot):
                size = cell.foot_size or cell.size or self.sheet.size
                foot = lay(
                    cell.foot,
                    inner,
                    Dress(Face.FANGSONG, size, size * 1.35, align=cell.foot_align),
                )
            cells.append(_LaidCell(cell, x, own, self._lay_body(cell, inner), foot))
            x += own
        needs = max((cell.needs for cell in cells), default=0.0)
        return _Band(cells, max(needs, row.min_height or self.sheet.min_row))

    def _lay_body(self, cell: Cell, width: float) -> Laid:
        """Break a cell's text into lines in the dress of a label or of a value."""
        size = cell.size or self.sheet.size
        dress = Dress(
            Face.HEI if cell.label else Face.FANGSONG,
            size,
            size * self.sheet.pitch_factor,
            cell.bold,
            "center" if cell.label else cell.align,
        )
        return lay(cell.content, width, dress)

    def _fixed_width(self, cell: Cell) -> float:
        """Return the width of a group's label."""
        return cell.mm or 20.0

    def _draw_band(self, band: _Band) -> None:
        """Draw a row's part at the present height and move below it."""
        top, bottom = self.y, self.y + band.height
        for at, laid in enumerate(band.cells):
            if at:
                self.page.add_stroke((laid.x, top), (laid.x, bottom))
            self._draw_cell(laid, top, bottom, last=band.last)
        first, final = band.cells[0], band.cells[-1]
        self.page.add_stroke((first.x, bottom), (final.x + final.width, bottom))
        self.y = bottom

    def _draw_cell(self, laid: _LaidCell, top: float, bottom: float, *, last: bool) -> None:
        """Write a cell's text and its foot between two heights."""
        foot_height = 0.0
        if laid.foot is not None and last:
            foot_height = laid.foot.height
            self.page.add_text(
                laid.foot, laid.x + PAD_X, bottom - PAD_Y - foot_height, bottom=bottom
            )
        room = bottom - top - foot_height - 2 * PAD_Y
        spare = max(0.0, room - laid.body.height)
        shift = {"top": 0.0, "middle": spare / 2, "bottom": spare}[laid.cell.valign]
        self.page.add_text(
            laid.body, laid.x + PAD_X, top + PAD_Y + shift, bottom=bottom - foot_height
        )


def add_rule(page: Page, block: Stroke, at: tuple[float, float, float]) -> None:
    """Draw a stroke, or the thick and the thin one of a double rule, from x, y over a width."""
    x, y, width = at
    weights = {
        "": (block.points,),
        "thick_thin": (block.points * 0.7, block.points * 0.25),
        "thin_thick": (block.points * 0.25, block.points * 0.7),
    }[block.double]
    for step, points in enumerate(weights):
        page.add_stroke(
            (x - block.overhang, y + step * 1.0),
            (x + width + block.overhang, y + step * 1.0),
            points=points,
            color=block.color,
        )


def _split(band: _Band, room: float) -> tuple[_Band, _Band]:
    """Return the part of a row that fits into a height and the rest."""
    now: list[_LaidCell] = []
    later: list[_LaidCell] = []
    for cell in band.cells:
        lines = len(cell.body.lines)
        taken = lines if cell.cell.label else min(lines, int(room / cell.body.dress.line_mm))
        now.append(replace(cell, body=cell.body.part(0, taken), foot=None))
        rest = cell.body if cell.cell.label else cell.body.part(taken, lines)
        later.append(replace(cell, body=rest))
    return _Band(now, room, last=False), _Band(later, 0.0)


def _natural(laid: Laid) -> float:
    """Return the width that the longest line really takes, in millimetres."""
    return max((line.naturalTextWidth() for line in laid.lines), default=0.0) / 100.0


def table_rows(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    aligns: Sequence[str] = (),
    size: float = 0.0,
    min_height: float = MIN_ROW,
    totals: Sequence[str] = (),
) -> tuple[Row, ...]:
    """Return head row, body rows and 合计 row of a list; `widths` are shares of the width."""
    sides = aligns or ["left"] * len(heads)
    head = Row(
        tuple(
            Cell(text, share=width, label=True, size=size)
            for text, width in zip(heads, widths, strict=True)
        ),
        min_height,
        head=True,
    )
    body = [
        Row(
            tuple(
                Cell(text, share=width, align=side, size=size, bold=is_total)
                for text, width, side in zip(row, widths, sides, strict=True)
            ),
            min_height,
        )
        for row, is_total in [(row, False) for row in rows] + ([(totals, True)] if totals else [])
    ]
    return (head, *body)
