"""Make the letter templates that come with the program.

Run it after changing a letter: `python -m resources.templates.make_templates`. The measures are
those of GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28.95 pt, body 16 pt 仿宋, title
22 pt 小标宋, 信函格式 for letters between organs. Words of the letters live here and nowhere else.
"""

import io
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
FANGSONG = "仿宋_GB2312"
HEI = "黑体"
KAI = "楷体_GB2312"
TITLE = "方正小标宋_GBK"
PITCH = 28.95
RED = RGBColor(0xD7, 0x00, 0x0F)
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a paragraph in its dress."""

    text: str
    font: str = FANGSONG
    size: float = 16
    bold: bool = False


class Template:
    """A letter being built, in the measures of GB/T 9704-2012."""

    def __init__(self, *, letterhead: bool = False) -> None:
        self.document: DocumentObject = Document()
        self.letterhead = letterhead
        self._set_page(letterhead=letterhead)
        self._set_normal()
        self.document.settings.odd_and_even_pages_header_footer = True
        section = self.document.sections[0]
        section.different_first_page_header_footer = letterhead
        self._number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
        self._number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
        if letterhead:
            self._letterhead()

    def paragraph(
        self,
        *runs: str | Words,
        align: str = "left",
        indent: float = 0,
        before: float = 0,
        keep_next: bool = False,
        left_mm: float = 0,
        right_mm: float = 0,
    ) -> Paragraph:
        """Add a paragraph; `indent` in characters of the first line."""
        made = self.document.add_paragraph()
        _dress(made, runs, align)
        form = made.paragraph_format
        form.keep_with_next = keep_next
        form.widow_control = False
        if indent:
            form.first_line_indent = Pt(16 * indent)
        if before:
            form.space_before = Pt(before)
        if left_mm:
            form.left_indent = Mm(left_mm)
        if right_mm:
            form.right_indent = Mm(right_mm)
        return made

    def title(self, text: str) -> None:
        """Add a title of 22 pt, centred, with free lines around it."""
        made = self.paragraph(Words(text, TITLE, 22), align="center", before=0)
        made.paragraph_format.space_after = Pt(4 if self.letterhead else 10)
        made.paragraph_format.line_spacing = Pt(34)

    def number(self, text: str = "{{ number }}", *, align: str = "right") -> None:
        """Add the line of the document number."""
        made = self.paragraph(text, align=align)
        made.paragraph_format.space_after = Pt(2 if self.letterhead else 8)

    def body(self, *runs: str | Words, keep_next: bool = False) -> None:
        """Add a paragraph of the body, two characters in."""
        self.paragraph(*runs, indent=2, keep_next=keep_next)

    def heading(self, text: str) -> None:
        """Add a heading of the first level in 黑体."""
        self.paragraph(Words(text, HEI), indent=2, keep_next=True)

    def logic(self, text: str) -> None:
        """Add a line for the template engine; it leaves no paragraph behind."""
        self.paragraph(text)

    def signature(self, *, free_lines: float = 2) -> None:
        """Add 署名 and 成文日期 centred over each other at the right, room for the seal above."""
        self.paragraph(
            "{{ issuer }}（盖章）",
            align="center",
            before=PITCH * free_lines,
            left_mm=44,
            keep_next=True,
        )
        self.paragraph("{{ issued_on }}", align="center", left_mm=44)

    def contact(self) -> None:
        """Add the note with contact and telephone."""
        self.paragraph(
            "（联系人：{{ contact }}　电话：{{ phone }}）",
            indent=2,
            before=0 if self.letterhead else 6,
        )

    def delivery(self) -> None:
        """Add the table that records the delivery."""
        self.paragraph(before=8).paragraph_format.line_spacing = Pt(8)
        self.table(
            (
                (("送达", 22), ("送达人（两人）", 40), ("", 94)),
                (("", 22), ("方式、时间、地点", 40), ("", 94)),
                (("", 22), ("收件人签名", 40), ("　　　　　　　　　　　　年　　月　　日", 94)),
            ),
            merge_first=True,
        )

    def table(
        self,
        rows: Sequence[Sequence[tuple[str, float]]],
        *,
        merge_first: bool = False,
        heights: Sequence[float] = (),
    ) -> Table:
        """Add a table of text cells with their widths in millimetres."""
        made: Table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        made.style = "Table Grid"
        made.autofit = False
        for at, row in enumerate(rows):
            made.rows[at].height = Mm(heights[at] if heights else 9)
            for column, (text, width) in enumerate(row):
                cell = made.cell(at, column)
                cell.width = Mm(width)
                label = column <= 1 if merge_first else column % 2 == 0
                font = HEI if label else FANGSONG
                _dress(
                    cell.paragraphs[0],
                    (Words(text, font, 12),),
                    "center" if label else "left",
                    pitch=18,
                )
        if merge_first:
            texts = rows[0][0][0]
            merged = made.cell(0, 0).merge(made.cell(len(rows) - 1, 0))
            for extra in merged.paragraphs[1:]:
                extra._element.getparent().remove(extra._element)
            merged.paragraphs[0].runs[0].text = texts
        return made

    def save(self, name: str) -> None:
        """Write the template; the same words give the same bytes."""
        core = self.document.core_properties
        core.author = core.last_modified_by = core.comments = ""
        core.title = ""
        raw = io.BytesIO()
        self.document.save(raw)
        with (
            zipfile.ZipFile(raw) as source,
            zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for entry in source.namelist():
                if entry == "docProps/thumbnail.jpeg":
                    continue
                data = source.read(entry)
                if entry == "_rels/.rels":
                    data = _without_thumbnail(data)
                info = zipfile.ZipInfo(entry, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, data)

    def _set_page(self, *, letterhead: bool) -> None:
        """Set paper, margins and the grid of 22 lines."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.header_distance = Mm(30 if letterhead else 15)
        section.footer_distance = Mm(20 if letterhead else 24)
        grid = section._sectPr.find(qn("w:docGrid"))
        if grid is not None:
            grid.set(qn("w:type"), "lines")
            grid.set(qn("w:linePitch"), str(round(PITCH * 20)))

    def _set_normal(self) -> None:
        """Set the style every paragraph starts from."""
        style = self.document.styles["Normal"]
        style.font.name = "Times New Roman"
        style.font.size = Pt(16)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FANGSONG)
        style.paragraph_format.space_after = Pt(0)

    def _number(self, paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
        """Write — 1 — into a footer: 4号, one character from the edge."""
        paragraph.alignment = align
        if align == WD_ALIGN_PARAGRAPH.RIGHT:
            paragraph.paragraph_format.right_indent = Pt(14)
        else:
            paragraph.paragraph_format.left_indent = Pt(14)
        paragraph.add_run("— ").font.size = Pt(14)
        run = paragraph.add_run()
        run.font.size = Pt(14)
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.text = text
            run._element.append(mark)
        paragraph.add_run(" —").font.size = Pt(14)

    def _letterhead(self) -> None:
        """Set 信函格式: mark and double rule above, double rule 20 mm from the bottom edge."""
        section = self.document.sections[0]
        head = section.first_page_header.paragraphs[0]
        _dress(head, (Words("{{ issuer }}", TITLE, 28),), "center", pitch=36)
        head.runs[0].font.color.rgb = RED
        _reach_out(head)
        head.paragraph_format.space_after = Pt(10)
        _rule(head, "bottom", "thickThinSmallGap", 11)
        foot = section.first_page_footer.paragraphs[0]
        _dress(foot, (Words("", FANGSONG, 5),), "center", pitch=6)
        _reach_out(foot)
        _rule(foot, "top", "thinThickSmallGap", 0)


def _dress(
    paragraph: Paragraph, runs: Sequence[str | Words], align: str, *, pitch: float = PITCH
) -> None:
    """Write runs into a paragraph with explicit fonts, sizes and an exact pitch."""
    paragraph.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }[align]
    form = paragraph.paragraph_format
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(pitch)
    form.space_before = form.space_after = Pt(0)
    for one in runs:
        words = Words(one) if isinstance(one, str) else one
        run = paragraph.add_run(words.text)
        run.font.name = "Times New Roman"
        run.font.size = Pt(words.size)
        run.font.bold = words.bold
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), words.font)


