"""送文签收单, 密封移送函, 移交处理函: nothing on them says what is inside (SETTLED §9.5, §9.7)."""

from collections.abc import Mapping
from typing import Any

from db.books.rows import EntryRow
from db.core.books import Book, Paper
from db.documents.dates_text import long_date
from db.documents.papers import Office
from desktop.books.words import PaperWords
from desktop.documents.page import Drawing
from desktop.documents.pieces import make_label, make_row, make_value, sign_line
from desktop.documents.sheet import Ends, Frame, Gap, NewPage, Sheet, Tear, Text, Title
from desktop.registers.sheets import Draw

LABEL = 26.0
BODY = 16.0
PITCH = 28.0
BLANK = "　　"


def draw_envelope_slip(
    words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return 送文签收单: what is signed for and kept, and what is torn off for the messenger."""
    values: Mapping[str, Any] = row.values if row is not None else {}
    number = row.number if row is not None else ""

    def said(name: str, listed: str = "") -> str:
        value = values.get(name)
        if value in (None, ""):
            return ""
        return words.labels.code(listed, str(value)) if listed else str(value)

    def part(title: str, foot: str) -> tuple[Title | Ends | Frame | Text, ...]:
        sent = f"{long_date(values.get('handed_on'))}　{said('handed_time')}"
        carrier = row.texts.get("carrier_id", "") if row is not None else ""
        rows = (
            make_row(
                make_label("件号", LABEL),
                make_value(number),
                make_label("份数", LABEL),
                make_value(said("pieces")),
                height=11,
            ),
            make_row(
                make_label("名称", LABEL),
                make_value("密封件（未拆封）"),
                make_label("收到日期", LABEL),
                make_value(long_date(row.entered_on if row is not None else None)),
                height=11,
            ),
            make_row(
                make_label("送往单位", LABEL),
                make_value(said("office", "envelope_office")),
                height=11,
            ),
            make_row(
                make_label("送件人", LABEL),
                make_value(carrier),
                make_label("送达时间", LABEL),
                make_value(sent),
                height=11,
            ),
            make_row(
                make_label("签收单位", LABEL), make_value("（盖章）　　" + sign_line()), height=24
            ),
        )
        return (Title(title, size=18), Frame(rows), Text(foot, size=10.5))

    return Sheet(
        "送文签收单",
        (
            *part("送文签收单（存根）", "中心未拆封、未摘录；本单不记来件人姓名和内容。"),
            Tear(number or BLANK * 4),
            *part("送文签收单（回执）", "请签收单位查验封口完好后签收。"),
        ),
        heads=(Ends(f"送件单位：{printed_by.center_name}", "", ""),),
        size=12.0,
    ).draw()


def draw_referral_letter(
    _words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return 密封移送函 with the appellant's own words on a page of their own, and the receipt."""
    values: Mapping[str, Any] = row.values if row is not None else {}
    number = row.number if row is not None else ""
    organ = row.texts.get("unit_id", "") if row is not None else ""
    pieces = values.get("pieces") or 1
    return Sheet(
        "密封移送函",
        (
            *_letter_head(number, "关于转送有关事项的函", organ),
            _body(
                f"现将有关材料（密封，编号{number}，共{pieces}件）转送你单位，请查收，并按规定处理。"
                "所附只是本人所述，本中心未作核实，不作判断。"
            ),
            _body("请在回执上签收后退回。特此函告。"),
            *_signed(printed_by.issuing_name or printed_by.center_name, values.get("referred_on")),
            Tear(number),
            Text("回　　执", size=BODY, align="center", bold=True),
            _body(f"编号{number}的密封材料{pieces}件已收到，封口完好。"),
            Text(f"签收单位（盖章）：{BLANK * 3}{sign_line()}", size=12, before=6),
            NewPage(),
            Text("附件", size=BODY, bold=True),
            Title("本人所述", size=18),
            _body(str(values.get("own_words") or "")),
            Gap(8),
            Text(f"本人签名：{BLANK * 6}{long_date(None)}", size=12, align="right"),
        ),
        numbering="none",
    ).draw()


def draw_determination_letter(
    words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, _printed_by: Office
) -> Drawing:
    """Return 移交处理函 of the discipline organ; it names nobody, the file beside it does."""
    values: Mapping[str, Any] = row.values if row is not None else {}
    organ = row.texts.get("unit_id", "") if row is not None else ""
    body = words.labels.code("competent_body", str(values.get("body") or ""))
    number = str(values.get("letter_number") or "")
    approval = (
        f"{values.get('approval_organ') or ''}（{values.get('approval_number') or ''}，"
        f"{long_date(values.get('approved_on'))}）"
    )
    return Sheet(
        "移交处理函",
        (
            *_letter_head(number, "关于移交处理有关事项的函", body),
            _body(
                "根据《纪检监察机关处理检举控告工作规则》第三十九条，有关事项已经"
                f"{approval}批准认定。现将有关材料（密封）移交你单位，请依规依纪依法处理。"
            ),
            _body("处理结果请函告我单位。请严格控制知悉范围。特此函告。"),
            *_signed(organ, values.get("result_on")),
            Tear(number),
            Text("回　　执", size=BODY, align="center", bold=True),
            _body(f"{number}函及密封材料已收到，封口完好。"),
            Text(f"签收单位（盖章）：{BLANK * 3}{sign_line()}", size=12, before=6),
        ),
        numbering="none",
    ).draw()


def _letter_head(number: str, title: str, addressee: str) -> tuple[Text | Title, ...]:
    return (
        Text(number, size=12, align="right"),
        Title(title, after=6),
        Text(f"{addressee}：", size=BODY, pitch=PITCH, before=3),
    )


def _body(text: str) -> Text:
    return Text(f"　　{text}", size=BODY, pitch=PITCH)


def _signed(issuer: str, day: Any) -> tuple[Text, ...]:
    return (
        Text(issuer, size=BODY, align="right", before=16, indent_right=12),
        Text("（盖章）", size=12, align="right", indent_right=24),
        Text(long_date(day), size=BODY, align="right", after=8, indent_right=12),
    )


SEALED_PAPERS: Mapping[tuple[str, str], Draw] = {
    ("envelope", "envelope_slip"): draw_envelope_slip,
    ("false_accusation_referral", "referral_letter"): draw_referral_letter,
    ("referral_course", "determination_letter"): draw_determination_letter,
}
"""(book, paper) → what draws it in place of the rows of fields."""
