"""The Chinese window is complete: every source string is found, and has its Chinese.

The collectors of ``resources/i18n/compile.py`` are themselves tested against a file with
every known trap: a check that never fails would look just the same.
"""

from pathlib import Path

import pytest

from resources.i18n import compile as translations
from resources.i18n.compile import Message

pytestmark = pytest.mark.xdist_group("translations")
"""One worker makes what the module's tests share."""

# OFFICE 4.9. 反映人 stands in one sentence of the law only, so it is not searched for.
# fmt: off
NEVER_SAID = (
    "案件", "结案", "立案", "涉案", "嫌疑", "被告", "原告",
    "举报人", "黑名单", "失信名单", "上访", "闹访", "缠访", "刁难",
    "客户", "工单", "投诉", "审讯", "讯问", "问话", "认罪",
    "悔过", "疑似诬告", "恶意", "驳回", "销案", "处置率", "经理",
    "后台", "提交成功",
)
# fmt: on

LOST = {
    "f\"{self.tr('x')}\"": "f-string",
    'self.tr(f"{x}")': "not a literal",
    "self.tr(x)": "not a literal",
    'x.tr("x")': "only self.tr",
    'super().tr("x")': "only self.tr",
    "t = self.tr": "another name",
    "t = QCoreApplication.translate": "another name",
    'self.tr("x", "comment")': "one literal",
    'QCoreApplication.translate(x, "x")': "literal context",
    'QCoreApplication.translate("Lone", x)': "without a QT_TRANSLATE_NOOP",
    'QT_TR_NOOP("x")': "names no context",
}
KEPT = """
LABELS = {"a": QT_TRANSLATE_NOOP("Labels", "From a table")}


def label(code: str) -> str:
    return QCoreApplication.translate("Labels", LABELS[code])


def free() -> str:
    return QCoreApplication.translate("Free", "By name")


class Page(QWidget):
    def title(self) -> str:
        def nested() -> str:
            return self.tr("Nested")

        return self.tr("{n} of {m}").format(n=self.tr("One"), m="x".translate({})) + self.tr(
            "Over "
            "lines"
        )

    class Inner(QObject):
        def text(self) -> str:
            return self.tr("Inner 'quoted' \\"text\\"")

    def after(self) -> str:
        return self.tr("After")
"""


@pytest.fixture(scope="module")
def found() -> translations.Findings:
    return translations.examine()


def folder_with(tmp_path: Path, code: str) -> Path:
    folder = tmp_path / "desktop"
    folder.mkdir()
    (folder / "page.py").write_text(code, encoding="utf-8")
    return folder


def test_every_source_string_is_collected(found: translations.Findings) -> None:
    assert not found.faults


def test_every_source_string_has_chinese(found: translations.Findings) -> None:
    assert not found.missing


def test_no_word_that_the_office_never_says() -> None:
    chinese, _ = translations.read_tables()
    said = [
        f"[{message.context}] {text}: {word}"
        for message, text in chinese.items()
        for word in NEVER_SAID
        if word in text
    ]
    assert not said


@pytest.mark.parametrize(("code", "reason"), LOST.items(), ids=LOST)
def test_a_string_that_would_be_lost_is_told(tmp_path: Path, code: str, reason: str) -> None:
    body = f"class Page(QWidget):\n    def text(self, x):\n        {code}\n"
    collected = translations.collect_from_tree(folder_with(tmp_path, body))
    assert [fault for fault in collected.faults if reason in fault]
    assert not collected.places


def test_both_collectors_agree_on_what_is_allowed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, KEPT)
    collected = translations.collect_from_tree(folder)
    assert not collected.faults
    assert set(collected.places) == {
        Message("Labels", "From a table"),
        Message("Free", "By name"),
        Message("Page", "Nested"),
        Message("Page", "{n} of {m}"),
        Message("Page", "One"),
        Message("Page", "Over lines"),
        Message("Page", "After"),
        Message("Inner", "Inner 'quoted' \"text\""),
    }
    assert translations.collect_with_lupdate(folder) in (None, set(collected.places))


def test_faults_of_a_table_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[Page]\n"{n} rows" = "{m} 行"\n"Empty" = ""\n"Same" = "甲"\n', encoding="utf-8"
    )
    (tmp_path / "b.toml").write_text('[Page]\n"Same" = "乙"\n', encoding="utf-8")
    (tmp_path / "c.toml").write_text("[Page\n", encoding="utf-8")
    chinese, faults = translations.read_tables(tmp_path)
    assert chinese[Message("Page", "Same")] == "甲"
    told = "\n".join(faults)
    for part in ("no field {m}", "loses the field {n}", "'Empty' has no Chinese", "otherwise"):
        assert part in told
    assert "c.toml" in told


def test_the_compiled_file_speaks_chinese(tmp_path: Path) -> None:
    from PySide6.QtCore import QTranslator

    message = Message("Page", "Rare & <name>")
    text = translations.ts_text([message, Message("Page", "None")], {message: "䶮𬭎 & <名>"})
    qm_file = tmp_path / "zh_CN.qm"
    translations.release(text, qm_file)
    translator = QTranslator()
    assert translator.load(str(qm_file))
    assert translator.translate("Page", "Rare & <name>") == "䶮𬭎 & <名>"
    assert not translator.translate("Page", "None")
