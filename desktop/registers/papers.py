"""Papers of the office's own books that are no framed form: plans and lists."""

from collections.abc import Sequence
from datetime import date

from db.documents.dates_text import long_date
from db.documents.papers import Office
from db.registers.rows import Expected
from desktop.documents.page import Drawing
from desktop.documents.sheet import A4, Ends, Frame, Sheet, Title, table_rows

WEEKDAYS = "一二三四五六日"
LEAST_LINES = 10


def day_and_weekday(on: date) -> str:
    """Return a day as a plan writes it: 3月5日（周四）."""
    return f"{on.month}月{on.day}日（周{WEEKDAYS[on.weekday()]}）"


def draw_reception_plan(
    printed_by: Office, found: Sequence[Expected], first: date, last: date
) -> Drawing:
    """Return 接访安排: who receives and who is expected, day by day; matters in a word."""
    rows = [
        (
            day_and_weekday(one.on),
            f"{one.at}—{one.until}" if one.until else one.at,
            one.place,
            "领导接访" if one.book == "reception_day" else "预约",
            one.name,
            one.unit_post,
            one.subject,
            one.leader,
            "",
        )
        for one in found
    ]
    rows += [("",) * 9] * max(0, LEAST_LINES - len(rows))
    heads = ["日期", "时间", "地点", "类型", "接访领导／预约人", "职务／单位及职务", "事由（概括）"]
    heads += ["陪同／约见领导", "备注"]
    title = "接访安排"
    return Sheet(
        title,
        (
            Frame(
                table_rows(
                    heads,
                    rows,
                    widths=[1.5, 1.1, 1.2, 0.9, 1.2, 1.8, 1.6, 1.2, 0.9],
                    min_height=9.0,
                )
            ),
        ),
        heads=(
            Title(title, size=18),
            Ends(
                f"单位：{printed_by.center_name}",
                "",
                f"时间：{long_date(first)}至{long_date(last)}",
                size=10.5,
            ),
        ),
        caution=printed_by.caution,
        paper=A4,
        landscape=True,
        top=22,
        bottom=15,
        left=18,
        right=15,
        size=10.0,
        min_row=9.0,
        pitch_factor=1.25,
    ).draw()
