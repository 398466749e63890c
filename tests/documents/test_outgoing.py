"""The outgoing check marks all that its white list does not hold, and asks nobody who reported."""

import ast
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from db.documents import outgoing
from db.documents.outgoing import MarkKind, WhiteList, check_text, check_texts

SURNAMES = [
    *"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜",
    *"范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹",
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "令狐",
    "慕容",
    "尉迟",
    "皇甫",
]
GIVEN = "伟芳娜敏静丽强磊军勇艳杰娟涛超秀霞刚桂英玉兰梅燕鹏斌浩欣雨佳"
CONTEXTS = (
    "经核实，{}参与了该项工作。",
    "{}称该镇补贴已经停发。",
    "请与{}联系后办理。",
    "有关情况已向{}说明，请你单位做好工作。",
    "由{}和经办人共同核对。",
    "据了解，{}在2024年负责采购。",
    "本人认为此事与{}有关，请核实。",
    "会议由{}主持，参加人员12名。",
    "问题主要涉及{}，其他人员不再追究。",
    "上述款项由{}经手，已经退还。",
    "办公室{}负责登记。",
    "经{}签字后发放。",
)
FILLER = (
    "现将有关情况反馈如下。",
    "根据有关规定，应当予以支持。",
    "请按照干部管理权限及时办理，并将结果书面反馈。",
    "乡镇工作补贴自2024年7月起发放，标准为每月300元。",
    "经集体研究，同意按程序办理。",
)
TRADITIONAL = str.maketrans(
    "张陈刘杨赵黄吴孙罗郑谢韩冯邓许吕苏卢蒋贾叶阎余钟姜",
    "張陳劉楊趙黃吳孫羅鄭謝韓馮鄧許呂蘇盧蔣賈葉閻餘鍾姜",
)


def _pinyin(name: str) -> list[str]:
    size = 2 if name[:2] in SURNAMES else 1
    parts = lazy_pinyin(name)
    return ["".join(parts[:size]), "".join(parts[size:])]


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda name: name,
    "spaces": " ".join,
    "full-width spaces": "\u3000".join,
    "points": "·".join,
    "dashes": "-".join,
    "stars": "*".join,
    "underscores": "_".join,
    "zero width": "\u200b".join,
    "line break": "\n".join,
    "traditional": lambda name: name.translate(TRADITIONAL),
    "comrade": lambda name: name + "同志",
    "somebody": lambda name: name[:-1] + "某" if len(name) > 2 else name[0] + "某",
    "two somebodies": lambda name: name[0] + "某某",
    "crosses": lambda name: name[0] + "××",
    "star in the middle": lambda name: name[0] + "*" + name[-1],
    "pinyin": lambda name: " ".join(_pinyin(name)),
    "pinyin in one": lambda name: "".join(_pinyin(name)),
    "pinyin reversed": lambda name: " ".join(one.capitalize() for one in reversed(_pinyin(name))),
    "initials": lambda name: "".join(one[0].upper() for one in lazy_pinyin(name)),
    "dotted initials": lambda name: ".".join(one[0].upper() for one in lazy_pinyin(name)) + ".",
    "full-width initials": lambda name: _full_width(
        "".join(one[0].upper() for one in lazy_pinyin(name))
    ),
    "quoted": lambda name: f"“{name[0]}”{name[1:]}",
    "old so-and-so": lambda name: f"老{name[0]}",
    "titled": lambda name: name[0] + "科长",
}


def _is_marked(text: str, start: int, end: int, allowed: WhiteList) -> bool:
    return any(mark.start < end and mark.end > start for mark in check_text(text, allowed))


RARE_SURNAMES = "鲍覃霍翁隋柏柯阮桂闵柴冉辜吉饶刁瞿戚滕苑邬臧宫褚娄符穆姬屠郜晏栾郁蒙喻窦"
RARE_GIVEN = "鑫钧铭锐璋琨琦瑜璇珂瑛璞菲蕾蓓茵荷婷嫣姗媛嫦淑渝煜炜炳烨晖睿哲毅渊澄澈岚嵘巍"


def _missed(seed: int, surnames: list[str], given: str) -> list[tuple[str, str]]:
    """Return spelling and text of every stranger in 1,000 documents that was not marked."""
    rng = random.Random(seed)
    allowed = WhiteList(names=("林可", "周敏"), units=("云陵区人社局",))
    missed: list[tuple[str, str]] = []
    for number in range(1000):
        surname = rng.choice(surnames)
        stranger = surname + "".join(rng.sample(given, rng.choice((1, 2, 2))))
        if stranger in allowed.names:
            continue
        spelling, spell = list(SPELLINGS.items())[number % len(SPELLINGS)]
        if len(surname) == 2 and spelling in {"old so-and-so", "titled", "star in the middle"}:
            stranger = "欧" + stranger[2:]
        planted = spell(stranger)
        context = rng.choice(CONTEXTS)
        before = rng.choice(FILLER)
        start = len(before) + context.index("{}")
        text = before + context.format(planted) + rng.choice(FILLER)
        if not _is_marked(text, start, start + len(planted), allowed):
            missed.append((spelling, text))
    return missed