def _reach_out(paragraph: Paragraph) -> None:
    """Widen a paragraph to the 170 mm of the red rules."""
    paragraph.paragraph_format.left_indent = Mm(-8)
    paragraph.paragraph_format.right_indent = Mm(-6)


def _rule(paragraph: Paragraph, side: str, kind: str, space: int) -> None:
    """Give a paragraph a red double rule."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", kind), ("sz", "24"), ("space", str(space)), ("color", "D7000F")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties = paragraph._element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _without_thumbnail(rels: bytes) -> bytes:
    """Return the relations without the picture that python-docx's own file carries."""
    text = rels.decode("utf-8")
    start = text.find("<Relationship ", 0)
    kept: list[str] = [text[:start]]
    for part in text[start:].split("<Relationship ")[1:]:
        whole = "<Relationship " + part
        if "thumbnail" in whole:
            end = whole.find("/>") + 2
            whole = whole[end:]
        kept.append(whole)
    return "".join(kept).encode("utf-8")


def acceptance_notice() -> Template:
    """受理告知书."""
    made = Template()
    made.title("受理告知书")
    made.number()
    made.paragraph("{{ comrade }}：")
    made.body(
        "您于{{ submitted_on }}提出的{{ subject }}，经审核，符合受理范围，"
        "已于{{ accepted_on }}受理，受理编号为{{ case_number }}。"
    )
    made.body("本件按{{ procedure }}程序办理，由{{ handling_unit }}承办。")
    made.logic("{%p if has_due_on %}")
    made.body(
        "办理期限至",
        Words("{{ due_on }}", bold=True),
        "（{{ limit_kind }}）。",
    )
    made.logic("{%p endif %}")
    made.body("办理过程中如有新的情况或者补充材料，请与我们联系。")
    made.contact()
    made.signature()
    made.delivery()
    return made


