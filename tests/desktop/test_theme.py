import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop import theme as theme_module
from desktop.theme import (
    CHART_TABLE,
    ROLE_TABLE,
    STAGE_TABLE,
    TEXT_PERCENTS,
    Look,
    Theme,
    apply,
    contrast_ratio,
    missing_rare_characters,
)

GROUNDS = ("window", "rail", "base", "raised", "hover")
TEXT_PAIRS = [
    *itertools.product(("text", "text2"), (*GROUNDS, "rail_hover")),
    *itertools.product(("text3",), GROUNDS),
    *itertools.product(("accent",), ("window", "rail", "base", "raised")),
    ("on_select", "select"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_down"),
    ("on_mark", "mark"),
]
OUTLINE_PAIRS = [
    *itertools.product(("border",), ("window", "base", "raised")),
    *itertools.product(("focus",), ("window", "base", "rail")),
]


def needed(look):
    return 7 if look is Look.CONTRAST else 4.5


@pytest.mark.parametrize("look", list(Look))
def test_every_text_can_be_read_on_every_ground_it_stands_on(qapp, look):
    theme = Theme(look)
    for text, ground in TEXT_PAIRS:
        found = contrast_ratio(theme.color(text), theme.color(ground))
        assert found >= needed(look), (text, ground, found)


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("stage", list(STAGE_TABLE))
def test_every_stage_word_can_be_read_on_its_ground_on_base_and_on_a_selected_row(
    qapp, look, stage
):
    theme = Theme(look)
    colors = theme.stage(stage)
    grounds = [colors.ground, theme.color("base")]
    # In the contrast look every word on a selected row is `on_select`.
    if look is not Look.CONTRAST:
        grounds.append(theme.color("select"))
    for ground in grounds:
        assert contrast_ratio(colors.text, ground) >= needed(look)


@pytest.mark.parametrize("look", list(Look))
def test_lines_of_controls_focus_rings_and_charts_stand_out(qapp, look):
    theme = Theme(look)
    for line, ground in OUTLINE_PAIRS:
        assert contrast_ratio(theme.color(line), theme.color(ground)) >= 3
    for series in range(1, len(CHART_TABLE) + 1):
        assert contrast_ratio(theme.chart(series), theme.color("base")) >= 3


def test_the_look_of_the_overdue_light_shows_its_mark(qapp):
    for look in Look:
        theme = Theme(look)
        assert contrast_ratio(theme.color("on_bad"), theme.stage("bad").solid) >= 4.5


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_the_style_sheet_is_complete_in_every_look_and_text_size(qapp, look, percent):
    theme = Theme(look, percent)
    sheet = theme.stylesheet()
    assert "$" not in sheet
    for part in sheet.split('url("')[1:]:
        assert Path(part.split('"')[0]).is_file()


def test_heights_follow_the_text_size(qapp):
    small, large = Theme(text_percent=100), Theme(text_percent=150)
    assert (small.row_height, small.button_height, small.field_height) == (28, 30, 32)
    assert large.row_height >= 36
    assert large.button_height > small.button_height
    assert large.font(13).pixelSize() == 20


def test_another_text_size_than_the_four_is_refused(qapp):
    with pytest.raises(ValueError):
        Theme(text_percent=90)


def test_switching_the_look_changes_palette_sheet_and_tells(qapp, qtbot):
    theme = Theme(Look.LIGHT)
    apply(qapp, theme)
    light_sheet = qapp.styleSheet()
    with qtbot.waitSignal(theme.changed):
        theme.choose(Look.DARK, 130)
        apply(qapp, theme)
    assert qapp.styleSheet() != light_sheet
    assert qapp.palette().window().color() == QColor(ROLE_TABLE["window"][1])
    assert qapp.font().pixelSize() == 17
    qapp.setStyleSheet("")


def test_icons_are_recoloured_and_kept(theme):
    first = theme.icon("calendar-check")
    assert theme.icon("calendar-check") is first
    assert not first.isNull()
    picture = theme.pixmap("calendar-check", "accent", 16, 2).toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert theme.color("accent").name() in inks


def test_an_unknown_icon_is_an_error_at_once(theme):
    with pytest.raises(Exception, match="no-such-icon"):
        theme.icon("no-such-icon")


def test_the_start_up_check_names_characters_that_would_print_as_boxes(theme):
    assert set(missing_rare_characters()) <= {"䶮", "𠮷"}


def test_no_colour_of_the_screen_is_written_outside_the_theme():
    folder = Path(theme_module.__file__).parent
    paper = folder / "documents"  # papers have the ink of paper in every look
    offenders = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "theme.py"
        and paper not in path.parents
        and re.search(r'"#[0-9A-Fa-f]{3,8}"', path.read_text("utf-8"))
    ]
    assert offenders == []


def test_no_widget_sets_a_style_sheet_of_its_own():
    folder = Path(theme_module.__file__).parent
    offenders = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "theme.py" and "setStyleSheet" in path.read_text("utf-8")
    ]
    assert offenders == []