@pytest.mark.parametrize("seed", [20261012, 7])
def test_product_4_14_planted_third_persons_are_marked_in_every_spelling(seed: int) -> None:
    """1,000 documents, each with one stranger in one of 24 spellings: no miss."""
    assert len(SPELLINGS) >= 20
    assert _missed(seed, SURNAMES, GIVEN) == []


def test_product_4_14_rare_names_are_marked_as_well() -> None:
    assert _missed(20261012, [*RARE_SURNAMES], RARE_GIVEN) == []


def test_every_spelling_of_one_stranger_is_marked_in_every_context() -> None:
    for name, spell in SPELLINGS.items():
        for context in CONTEXTS:
            planted = spell("卢敏杰")
            start = context.index("{}")
            text = context.format(planted)
            assert _is_marked(text, start, start + len(planted), WhiteList()), (name, text)


def test_the_answer_is_the_same_whoever_reported() -> None:
    """The check is a pure function of text and white list: it imports no store at all."""
    source = Path(outgoing.__file__).read_text(encoding="utf-8")
    imported = {
        name
        for node in ast.walk(ast.parse(source))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not {name for name in imported if name.startswith(("db.", "sqlalchemy", "sqlcipher3"))}
    text = "请与{}联系，由{}核对。"
    shapes = {
        tuple(
            (mark.start, mark.end, mark.kind) for mark in check_text(text.format(a, a), WhiteList())
        )
        for a in ("卢敏杰", "王伟强", "陈丽娟", "孙鹏浩")
    }
    assert len(shapes) == 1


def test_who_is_on_the_white_list_is_free() -> None:
    allowed = WhiteList(names=("王䶮", "林可"), units=("白石镇",), numbers=("0500-88000000",))
    for text in (
        "王䶮同志反映补贴停发。",
        "请王䶮同志与林可联系，电话0500-88000000。",
        "王 䶮在白石镇工作，王䶮明确表示同意。",
    ):
        assert check_text(text, allowed) == (), text


def test_a_longer_name_is_not_the_one_on_the_list() -> None:
    marks = check_text("王伟明反映停发。", WhiteList(names=("王伟",)))
    assert [mark.text for mark in marks] == ["王伟明"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电话13800001234", MarkKind.PHONE),
        ("电话138 0000 1234", MarkKind.PHONE),
        ("电话138-0000-1234", MarkKind.PHONE),
        ("电话１３８００００１２３４", MarkKind.PHONE),
        ("电话一三八〇〇〇〇一二三四", MarkKind.PHONE),
        ("座机0523-88123456", MarkKind.PHONE),
        ("证号321284198503010012", MarkKind.ID_NUMBER),
        ("证号32128419850301001X", MarkKind.ID_NUMBER),
        ("邮箱someone@example.com", MarkKind.CONTACT),
        ("微信号abc_12345", MarkKind.CONTACT),
        ("由东河镇卫生院出具", MarkKind.UNIT),
        ("与云海建设公司有关", MarkKind.UNIT),
        ("根据匿名来信", MarkKind.PHRASE),
        ("收到第3次来信", MarkKind.PHRASE),
        ("有录音和照片", MarkKind.PHRASE),
        ("知情人称", MarkKind.PHRASE),
        ("匿 名", MarkKind.PHRASE),
        ("举-报信", MarkKind.PHRASE),
    ],
)
def test_numbers_units_and_phrases_are_marked(text: str, kind: MarkKind) -> None:
    assert kind in {mark.kind for mark in check_text(text, WhiteList())}


@pytest.mark.parametrize(
    "text",
    [
        "经查，乡镇工作补贴自2024年7月起停发，依据有关规定，应当予以补发。",
        "请按照干部管理权限及时办理，并于2026年12月11日前书面反馈。",
        "根据《信访工作条例》第二十三条，应当自收到之日起15日内告知。",
        "有关责任单位已经完成整改，补发金额12345678元，涉及人员46名。",
        "本人自2019年3月起任职，任现职时间为2021年6月，考核等次为称职。",
        "同意按照程序提交会议研究，由分管负责同志牵头协调解决。",
        "姜诉受〔2026〕0046号件已于2026年10月13日受理，办理期限为60日。",
        "你单位应当严格控制知悉范围，做好解释说明工作，消除不良影响。",
        "2024.06—2026.02期间的问题不属实，现予以澄清。",
        "关于职级晋升，应当具备规定的任职年限，全体人员一视同仁。",
        "感谢您对工作的理解，本人不清楚什么原因，下一步将按季提供线索。",
        "公积金缴存基数与实际工资不符，补充岗位人手后恢复正常值班。",
        "高温期间加班较多，累计年限符合规定，逐段说明并打印清单。",
        "组织应当培养遵纪守法、廉洁奉公的干部，坚持对党忠诚。",
        "不清楚怎么办理的，可以向组织提出，数额不小于规定标准。",
    ],
)
def test_office_prose_is_left_alone(text: str) -> None:
    assert check_text(text, WhiteList()) == ()


def test_marks_point_into_the_text_as_typed() -> None:
    text = "请与Ｗ　和李\u200b四光联系"
    for mark in check_text(text, WhiteList()):
        assert text[mark.start : mark.end] == mark.text


def test_fields_without_marks_are_left_out() -> None:
    found = check_texts({"a": "同意。", "b": "请找孙鹏浩。"}, WhiteList())
    assert set(found) == {"b"}
