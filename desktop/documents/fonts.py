"""The typefaces of office papers and what stands in for a missing one.

小标宋, 仿宋_GB2312 and 楷体_GB2312 are licensed and often missing (DOMAIN §9.1). A paper is then
drawn with the next best face, and the substitution is reported, never made silently.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase


class Face(Enum):
    """A typeface by its office name."""

    TITLE = "小标宋"
    FANGSONG = "仿宋"
    HEI = "黑体"
    KAI = "楷体"
    SONG = "宋体"


@dataclass(frozen=True, slots=True)
class Substitution:
    """A face that is missing on this machine and the family drawn in its place."""

    wanted: str
    used: str


# True families first, then those that may stand in, best first.
_TRUE: dict[Face, tuple[str, ...]] = {
    Face.TITLE: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    Face.FANGSONG: (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "方正仿宋_GBK",
        "FZFangSong-Z02",
        "FangSong",
        "仿宋",
        "STFangsong",
        "华文仿宋",
    ),
    Face.HEI: ("SimHei", "黑体", "方正黑体_GBK", "FZHei-B01", "STHeiti", "华文黑体"),
    Face.KAI: ("楷体_GB2312", "KaiTi_GB2312", "方正楷体_GBK", "KaiTi", "楷体", "STKaiti"),
    Face.SONG: ("SimSun", "宋体", "方正书宋_GBK", "STSong", "华文宋体", "NSimSun"),
}
_SERIF = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "思源宋体",
    "Noto Serif SC",
    "SimSun",
    "Songti SC",
    "AR PL UMing CN",
)
_SANS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
_STAND_IN: dict[Face, tuple[str, ...]] = {
    Face.TITLE: _SERIF + _SANS,
    Face.FANGSONG: _SERIF + _SANS,
    Face.HEI: _SANS + _SERIF,
    Face.KAI: _SERIF + _SANS,
    Face.SONG: _SERIF + _SANS,
}


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """Return the families of this machine, asked once: the list is slow to build."""
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=len(Face))
def family_of(face: Face) -> tuple[str, bool]:
    """Return the family that draws a face and whether it is the true one."""
    have = _families()
    for family in _TRUE[face]:
        if family in have:
            return family, True
    for family in _STAND_IN[face]:
        if family in have:
            return family, False
    return QFont().defaultFamily(), False


def substitution_of(face: Face) -> Substitution | None:
    """Return what stands in for a face, or None when the machine has it."""
    family, is_true = family_of(face)
    return None if is_true else Substitution(face.value, family)


def font_of(face: Face, pixels: int, *, bold: bool = False) -> QFont:
    """Return a font of a face, unhinted so that every device lays out alike.

    小标宋 is a bold cut of its own; what stands in for it is drawn bold.
    """
    family, is_true = family_of(face)
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold or (face is Face.TITLE and not is_true))
    return font
