"""Writes ledgers of invented letters, as many rows as a test or a measurement wants."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

HEADER = ["信件编号", "姓名", "单位", "主题", "内容", "来信日期", "回复内容", "回复日期", "类别"]
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰文武斌波辉鹏飞宇浩然子轩雨桐"
_UNITS = [
    "云塘镇",
    "石桥镇",
    "县水利局",
    "县教育局",
    "县住建局",
    "县财政局",
    "县统计局",
    "河西街道",
]
_MATTERS = [
    "乡镇工作补贴自去年起没有发放",
    "公务员职级晋升任职年限少算两年",
    "年度考核评定等次没有听取本人意见",
    "借调期满三年仍未明确岗位",
    "公积金缴存基数与实际工资不一致",
    "加班补助和值班补助没有兑现",
    "异地交流期间家中老人无人照料",
    "影响期已满一年仍未安排使用",
]
_PLACES = ["组织科", "人事科", "财务室", "党政办", "信访接待窗口", "服务大厅", "会议室", "值班室"]
_WISHES = [
    "请求核实情况并书面答复",
    "希望按规定补发差额",
    "恳请协调解决实际困难",
    "请依照文件说明理由",
    "盼尽快明确办理时限",
]
_REPLIES = [
    "已核实并于本月补发。",
    "经核实，按现行规定办理，已向本人说明。",
    "已与单位沟通，纳入下次研究。",
]


def letter(rng: random.Random, number: int, first: date, days: int) -> list[str]:
    """Return one invented letter; no two numbers give the same text."""
    received = first + timedelta(days=rng.randrange(days))
    year = rng.randrange(2005, 2024)
    facts = (
        f"本人{year}年{rng.randrange(1, 13)}月到{rng.choice(_UNITS)}工作，"
        f"{rng.choice(_MATTERS)}，曾于{rng.randrange(1, 29)}日到{rng.choice(_PLACES)}反映。"
        f"涉及金额{rng.randrange(100, 99_999)}元，材料共{rng.randrange(1, 60)}页，"
        f"{rng.choice(_MATTERS)}。{rng.choice(_WISHES)}，{rng.choice(_WISHES)}。档案第{number}号。"
    )
    answered = rng.random() < 0.7
    replied = received + timedelta(days=rng.randrange(0, 45))
    return [
        str(500_000 + number),
        rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, rng.choice((1, 2, 2)))),
        rng.choice(_UNITS),
        f"关于{rng.choice(_MATTERS)}的诉求",
        facts,
        received.isoformat(),
        rng.choice(_REPLIES) if answered else "",
        replied.isoformat() if answered else "",
        rng.choice(("工资待遇", "考核", "职级晋升", "家庭困难", "其他")),
    ]


def write_ledger(
    path: Path, rows: int, *, seed: int = 7, first: date = date(2021, 1, 1), days: int = 1800
) -> Path:
    """Write a .csv of invented letters, the same for the same seed; every 50th repeats a text."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        before: list[str] = []
        for number in range(rows):
            row = letter(rng, number, first, days)
            if number % 50 == 49:
                row[4] = before[4]
            writer.writerow(row)
            before = row
    return path