def non_acceptance_notice() -> Template:
    """不予受理告知书."""
    made = Template()
    made.title("不予受理告知书")
    made.number()
    made.paragraph("{{ comrade }}：")
    made.body(
        "您于{{ submitted_on }}提出的{{ subject }}，经审核，{{ reason }}。"
        "依据{{ basis }}，不属于本中心受理范围，不予受理。"
    )
    made.logic("{%p if has_right_way %}")
    made.body("{{ right_way }}")
    made.logic("{%p endif %}")
    made.body("如需政策解释，请与我们联系。")
    made.contact()
    made.signature()
    made.delivery()
    return made


def redirect_notice() -> Template:
    """引导告知书; the last day stands in bold."""
    made = Template()
    made.title("引导告知书")
    made.number()
    made.paragraph("{{ comrade }}：")
    made.body(
        "您于{{ submitted_on }}提出的{{ subject }}，经审核，{{ reason }}。"
        "依据{{ basis }}，不属于本中心受理范围，应当通过{{ remedy }}途径提出。"
    )
    made.logic("{%p if window_passed %}")
    made.body(
        "该途径的提出期限至",
        Words("{{ last_on }}", bold=True),
        "，现已届满。您如需了解有关政策规定，请与我们联系，我们将为您作政策解释。"
        "政策解释不具有法律效力。",
    )
    made.logic("{%p else %}")
    made.body(
        "请于",
        Words("{{ last_on }}", bold=True),
        "前向{{ body }}（地址：{{ body_address }}，电话：{{ body_phone }}，"
        "接待时间：{{ body_hours }}）提出{{ remedy }}。逾期可能影响您的权利。",
    )
    made.logic("{%p endif %}")
    made.contact()
    made.signature()
    made.delivery()
    return made


def supplement_notice() -> Template:
    """补正告知书: everything missing, once."""
    made = Template()
    made.title("补正告知书")
    made.number()
    made.paragraph("{{ comrade }}：")
    made.body(
        "您于{{ submitted_on }}提出的{{ subject }}已收到。"
        "经审核，尚需补充下列材料，现一次性告知您："
    )
    made.logic("{%p for one in missing %}")
    made.body("{{ loop.index }}. {{ one }}")
    made.logic("{%p endfor %}")
    made.body("请于", Words("{{ hand_in_by }}", bold=True), "前交到{{ hand_in_at }}。")
    made.body("收到补充材料后，我们将及时审核并告知您是否受理。")
    made.contact()
    made.signature()
    made.delivery()
    return made


def feedback_sheet() -> Template:
    """诉求办理情况反馈单 of procedure ③."""
    made = Template()
    made.title("诉求办理情况反馈单")
    made.number()
    rows = (
        (("诉求人", 32), ("{{ comrade }}", 46), ("受理编号", 26), ("{{ case_number }}", 52)),
        (("受理日期", 32), ("{{ accepted_on }}", 46), ("办理结果", 26), ("{{ outcome }}", 52)),
    )
    made.table(rows, heights=(11, 11))
    made.paragraph().paragraph_format.line_spacing = Pt(6)
    made.table(
        (
            (("诉求标题", 32), ("{{ subject }}", 124)),
            (("受理情况", 32), ("{{ acceptance }}", 124)),
            (("承办单位", 32), ("{{ handling_unit }}", 124)),
            (("办理情况", 32), ("{{ course }}", 124)),
            (("结果和依据", 32), ("{{ result }}", 124)),
            (("政策依据", 32), ("{{ basis }}", 124)),
            (("联系人", 32), ("{{ contact }}　电话：{{ phone }}", 124)),
        ),
        heights=(11, 12, 11, 26, 22, 12, 11),
    )
    made.signature(free_lines=1)
    made.delivery()
    return made


