"""The one table of colours, fonts and sizes, and what Qt needs of it.

No other module holds a colour or a font name. A `Theme` is made once and passed to every widget
that paints; switching light, dark, contrast or the text size goes through `Theme.choose` and
`apply`, which rebuild palette and style sheet once.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template
from typing import Final, Literal

import qtawesome
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication

Role = Literal[
    "window",
    "rail",
    "base",
    "raised",
    "hover",
    "rail_hover",
    "select",
    "line",
    "grid",
    "border",
    "text",
    "text2",
    "text3",
    "disabled",
    "on_select",
    "accent",
    "accent_hover",
    "accent_down",
    "on_accent",
    "focus",
    "mark",
    "on_bad",
    "on_mark",
]
"""Names of the plain colours."""

Stage = Literal["neutral", "info", "wait", "today", "bad", "good", "guard"]
"""What a row's state means; the only colour word a model may carry."""


class Look(StrEnum):
    """The three looks a person may choose."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class StageColors:
    """Ground, text and solid colour of one stage in one look."""

    ground: QColor
    text: QColor
    solid: QColor


TEXT_PERCENTS: Final = (100, 115, 130, 150)
"""The text sizes a person may choose, in per cent."""

_LOOKS: Final = (Look.LIGHT, Look.DARK, Look.CONTRAST)

ROLE_TABLE: Final[Mapping[Role, tuple[str, str, str]]] = {
    "window": ("#F5F4F1", "#1A1C1F", "#000000"),
    "rail": ("#EBE9E4", "#141619", "#000000"),
    "base": ("#FFFFFF", "#212327", "#000000"),
    "raised": ("#F8F7F4", "#282A2F", "#000000"),
    "hover": ("#F1EFEB", "#2D3035", "#1F1F1F"),
    "rail_hover": ("#E1DED8", "#212428", "#1F1F1F"),
    "select": ("#D8E5F0", "#23445F", "#FFE14D"),
    "line": ("#DDDAD3", "#35383E", "#FFFFFF"),
    "grid": ("#ECEAE5", "#2B2E33", "#6E6E6E"),
    "border": ("#8F8B83", "#7C818A", "#FFFFFF"),
    "text": ("#1E2227", "#E7E6E2", "#FFFFFF"),
    "text2": ("#50545A", "#B9BBBE", "#FFFFFF"),
    "text3": ("#63676D", "#A0A3A8", "#E6E6E6"),
    "disabled": ("#8C8F93", "#74787E", "#A6A6A6"),
    "on_select": ("#12344B", "#F0F6FA", "#000000"),
    "accent": ("#1A5280", "#83B6E0", "#FFE14D"),
    "accent_hover": ("#154369", "#9DC7EA", "#FFFFFF"),
    "accent_down": ("#103552", "#B6D6F0", "#FFFFFF"),
    "on_accent": ("#FFFFFF", "#0C2030", "#000000"),
    "focus": ("#1A5280", "#9DC7EA", "#FFE14D"),
    "mark": ("#FCE8A6", "#5A4A12", "#FFE14D"),
    "on_bad": ("#FFFFFF", "#1B0605", "#000000"),
    "on_mark": ("#3A2C00", "#FCEBB4", "#000000"),
}
"""Every plain colour as (light, dark, contrast)."""

STAGE_TABLE: Final[Mapping[Stage, tuple[str, str, str]]] = {
    "neutral": ("#E9E7E2 #44484E #74787E", "#33363B #CFD1D3 #9A9EA4", "#000000 #FFFFFF #FFFFFF"),
    "info": ("#DAE7F2 #154769 #1F6DA6", "#1F3B50 #B9DAF2 #5AA6DC", "#000000 #FFFFFF #6FC8FF"),
    "wait": ("#F8E9C4 #5F4300 #C98304", "#433712 #F6DE92 #F7DE82", "#000000 #FFFFFF #FFE680"),
    "today": ("#FADECA #7A3206 #AD4F0C", "#4C2B13 #FAC49D #F2913F", "#000000 #FFFFFF #FFA25C"),
    "bad": ("#F4D8D5 #841313 #8A1414", "#501F1D #FCC0BA #E4514B", "#000000 #FFFFFF #FF8077"),
    "good": ("#D5EBE3 #0E4F3E #1B8F72", "#183C33 #ACE0CF #74CFB6", "#000000 #FFFFFF #7CF0B8"),
    "guard": ("#E6DFEF #4A2E6E #5A3A80", "#392C4A #DCCBF0 #D6BEEF", "#000000 #FFFFFF #EBD6FF"),
}
"""Ground, text and solid of every stage as (light, dark, contrast)."""

CHART_TABLE: Final[tuple[tuple[str, str, str], ...]] = (
    ("#1A5280", "#83B6E0", "#6FC8FF"),
    ("#C67410", "#EFCF96", "#FFE680"),
    ("#2AA57C", "#458F76", "#3FBF8F"),
    ("#A886AE", "#A863AA", "#B264FF"),
    ("#6A6C6E", "#D7D8D8", "#FFFFFF"),
    ("#963315", "#ED5F2B", "#FF8A5C"),
)
"""The chart series c1 to c6 in order of use as (light, dark, contrast)."""

_FAMILIES: Final = (
    "Microsoft YaHei UI",
    "HarmonyOS Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
)
_RARE_FAMILIES: Final = ("SimSun-ExtB", "Plangothic P1", "HanaMinB")
_MONO_FAMILIES: Final = ("Consolas", "Noto Sans Mono CJK SC", "DejaVu Sans Mono")
_RARE_CHARACTERS: Final = ("䶮", "𠮷")
"""One character of CJK Extension A and one of Extension B; both stand in real names."""


class Theme(QObject):
    """Colours, fonts, icons and sizes of one look at one text size.

    Widgets that paint keep the theme given to their constructor and read it in every paint; what
    they cannot read again while painting (cached layouts, native icons) they renew on `changed`.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look = Look.LIGHT,
        text_percent: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = Look(look)
        self._text_percent = _checked_percent(text_percent)
        self._images = QTemporaryDir()
        self._colors: dict[str, QColor] = {}
        self._stages: dict[str, StageColors] = {}
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool, bool], QFontMetrics] = {}
        self._icon_fonts: dict[int, QFont] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    @property
    def look(self) -> Look:
        """The look now chosen."""
        return self._look

    @property
    def text_percent(self) -> int:
        """The text size now chosen, in per cent."""
        return self._text_percent

    @property
    def is_contrast(self) -> bool:
        """Whether pills and selected rows follow the rules of the high-contrast look."""
        return self._look is Look.CONTRAST

    def choose(self, look: Look | None = None, text_percent: int | None = None) -> None:
        """Takes another look or text size; `apply` puts it on the screen."""
        self._look = self._look if look is None else Look(look)
        if text_percent is not None:
            self._text_percent = _checked_percent(text_percent)
        for kept in (self._colors, self._stages, self._fonts, self._metrics, self._icons):
            kept.clear()

    # -- colours ---------------------------------------------------------------------------

    def color(self, role: Role) -> QColor:
        """The colour of a plain role."""
        found = self._colors.get(role)
        if found is None:
            found = QColor(ROLE_TABLE[role][_LOOKS.index(self._look)])
            self._colors[role] = found
        return found

    def stage(self, stage: Stage) -> StageColors:
        """The three colours of a stage."""
        found = self._stages.get(stage)
        if found is None:
            ground, text, solid = STAGE_TABLE[stage][_LOOKS.index(self._look)].split()
            found = StageColors(QColor(ground), QColor(text), QColor(solid))
            self._stages[stage] = found
        return found

    def chart(self, series: int) -> QColor:
        """The colour of chart series 1 to 6."""
        return QColor(CHART_TABLE[series - 1][_LOOKS.index(self._look)])

    # -- sizes -----------------------------------------------------------------------------

    def px(self, size: float) -> int:
        """A length that grows with the text size, in logical pixels."""
        return round(size * self._text_percent / 100)

    @property
    def row_height(self) -> int:
        """Height of a table row."""
        return max(28, self.metrics(13).height() + 9)

    @property
    def header_height(self) -> int:
        """Height of a table header."""
        return max(30, self.metrics(12).height() + 12)

    @property
    def button_height(self) -> int:
        """Outer height of a button or search box."""
        return max(30, self.metrics(13).height() + 11)

    @property
    def small_button_height(self) -> int:
        """Outer height of a small button."""
        return max(24, self.metrics(12).height() + 6)

    @property
    def field_height(self) -> int:
        """Outer height of a form field."""
        return max(32, self.metrics(13).height() + 13)

    @property
    def chip_height(self) -> int:
        """Outer height of a filter chip."""
        return max(26, self.metrics(13).height() + 7)

    @property
    def pill_height(self) -> int:
        """Height of a status pill."""
        return max(19, self.metrics(12).height() + 1)

    # -- fonts -----------------------------------------------------------------------------

    def font(self, size: int = 13, *, bold: bool = False, mono: bool = False) -> QFont:
        """The program's font at a size of the scale (11 to 26, before the text size).

        Digits are tabular, so that numbers in a column stand under each other.
        """
        key = (size, bold, mono)
        found = self._fonts.get(key)
        if found is None:
            found = QFont()
            found.setFamilies(font_families(mono=mono))
            found.setPixelSize(self.px(size))
            found.setBold(bold)
            found.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = found
        return found

    def metrics(self, size: int = 13, *, bold: bool = False, mono: bool = False) -> QFontMetrics:
        """Metrics of `font` with the same arguments."""
        key = (size, bold, mono)
        found = self._metrics.get(key)
        if found is None:
            found = QFontMetrics(self.font(size, bold=bold, mono=mono))
            self._metrics[key] = found
        return found

    # -- icons -----------------------------------------------------------------------------

    def draw_icon(self, painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
        """Draws a Phosphor icon (`name` without prefix) as large as the rectangle's height."""
        size = round(rect.height())
        font = self._icon_fonts.get(size)
        if font is None:
            font = qtawesome.font("ph", size)
            font.setPixelSize(size)
            self._icon_fonts[size] = font
        painter.save()
        painter.setFont(font)
        painter.setPen(color)
        # The glyph's line box is a little taller than its em square: leave it room to centre in.
        room = rect.adjusted(-size, -size, size, size)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, icon_glyph(name))
        painter.restore()

    def pixmap(self, name: str, role: Role = "text2", size: int = 16, ratio: float = 1) -> QPixmap:
        """A picture of an icon, for the places where Qt wants one."""
        return self._picture(name, self.color(role), self.px(size), ratio)

    def icon(self, name: str, role: Role = "text2", size: int = 16) -> QIcon:
        """An icon in a role's colour, with a disabled version, kept until the look changes."""
        key = (name, role, size)
        found = self._icons.get(key)
        if found is None:
            found = QIcon()
            for ratio in (1.0, 2.0):
                found.addPixmap(self.pixmap(name, role, size, ratio))
                found.addPixmap(self.pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
            self._icons[key] = found
        return found

    def _picture(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        # An unknown name must fail before a painter is open: Qt does not survive the reverse.
        icon_glyph(name)
        picture = QPixmap(QSize(size, size) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.draw_icon(painter, QRectF(0, 0, size, size), name, color)
        painter.end()
        return picture

    # -- what Qt takes ---------------------------------------------------------------------

    def palette(self) -> QPalette:
        """The palette for everything plain."""
        palette = QPalette()
        sets: tuple[tuple[QPalette.ColorRole, Role], ...] = (
            (QPalette.ColorRole.Window, "window"),
            (QPalette.ColorRole.WindowText, "text"),
            (QPalette.ColorRole.Base, "base"),
            (QPalette.ColorRole.AlternateBase, "raised"),
            (QPalette.ColorRole.ToolTipBase, "raised"),
            (QPalette.ColorRole.ToolTipText, "text"),
            (QPalette.ColorRole.Text, "text"),
            (QPalette.ColorRole.PlaceholderText, "text3"),
            (QPalette.ColorRole.Button, "base"),
            (QPalette.ColorRole.ButtonText, "text"),
            (QPalette.ColorRole.BrightText, "on_bad"),
            (QPalette.ColorRole.Highlight, "select"),
            (QPalette.ColorRole.HighlightedText, "on_select"),
            (QPalette.ColorRole.Accent, "accent"),
            (QPalette.ColorRole.Link, "accent"),
            (QPalette.ColorRole.LinkVisited, "accent"),
            (QPalette.ColorRole.Light, "base"),
            (QPalette.ColorRole.Midlight, "hover"),
            (QPalette.ColorRole.Mid, "line"),
            (QPalette.ColorRole.Dark, "border"),
            (QPalette.ColorRole.Shadow, "border"),
        )
        for qt_role, role in sets:
            palette.setColor(qt_role, self.color(role))
        for qt_role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.color("disabled"))
        return palette

    def stylesheet(self) -> str:
        """The one application style sheet: geometry, borders, kinds and states."""
        values: dict[str, str] = {role: self.color(role).name() for role in ROLE_TABLE}
        for stage in STAGE_TABLE:
            colors = self.stage(stage)
            values |= {
                f"{stage}_ground": colors.ground.name(),
                f"{stage}_text": colors.text.name(),
                f"{stage}_solid": colors.solid.name(),
            }
        values |= {f"f{size}": f"{self.px(size)}px" for size in (11, 12, 13, 14, 15, 16, 18)}
        values |= {f"p{size}": f"{self.px(size)}px" for size in (10, 12, 16, 20, 24, 28)}
        values |= {
            "field1": f"{self.field_height - 2}px",
            "field2": f"{self.field_height - 4}px",
            "button1": f"{self.button_height - 2}px",
            "button2": f"{self.button_height - 4}px",
            "small1": f"{self.small_button_height - 2}px",
            "small2": f"{self.small_button_height - 4}px",
            "header": f"{self.header_height - 1}px",
        }
        values |= self._control_images()
        bars = "".join(
            Template(_BAR_QSS).substitute(
                stage=stage,
                ground=values[f"{stage}_ground"],
                solid=values[f"{stage}_solid"],
                text=values[f"{stage}_text"],
                width=2 if self.is_contrast else 1,
            )
            for stage in STAGE_TABLE
        )
        return Template(_QSS).substitute(values) + bars

    def _control_images(self) -> dict[str, str]:
        """Draws the marks Qt wants as files (ticks, dots, arrows); returns their paths by name."""
        folder = Path(self._images.path())
        stem = f"{self._look}-{self._text_percent}"
        paths: dict[str, str] = {}
        for kind in _CONTROL_KINDS:
            for ratio, suffix in ((1, ""), (2, "@2x"), (3, "@3x")):
                path = folder / f"{stem}-{kind}{suffix}.png"
                if not path.exists():
                    self._draw_control(kind, ratio).save(str(path), "PNG")
            paths[f"img_{kind}"] = f'url("{(folder / f"{stem}-{kind}.png").as_posix()}")'
        return paths

    def _draw_control(self, kind: str, ratio: int) -> QPixmap:
        side = self.px(12 if kind in {"down", "down_off", "up"} else 16)
        picture = QPixmap(QSize(side, side) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 16, side / 16)
        self._paint_control(painter, kind)
        painter.end()
        return picture

    def _paint_control(self, painter: QPainter, kind: str) -> None:
        if kind.startswith(("down", "up")):
            ink = self.color("disabled" if kind.endswith("off") else "text2")
            painter.setPen(_round_pen(ink, 1.6))
            drop, tip = (5.5, 10.5) if kind.startswith("down") else (10.5, 5.5)
            painter.drawPolyline(QPolygonF([QPointF(3, drop), QPointF(8, tip), QPointF(13, drop)]))
            return
        shape, state = kind.split("_", 1)
        ink, ground, edge = self._control_colors(state)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        box = QRectF(0.5, 0.5, 15, 15)
        if shape == "radio":
            painter.setBrush(ground if state != "on" else self.color("base"))
            painter.drawEllipse(box)
            if state.startswith("on"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(edge)
                painter.drawEllipse(QPointF(8, 8), 4.5, 4.5)
            return
        painter.drawRoundedRect(box, 3, 3)
        if state.startswith(("on", "forced")):
            painter.setPen(_round_pen(ink, 1.8))
            tick = QPolygonF([QPointF(4.2, 8.3), QPointF(6.9, 11), QPointF(11.9, 5.4)])
            painter.drawPolyline(tick)
        elif state == "partial":
            painter.setPen(_round_pen(ink, 1.8))
            painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8))

    def _control_colors(self, state: str) -> tuple[QColor, QColor, QColor]:
        """Ink, ground and edge of a tick box or radio button in a state."""
        if state in {"on", "partial"}:
            return self.color("on_accent"), self.color("accent"), self.color("accent")
        if state == "forced":
            return self.color("text2"), self.stage("neutral").ground, self.color("border")
        if state.endswith("disabled"):
            return self.color("disabled"), self.color("raised"), self.color("disabled")
        return self.color("text"), self.color("base"), self.color("border")


def apply(app: QApplication, theme: Theme) -> None:
    """Puts the theme on the whole program: style, font, palette, style sheet, then `changed`."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font(13))
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.stylesheet())
    theme.changed.emit()


def font_families(*, mono: bool = False) -> list[str]:
    """The families of the list that this machine has, then Qt's own choice.

    Naming absent families makes Qt search its whole alias table, which costs up to a second.
    """
    wanted = (*_MONO_FAMILIES, *_FAMILIES) if mono else _FAMILIES
    present = _present_families()
    generic = "monospace" if mono else "sans-serif"
    return [*(name for name in (*wanted, *_RARE_FAMILIES) if name in present), generic]


def missing_rare_characters() -> list[str]:
    """The sample rare characters (䶮 and one of Extension B) that no font of this machine draws.

    A start-up check warns when the list is not empty, because a name would print as a box.
    """
    systems = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    families = [*font_families(), *systems]
    return [
        character
        for character in _RARE_CHARACTERS
        if not any(_draws(family, character) for family in families)
    ]


def icon_glyph(name: str) -> str:
    """The character that the icon font draws for a Phosphor name; raises on an unknown name."""
    return str(_icon_glyph(name))


def contrast_ratio(first: QColor, second: QColor) -> float:
    """The WCAG 2.x contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _checked_percent(percent: int) -> int:
    if percent not in TEXT_PERCENTS:
        raise ValueError(percent)
    return percent


def _round_pen(color: QColor, width: float) -> QPen:
    return QPen(
        color,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _draws(family: str, character: str) -> bool:
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return QFontMetrics(font).inFontUcs4(ord(unicodedata.normalize("NFC", character)))


@cache
def _present_families() -> frozenset[str]:
    if QGuiApplication.instance() is None:
        raise RuntimeError("fonts are known only after the application object exists")
    return frozenset(QFontDatabase.families())


@cache
def _icon_glyph(name: str) -> str:
    return str(qtawesome.charmap(f"ph.{name}"))


_CONTROL_KINDS: Final = (
    "down",
    "down_off",
    "up",
    "check_off",
    "check_on",
    "check_partial",
    "check_forced",
    "check_off_disabled",
    "check_on_disabled",
    "radio_off",
    "radio_on",
    "radio_off_disabled",
    "radio_on_disabled",
)

_BAR_QSS: Final = """
QFrame[kind="bar"][stage="$stage"] { background: $ground; border: ${width}px solid $solid;
  border-radius: 4px; }
QFrame[kind="bar"][stage="$stage"] QLabel { color: $text; }
QLabel[stage="$stage"] { color: $text; }
"""

_QSS: Final = """
* { outline: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 7px;
  font-size: $f12; }
QMainWindow::separator { width: 1px; height: 1px; background: $line; }

/* frames */
QFrame[kind="panel"] { background: $base; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="card"] { background: $base; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="overlay"] { background: $base; border: 1px solid $border; border-radius: 6px; }
QFrame[kind="duplicates"] { background: $base; border: 1px solid $wait_solid;
  border-radius: 6px; }
QFrame[kind="popup"] { background: $base; border: 1px solid $border; }
QFrame[kind="rail"] { background: $rail; border: 0; }
QFrame[kind="page"], QWidget[kind="page"] { background: $base; }
QFrame[kind="raised"] { background: $raised; border: 0; }
QFrame[kind="foot"] { background: $raised; border: 0; border-top: 1px solid $line; }
QFrame[kind="head"] { background: $base; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="rule"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="vrule"] { background: $line; border: 0; min-width: 1px; max-width: 1px; }
QFrame[kind="hairline"] { background: $grid; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="topbar"] { background: $rail; border: 0; border-bottom: 1px solid $line; }

/* words */
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: $f18; font-weight: bold; }
QLabel[kind="case"] { font-size: $f16; font-weight: bold; }
QLabel[kind="section"] { font-size: $f14; font-weight: bold; }
QLabel[kind="strong"] { font-weight: bold; }
QLabel[kind="secondary"] { color: $text2; }
QLabel[kind="label"] { color: $text2; font-size: $f12; }
QLabel[kind="hint"] { color: $text3; font-size: $f12; }
QLabel[kind="required"] { color: $bad_text; font-size: $f12; }
QLabel[kind="error"] { color: $bad_text; font-size: $f12; }
QLabel[kind="guard"] { color: $guard_text; font-size: $f12; }
QLabel[kind="mono"] { font-size: $f12; }

/* fields */
QAbstractScrollArea { border: 0; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { background: $base; color: $text;
  placeholder-text-color: $text3;
  border: 1px solid $border; border-radius: 4px; padding: 0 9px; min-height: $field1;
  selection-background-color: $select; selection-color: $on_select; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:on {
  border: 2px solid $focus; padding: 0 8px; min-height: $field2; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"] {
  border: 2px solid $bad_solid; padding: 0 8px; min-height: $field2; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
  background: $raised; border-color: $line; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: $disabled; }
QLineEdit[small="true"], QComboBox[small="true"] { min-height: $button1; }
QLineEdit[small="true"]:focus, QComboBox[small="true"]:focus { min-height: $button2; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:read-only {
  background: transparent; border: 0; padding: 0; min-height: 0;
  placeholder-text-color: $text3; }
QPlainTextEdit, QTextEdit { background: $base; color: $text; border: 1px solid $border;
  placeholder-text-color: $text3;
  border-radius: 4px; padding: 4px 5px; selection-background-color: $select;
  selection-color: $on_select; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 4px; }
QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"] { border: 2px solid $bad_solid;
  padding: 3px 4px; }
QPlainTextEdit:read-only, QPlainTextEdit:disabled { background: $raised; border-color: $line; }
QComboBox::drop-down { border: 0; width: $p28; }
QComboBox::down-arrow { image: $img_down; width: $p12; height: $p12; }
QComboBox::down-arrow:disabled { image: $img_down_off; }
QComboBox QAbstractItemView, QListView[kind="completer"] { background: $base;
  border: 1px solid $border; padding: 0; selection-background-color: $select;
  selection-color: $on_select; }
QComboBox QAbstractItemView::item, QListView[kind="completer"]::item { min-height: $p24;
  padding: 0 8px; color: $text; border: 0; }
QComboBox QAbstractItemView::item:hover, QListView[kind="completer"]::item:hover {
  background: $hover; color: $text; }
QComboBox QAbstractItemView::item:selected, QListView[kind="completer"]::item:selected {
  background: $select; color: $on_select; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: $p20; background: transparent; }
QSpinBox::up-arrow { image: $img_up; width: $p10; height: $p10; }
QSpinBox::down-arrow { image: $img_down; width: $p10; height: $p10; }

/* buttons */
QPushButton { background: $base; color: $text; border: 1px solid $border; border-radius: 4px;
  padding: 0 11px; min-height: $button1; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; color: $on_select; }
QPushButton:focus { border: 2px solid $focus; padding: 0 10px; min-height: $button2; }
QPushButton:disabled { background: $raised; color: $disabled; border-color: $line; }
QPushButton[small="true"] { min-height: $small1; padding: 0 7px; font-size: $f12; }
QPushButton[small="true"]:focus { min-height: $small2; padding: 0 6px; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_down; border-color: $accent_down; }
QPushButton[kind="primary"]:focus { border: 1px solid $accent; padding: 0 11px;
  min-height: $button1; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $disabled;
  border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; border-color: $hover; }
QPushButton[kind="quiet"]:pressed { background: $select; border-color: $select; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; background: $base; }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="danger"] { color: $bad_text; border-color: $bad_solid; }
QPushButton[kind="danger"]:pressed { color: $on_select; }
QPushButton[kind="danger"]:focus { border: 2px solid $focus; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
  color: $accent; padding: 0 3px; min-height: $p20; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:pressed { background: transparent; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: 0 2px; }
QPushButton[kind="link"]:disabled { color: $disabled; }
QPushButton[seg="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[seg="mid"] { border-left: 0; border-radius: 0; }
QPushButton[seg="last"] { border-left: 0; border-top-left-radius: 0;
  border-bottom-left-radius: 0; }
QPushButton[seg]:checked { background: $select; color: $on_select; font-weight: bold; }
QPushButton[seg="first"]:focus, QPushButton[seg="mid"]:focus, QPushButton[seg="last"]:focus,
QPushButton[seg="only"]:focus { border: 2px solid $focus; }
QPushButton[seg="first"][invalid="true"] { border-color: $bad_solid; }
QPushButton[seg="mid"][invalid="true"], QPushButton[seg="last"][invalid="true"] {
  border-top-color: $bad_solid; border-bottom-color: $bad_solid;
  border-right-color: $bad_solid; }
QCheckBox, QRadioButton { background: transparent; spacing: 7px; min-height: $p20;
  padding: 2px 4px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: $p16; height: $p16; }
QCheckBox::indicator:unchecked { image: $img_check_off; }
QCheckBox::indicator:checked { image: $img_check_on; }
QCheckBox::indicator:indeterminate { image: $img_check_partial; }
QCheckBox[forced="true"]::indicator:checked { image: $img_check_forced; }
QCheckBox::indicator:unchecked:disabled { image: $img_check_off_disabled; }
QCheckBox::indicator:checked:disabled { image: $img_check_on_disabled; }
QRadioButton::indicator:unchecked { image: $img_radio_off; }
QRadioButton::indicator:checked { image: $img_radio_on; }
QRadioButton::indicator:unchecked:disabled { image: $img_radio_off_disabled; }
QRadioButton::indicator:checked:disabled { image: $img_radio_on_disabled; }

/* lists */
QTableView, QListView, QTreeView { background: $base; border: 0; gridline-color: $grid;
  selection-background-color: $select; selection-color: $on_select; }
QListView[kind="rail"] { background: $rail; }
QListView[kind="names"]::item { padding: 0 14px; color: $text; border: 0; }
QListView[kind="names"]::item:hover { background: $hover; }
QListView[kind="names"]::item:selected { background: $select; color: $on_select; }
QHeaderView { background: $raised; border: 0; }
QHeaderView::section { background: $raised; color: $text2; border: 0;
  border-bottom: 1px solid $line; border-right: 1px solid $grid; padding: 0 7px;
  min-height: $header; font-size: $f12; }
QTableCornerButton::section { background: $raised; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] { background: transparent; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $text2; border: 0;
  border-bottom: 2px solid transparent; padding: 0 11px; min-height: $button1; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: bold; }
QTabBar::tab:hover { color: $text; }
QTabBar QToolButton { background: $base; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }

/* bars */
QMenuBar { background: $rail; color: $text2; border: 0; padding: 0; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 5px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $rail_hover; color: $text; }
QMenu { background: $base; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 4px 22px 4px 9px; min-height: $p20; border: 0; }
QMenu::item:selected { background: $select; color: $on_select; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::icon { padding-left: 9px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::indicator { width: $p16; height: $p16; left: 5px; }
QMenu::indicator:non-exclusive:unchecked { image: $img_check_off; }
QMenu::indicator:non-exclusive:checked { image: $img_check_on; }
QMenu::indicator:exclusive:unchecked { image: $img_radio_off; }
QMenu::indicator:exclusive:checked { image: $img_radio_on; }
QStatusBar { background: $rail; color: $text2; border-top: 1px solid $line; font-size: $f12; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { font-size: $f12; color: $text2; }
QProgressBar { background: $base; border: 1px solid $border; border-radius: 3px;
  min-height: 6px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QDialog { background: $base; }
"""
