"""Makes the invented spreadsheets of this folder: `python tests/data/make_files.py`.

Every letter is invented; the traps are those of real ledgers. `letters_biff.xls` needs xlwt,
which is no dependency: where it is missing that file is left as it is.
"""

from datetime import date, datetime
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
LETTERS = ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数", "点赞数"]
ROWS = [
    [
        100201,
        "A0001",
        "反映岗位聘用问题",
        "2024/2/8 9:05:07",
        "\n\t\t\t\n\t\t\t　　本人在水利站工作，岗位聘用未兑现。\n\t\t\t",
        0,
        3,
    ],
    [
        100202,
        "A0002",
        "公积金缴存基数",
        datetime(2024, 12, 31, 23, 59, 59),  # noqa: DTZ001
        "公积金\u00a0基数\u200b没有调整_x000D_\n请核实",
        1,
        0,
    ],
    [
        100203,
        "A0003",
        "咨询退休手续",
        "2024/10/1 0:00:00",
        "A7县的同志请问如何办理？\n\n\n谢谢",
        0,
        0,
    ],
    [100204, "王䶮", "加班补助", "２０２４／１１／５ 8:00:00", "加班补助未发放，😀盼复", 0, 0],
]


def book(name, sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows, merges in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
    workbook.save(HERE / name)


def main():
    book("letters.xlsx", [("Sheet1", [LETTERS, *ROWS], ())])
    swapped = [[*r[:5], r[6], r[5]] for r in ROWS[:3]]
    swapped[0][5] = 4  # one like more than in letters.xlsx
    book(
        "letters_swapped_columns.xlsx",
        [("Sheet1", [[*LETTERS[:5], "点赞数", "反对数"], *swapped], ())],
    )
    book(
        "letters_wrong_ext .xls.xlsx",
        [("Sheet1", [["问题ID", *LETTERS], *[[1, *r] for r in ROWS]], ())],
    )
    (HERE / "letters_wrong_ext .xls.xlsx").replace(HERE / "letters_wrong_ext .xls")

    tail = openpyxl.Workbook()
    sheet = tail.active
    labelled = [*LETTERS[:5], "一级分类"]
    for row in (
        labelled,
        [24, "A1", "道路", "2020/1/6 12:09:38", "请修路_x000D_\n谢谢", "城乡建设"],
        [37042, "A2", "工资", "2020/1/7 8:00:00", "工资拖欠", "劳动和社会保障"],
        [37042, "A2", "工资", "2020/1/7 8:00:00", "工资拖欠", "城乡建设"],
        [51, "A3", "", "", "", "稀奇类别"],
    ):
        sheet.append(row)
    for number in range(6, 900):  # formatted, empty
        sheet.cell(number, 1).number_format = "0"
    sheet.cell(900, 3, " ")
    tail.save(HERE / "letters_labelled_blank_tail.xlsx")

    book(
        "ledger_titles.xlsx",
        [
            (
                "1月",
                [
                    ["某中心诉求台账"],
                    ["填报单位：某中心", None, None, None, "填报日期：2026-02-01"],
                    [
                        "序号",
                        "受理编号",
                        "诉求人*",
                        "单位及职务",
                        "来信时间（年月日）",
                        "诉 求\n事 由",
                        "具体内容",
                        "诉求类别",
                        "来源渠道",
                        "承办单位",
                        "办理结果",
                        "办结日期",
                        "联系电话",
                    ],
                    [
                        1,
                        "诉〔2026〕0001",
                        "李　明",
                        "某局科员",
                        "2026年1月5日",
                        "职级晋升",
                        "请求核实任职年限",
                        "职级",
                        "来访",
                        "组织部",
                        "已答复本人",
                        "2026年1月20日",
                        13800000000,
                    ],
                    [
                        2,
                        "诉〔2026〕0002",
                        "无",
                        "某镇",
                        date(2026, 1, 9),
                        "待遇",
                        "补贴标准",
                        "工资",
                        "来信",
                        "人社局",
                        "已办",
                        None,
                        None,
                    ],
                    [3, None, None, None, None, None, None, None, None, None, None, None, None],
                    [None, None, "合计", None, 3],
                ],
                ("A1:M1", "A2:D2"),
            ),
            ("说明", [["填表说明"], ["每月五日前报送"]], ()),
        ],
    )
    book(
        "ledger_merged.xlsx",
        [
            (
                "诉求台账",
                [
                    ["诉求办理台账"],
                    ["编号", "姓名", "诉求内容", "登记日期"],
                    ["001", "张三", "第一件", "2026-01-02"],
                    [None, None, "同一人第二件", "2026-01-03"],
                ],
                ("A1:D1", "A3:A4", "B3:B4"),
            )
        ],
    )
    book(
        "form_merged.xlsx",
        [
            (
                "申请单",
                [
                    ["检验申请单"],
                    ["承包单位：", None, "编号：", None],
                    ["工程名称", None, "部位", None],
                ],
                ("A1:D1", "A2:B2", "C2:D2", "A3:B3"),
            )
        ],
    )
    try:
        import xlwt
    except ImportError:
        return
    biff = xlwt.Workbook()
    sheet = biff.add_sheet("来信")
    for column, name in enumerate(
        ["信件编号", "来信人", "标题", "内容", "来信日期", "回复内容", "回复日期"]
    ):
        sheet.write(0, column, name)
    style = xlwt.easyxf(num_format_str="yyyy/m/d")
    for number, row in enumerate(
        [
            [
                7001,
                "陈某",
                "住房补贴",
                "补贴何时发放",
                date(2023, 3, 1),
                "四月发放",
                date(2023, 3, 9),
            ],
            ["007002", "周某", "子女入学", "请协调", date(2023, 4, 1), "", ""],
        ],
        start=1,
    ):
        for column, value in enumerate(row):
            sheet.write(
                number,
                column,
                value,
                style if isinstance(value, date) else xlwt.Style.default_style,
            )
    biff.save(str(HERE / "letters_biff.xls"))


if __name__ == "__main__":
    main()
