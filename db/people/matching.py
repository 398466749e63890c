"""Compares and finds names: one spelling, namesakes, pinyin, initials, same sound.

A surname has its own reading (单 is Shan, not Dan); the other characters may have several, and
what is typed may be any of them, whole or shortened.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

SURNAME_READINGS = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "区": "ou", "盖": "ge", "查": "zha",
    "任": "ren", "朴": "piao", "华": "hua", "乐": "yue", "缪": "miao", "冼": "xian", "盛": "sheng",
    "覃": "qin", "种": "chong", "黑": "he", "秘": "bi", "折": "she", "员": "yun", "燕": "yan",
    "应": "ying", "宁": "ning", "繁": "po", "召": "shao", "翟": "zhai", "阚": "kan", "谌": "chen",
    "隗": "wei", "过": "guo", "那": "na", "纪": "ji", "牟": "mu", "车": "che", "石": "shi",
    "晁": "chao", "尉": "wei", "都": "du", "瞿": "qu", "句": "gou", "祭": "zhai", "薄": "bo",
    "费": "fei", "哈": "ha", "贾": "jia", "万": "wan", "洗": "xian", "葛": "ge", "柏": "bai",
    "艾": "ai", "卜": "bu", "褚": "chu", "訾": "zi", "长": "zhang", "沈": "shen", "臧": "zang",
    "藏": "zang", "逄": "pang", "郇": "huan", "郗": "xi", "幺": "yao", "占": "zhan", "重": "chong",
    "行": "xing", "参": "can", "兴": "xing", "令": "ling", "相": "xiang", "於": "yu", "适": "shi",
    "强": "qiang", "戚": "qi", "佴": "nai", "干": "gan", "曲": "qu", "冯": "feng", "殷": "yin",
}  # fmt: skip
"""Readings that a character has as a surname."""

COMPOUND_SURNAMES = {
    "尉迟": ("yu", "chi"), "万俟": ("mo", "qi"), "长孙": ("zhang", "sun"),
    "澹台": ("tan", "tai"), "令狐": ("ling", "hu"), "单于": ("chan", "yu"),
    "乐正": ("yue", "zheng"), "欧阳": ("ou", "yang"), "司马": ("si", "ma"),
    "上官": ("shang", "guan"), "诸葛": ("zhu", "ge"), "司徒": ("si", "tu"),
    "夏侯": ("xia", "hou"), "皇甫": ("huang", "fu"), "公孙": ("gong", "sun"),
    "慕容": ("mu", "rong"), "宇文": ("yu", "wen"), "东方": ("dong", "fang"),
    "南宫": ("nan", "gong"), "独孤": ("du", "gu"), "西门": ("xi", "men"),
    "轩辕": ("xuan", "yuan"), "呼延": ("hu", "yan"), "端木": ("duan", "mu"),
    "百里": ("bai", "li"), "公羊": ("gong", "yang"), "赫连": ("he", "lian"),
    "闻人": ("wen", "ren"), "宗政": ("zong", "zheng"), "濮阳": ("pu", "yang"),
    "淳于": ("chun", "yu"), "太史": ("tai", "shi"), "申屠": ("shen", "tu"),
    "钟离": ("zhong", "li"), "鲜于": ("xian", "yu"), "闾丘": ("lv", "qiu"),
}  # fmt: skip
"""Surnames of two characters and their readings."""

_MOST_KEYS = 32
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_DOT = re.compile(f"(?<=[{_HAN}])\\s*[.·•・‧∙⋅･․●﹒]\\s*(?=[{_HAN}])")
_SPACE_IN_HAN = re.compile(f"(?<=[{_HAN}])\\s+(?=[{_HAN}])")
_NO_KEY = re.compile(r"[\W_]+")


def normalise_name(text: str) -> str:
    """Return a name in one spelling: 王　伟 is 王伟, every middle dot is ·, no invisible signs."""
    name = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).strip()
    name = _SPACE_IN_HAN.sub("", _DOT.sub("·", name))
    return " ".join(name.split())


def namesake_key(text: str) -> str:
    """Return what namesakes share: the name without dots, spaces, punctuation and case."""
    return _NO_KEY.sub("", normalise_name(text)).casefold()


def pinyin_full(text: str) -> str:
    """Return the usual reading in one word, lower case, ü as v: 单雄信 is shanxiongxin."""
    return "".join(options[0] for options in _readings(namesake_key(text)))


def pinyin_initials(text: str) -> str:
    """Return the first letters of the usual reading: 欧阳修 is oyx."""
    return "".join(options[0][0] for options in _readings(namesake_key(text)))


def pinyin_keys(text: str) -> tuple[str, ...]:
    """Return full readings and initials under which a name may be looked up, usual ones first.

    At most 32 readings are combined; `matches_typed` knows them all.
    """
    readings = _readings(namesake_key(text))
    if not readings:
        return ()
    combined = list(islice(product(*readings), _MOST_KEYS))
    full = ["".join(parts) for parts in combined]
    initials = ["".join(part[0] for part in parts) for parts in combined]
    return tuple(dict.fromkeys((full[0], initials[0], *full, *initials)))


def matches_typed(text: str, typed: str) -> bool:
    """Tell whether what is typed may mean this name.

    Characters of the name, full pinyin, initials and mixtures, from the start of any character:
    王小明 is found by 王, 小明, wangxm, wxm, wang x, xiaom, 王xm.
    """
    wanted = _NO_KEY.sub("", unicodedata.normalize("NFKC", typed)).casefold().replace("ü", "v")
    if not wanted:
        return False
    name = namesake_key(text)
    readings = _readings(name)
    return any(_fits(name, readings, start, wanted) for start in range(len(name)))


def sounds_same(a: str, b: str) -> bool:
    """Tell whether two different names may be read the same: 王伟 and 汪维, 单明 and 山明."""
    first, second = namesake_key(a), namesake_key(b)
    if first == second or len(first) != len(second) or not first:
        return False
    surname = _surname_length(first), _surname_length(second)
    pairs = zip(_readings(first), _readings(second), strict=True)
    return all(
        bool(set(_spoken(x, n < surname[0])) & set(_spoken(y, n < surname[1])))
        for n, (x, y) in enumerate(pairs)
    )


def _spoken(options: tuple[str, ...], is_surname: bool) -> tuple[str, ...]:
    return options[:1] if is_surname else options


def _fits(name: str, readings: tuple[tuple[str, ...], ...], at: int, wanted: str) -> bool:
    if not wanted:
        return True
    if at >= len(name):
        return False
    if wanted[0] == name[at] and _fits(name, readings, at + 1, wanted[1:]):
        return True
    for option in readings[at]:
        for length in range(min(len(option), len(wanted)), 0, -1):
            if option.startswith(wanted[:length]) and _fits(
                name, readings, at + 1, wanted[length:]
            ):
                return True
    return False


def _surname_length(name: str) -> int:
    return 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1


@lru_cache(maxsize=50_000)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the possible readings of each character of a namesake key, the usual one first."""
    readings = [_char_readings(char) for char in name]
    compound = COMPOUND_SURNAMES.get(name[:2]) if len(name) > 2 else None
    if compound:
        readings[:2] = [_first(one, own) for one, own in zip(compound, readings, strict=False)]
    elif name and name[0] in SURNAME_READINGS:
        readings[0] = _first(SURNAME_READINGS[name[0]], readings[0])
    return tuple(readings)


def _first(reading: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((reading, *others)))


@lru_cache(maxsize=50_000)
def _char_readings(char: str) -> tuple[str, ...]:
    # The dictionary costs a tenth of a second and several megabytes: only where a name is read.
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors=lambda text: text)
    options = tuple(reading.replace("ü", "v") for reading in found[0] if reading)
    spellings = tuple(o.replace("v", "u") for o in options if o in {"lv", "nv", "lve", "nve"})
    return tuple(dict.fromkeys((*options, *spellings))) or (char,)