def reply_opinion() -> Template:
    """答复意见书 of procedure ①, by the competent organ under its own number."""
    made = Template()
    made.title("关于{{ comrade }}信访事项的答复意见书")
    made.number(align="center")
    made.paragraph("{{ comrade }}：")
    made.body(
        "你于{{ submitted_on }}提出的{{ subject }}信访事项，本机关于{{ accepted_on }}受理，"
        "现已办理完毕。根据《信访工作条例》有关规定，答复如下："
    )
    made.heading("一、事实认定")
    made.body("{{ facts }}")
    made.logic("{%p for one in items %}")
    made.body("{{ one }}")
    made.logic("{%p endfor %}")
    made.heading("二、处理依据")
    made.body("{{ basis }}")
    made.heading("三、处理意见")
    made.body("{{ opinion }}")
    made.body("如不服本答复意见，可以自收到本答复意见书之日起30日内，请求{{ review_body }}复查。")
    made.contact()
    made.signature()
    made.delivery()
    return made


def extension_notice() -> Template:
    """延期告知书."""
    made = Template()
    made.title("延期办理告知书")
    made.number()
    made.paragraph("{{ comrade }}：")
    made.body(
        "您提出的{{ subject }}，已于{{ accepted_on }}受理，原办理期限至{{ due_on }}。"
        "因{{ reason }}，经批准，办理期限延长至",
        Words("{{ extend_to }}", bold=True),
        "（{{ limit_kind }}）。",
    )
    made.body("特此告知。")
    made.contact()
    made.signature()
    made.delivery()
    return made


def clarification_letter() -> Template:
    """(A) 澄清函 to a party organization, 信函格式."""
    made = Template(letterhead=True)
    made.number()
    made.title("关于对{{ comrade }}有关{{ reflection }}予以澄清的函")
    made.paragraph("{{ addressee }}：")
    made.body(
        "经查，反映你单位{{ comrade }}（{{ post }}）在{{ period }}期间{{ matter }}{{ verdict }}。"
        "根据《纪检监察机关处理检举控告工作规则》和《关于做好失实检举控告澄清工作的意见》"
        "等有关规定，经批准，现予以澄清。"
    )
    made.body(
        "请你单位采取{{ modes }}方式，在{{ scope }}范围内做好说明工作，消除不良影响，"
        "并关心{{ comrade }}的思想、工作和生活情况。有关情况请于{{ feedback_by }}前书面反馈。"
    )
    made.body(
        "本函仅对上述具体问题予以澄清，不作为对{{ comrade }}的全面评价。"
        "请严格控制知悉范围，不得打听、追查、猜测反映人，不得泄露核查工作情况。"
    )
    made.body("特此函告。")
    made.contact()
    made.signature(free_lines=1)
    made.logic("{%p if has_copies %}")
    made.paragraph(Words("抄送：{{ copies }}。", size=14), before=4)
    made.logic("{%p endif %}")
    return made


def clarification_notice() -> Template:
    """(B) 澄清告知书 to the person."""
    made = Template()
    made.title("{{ title }}")
    made.number("编号：{{ number }}")
    made.paragraph("{{ comrade }}：")
    made.body(
        "经查，反映你在{{ period }}期间{{ matter }}{{ verdict }}。根据有关规定，经批准，"
        "决定以{{ modes }}方式在{{ scope }}范围内予以澄清，现书面告知你。"
    )
    made.body("1. 本告知书仅就上述具体问题作出。")
    made.body("2. 请正确对待监督，放下思想包袱，安心工作。")
    made.body("3. 请对有关情况保密，不得打听、追查反映人，不得打击报复。")
    made.body(
        "4. 对澄清方式和范围如有意见，可于收到之日起{{ objection_days }}日内向我{{ own_word }}"
        "提出；民主生活会、组织生活会上可按要求作出说明。"
    )
    made.signature(free_lines=1)
    made.paragraph(before=4).paragraph_format.line_spacing = Pt(6)
    made.table(
        (
            (("送达", 22), ("送达人（两人）", 40), ("", 94)),
            (("", 22), ("时间、地点", 40), ("", 94)),
            (
                ("", 22),
                ("本人意见", 40),
                ("□同意上述方式和范围　□不要求在更大范围公开　□其他：", 94),
            ),
            (("", 22), ("本人签名", 40), ("　　　　　　　　　　　　年　　月　　日", 94)),
        ),
        merge_first=True,
    )
    return made


