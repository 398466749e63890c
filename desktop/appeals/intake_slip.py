"""指引单: where to turn with what the center may not receive; blank of any name."""

from collections.abc import Sequence
from typing import Final

from db.appeals.counter import Address
from db.documents.papers import Office
from desktop.documents.fonts import Face
from desktop.documents.page import Drawing
from desktop.documents.sheet import Cell, Frame, Gap, Row, Sheet, Text, Title

CITY: Final = "city_managed"
ACCUSATION: Final = "accusation"
LAW: Final = "law"
VERTICAL: Final = "vertical"

_WAYS: Final = {
    CITY: "您反映的事项，按干部管理权限由上级组织部门受理。请向下列机关提出；"
    "如愿当场交来密封材料，中心不拆封，当日或次一工作日转交。",
    ACCUSATION: "检举控告由纪检监察机关受理，选人用人方面的问题由组织部门干部监督机构受理。"
    "请直接向下列机关提出；如愿当场交来密封材料，中心不拆封，当日或次一工作日转交。"
    "因反映问题受到打击报复的，可向下列机关申请保护，中心不询问、不记录有关情况。",
    LAW: "已经或者依法应当通过诉讼、仲裁、行政复议解决的事项，由政法机关按法定程序办理。"
    "请向下列机关提出。",
    VERTICAL: "垂直管理单位工作人员的诉求，由其主管部门受理。请向下列机关提出。",
}
_LINES: Final = {
    CITY: ("上级组织部门",),
    ACCUSATION: ("纪检监察机关（12388）", "组织部门（12380）"),
    LAW: ("政法机关",),
    VERTICAL: ("垂直管理单位主管部门",),
}
"""What stands in the list where no unit is known, with room for the pen."""


def draw_slip(kind: str, addresses: Sequence[Address], office: Office) -> Drawing:
    """Return the guidance slip of a kind on A4; it names nobody and no matter."""
    known = list(addresses) or [Address(name, "", "", "") for name in _LINES[kind]]
    heads = Row(
        tuple(
            Cell(word, mm=width, label=True)
            for word, width in (("机关", 46.0), ("地址", 0.0), ("电话", 30.0), ("办公时间", 34.0))
        )
    )
    rows = tuple(
        Row(
            (
                Cell(one.name, mm=46),
                Cell(one.address),
                Cell(one.phone, mm=30, align="center"),
                Cell(one.hours, mm=34, align="center"),
            ),
            min_height=14,
        )
        for one in known
    )
    desk = "　".join(
        part
        for part in (
            f"地址：{office.address}" if office.address else "",
            f"电话：{office.phone}" if office.phone else "",
            f"办公时间：{office.hours}" if office.hours else "",
        )
        if part
    )
    return Sheet(
        "指引单",
        (
            Title("指 引 单"),
            Gap(4),
            Text(f"　　{_WAYS[kind]}", size=14, pitch=26, after=4),
            Frame((heads, *rows)),
            Gap(6),
            Text("　　本单只作指引，不登记姓名和事由，不表示对所述内容的认定。", size=12, pitch=22),
            Gap(8),
            Text(office.center_name, size=14, align="right", face=Face.FANGSONG),
            Text(desk, size=10.5, align="right"),
        ),
        numbering="none",
    ).draw()