def meeting_text() -> Template:
    """(C) 会议宣读（通报）稿 with 实施记录."""
    made = Template()
    made.title("会议宣读（通报）稿")
    made.body("{{ text }}")
    made.paragraph("{{ issuer }}", align="center", before=PITCH * 2, left_mm=44)
    made.paragraph(Words("实施记录", HEI), align="center", before=PITCH * 2)
    made.table(
        (
            (("宣读人", 32), ("{{ read_by }}", 46), ("时间", 26), ("{{ held_at }}", 52)),
            (("参加范围", 32), ("{{ audience }}", 46), ("地点", 26), ("{{ place }}", 52)),
            (
                ("参加人数", 32),
                ("{{ audience_count }}人", 46),
                ("记录人", 26),
                ("", 52),
            ),
        ),
        heights=(12, 12, 12),
    )
    return made


def handling_report() -> Template:
    """办结报告 to whoever assigned the matter."""
    made = Template()
    made.title("关于{{ comrade }}诉求办理情况的报告")
    made.number(align="center")
    made.paragraph("{{ addressee }}：")
    made.body("按照{{ assigned_by_document }}要求（{{ assigned_demand }}），现将办理情况报告如下：")
    for head, text in (
        ("一、诉求人情况", "{{ person }}"),
        ("二、主要诉求", "{{ requests }}"),
        ("三、办理经过", "{{ course }}"),
        ("四、办理结果和依据", "{{ result }}"),
        ("五、本人意见", "{{ person_opinion }}"),
        ("六、下步工作", "{{ next_steps }}"),
    ):
        made.heading(head)
        made.body(text)
    made.logic("{%p if has_enclosures %}")
    made.logic("{%p for one in enclosures %}")
    made.body("附件{{ loop.index }}：{{ one }}")
    made.logic("{%p endfor %}")
    made.logic("{%p endif %}")
    made.contact()
    made.signature()
    return made


def transfer_letter() -> Template:
    """关于转送有关事项的函: sealed, no summary, receipt only."""
    made = Template(letterhead=True)
    made.number()
    made.title("关于转送有关事项的函")
    made.paragraph("{{ addressee }}：")
    made.body(
        "现将有关材料（密封，编号{{ envelope_number }}，共{{ pieces }}件）转送你单位，"
        "请查收，并按规定处理。"
    )
    made.body("请在回执上签收后退回。特此函告。")
    made.contact()
    made.signature()
    made.paragraph(Words("回　　执", HEI), align="center", before=PITCH)
    made.body("编号{{ envelope_number }}的密封材料{{ pieces }}件已收到，封口完好。")
    made.paragraph("签收单位（章）：　　　　　　　　经手人：", before=6)
    made.paragraph("　　　　年　　月　　日", align="right", right_mm=11)
    return made


MAKERS = {
    "acceptance_notice": (acceptance_notice, "受理告知书"),
    "non_acceptance_notice": (non_acceptance_notice, "不予受理告知书"),
    "redirect_notice": (redirect_notice, "引导告知书"),
    "supplement_notice": (supplement_notice, "补正告知书"),
    "feedback_sheet": (feedback_sheet, "诉求办理情况反馈单"),
    "reply_opinion": (reply_opinion, "答复意见书"),
    "extension_notice": (extension_notice, "延期办理告知书"),
    "clarification_letter": (clarification_letter, "澄清函"),
    "clarification_notice": (clarification_notice, "澄清告知书"),
    "meeting_text": (meeting_text, "会议宣读（通报）稿"),
    "handling_report": (handling_report, "办结报告"),
    "transfer_letter": (transfer_letter, "关于转送有关事项的函"),
}
"""Maker and name of each template by kind of paper."""


def main() -> int:
    """Write all templates beside this file."""
    for kind, (make, _title) in MAKERS.items():
        make().save(f"{kind}.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
