"""The visual vocabulary of the window; pages are built from these and from nothing else.

Every widget takes the `Theme` first and `parent` last; everything from the third argument on is by
keyword. Values that cross to a page are frozen dataclasses with plain fields.

Tables and their cells
    Table(theme, columns=(), *, name="", settings=None, parent=None)  opened(QModelIndex);
        .columns_header.sort_wanted(key, descending), .columns_header.show_sorted(key)
    Column(key, title, width=100, stretch=False, hidden=False, locked=False, sortable=True,
        latin=0, right=False)
    CELL_ROLE  the one role a model answers with a cell:
    TextCell(text, tone="text", bold=False, marks=(), mono=False, right=False, icon="", aside="")
    DueMark(light, count=0, workdays=False, provisional=False, words="")
    Pill(word, sign, stage, saying="")
    IconsCell(icons, saying="")
    UNREAD  a row whose page is not read yet
    Light, Sign, APPEAL_PILLS (state code -> sign, stage), RowDelegate, HeaderView

Words and signs
    StatusPill(theme, pill), StageLabel(theme, pill, *, size=13, bold=False)
    DueLabel(theme, mark, *, full=True, size=13), DueWords(parent), DayWords(parent)
    IconLabel(theme, icon, *, role="text2", stage=None, size=16), Avatar(theme, name, *, size=28)
    Tag(theme, text), KeyCap(theme, key), text_label(text, kind="", *, wrap=False), rule(kind)

Buttons and filters
    Button(theme, text, *, kind="default", icon="", key="", bind=False, small=False, has_menu=False)
    Chip(theme, name, *, value="", switch=False)  toggled, cleared, menu_wanted(QPoint)
    ChipRow(theme, *, more="")  cleared, more_wanted; add_chip(chip)
    ViewTabs(theme, tabs=(), *, tall=True)  chosen(key); ViewTab(key, label, count=None)
    SearchBox(theme, *, placeholder="", key="", scopes=())  searched, typed, scope_changed, left

Frames
    Rail(theme)  chosen(key)
    RailItem(key, text, icon="", count=None, overdue=0, kind="item", tip="")
    PageHead(theme, title, *, note=""), Panel(theme, title="", *, note="", flush=False)
    EmptyState(theme, fact, *, following="", icon="table", action="", key="")  acted
    Bar(theme, kind, sentence, *, detail="", link="", key="", icon="", closable=True)
    ProgressRow(theme, *, remark="")  cancelled; Overlay(page); FlowLayout; row_of(*parts)
    FigureStrip(theme, *, columns=6, size=22)  opened(key); Figure(key, label, value, unit="", …)

Clocks and history
    ClockCard(theme, clock)  opened(key); Clock(key, name, due, date_words, term_words)
    WhyThisDate(theme, page).explain(reckoning, card)
    Reckoning(…), ReckonedDay(on, kind, count=0, note="")
    Stepper(theme, steps=(), *, vertical=False); Step(name, state, note="", due=None)
    Timeline(theme, *, margin=14)  more_wanted, opened(key); TimelineItem(key, actor, act, time, …)

Forms
    Field(theme, label, editor, *, required=False, help_text="", aside="")  set_error(sentence)
    LineEdit(theme, text="", *, placeholder="", private=True, max_length=0)
    TextArea(theme, text="", *, placeholder="", private=True, lines=3, max_length=0)
    DateEdit(theme, today, *, add_workdays=None, past=False, value=None)  day_changed(date | None)
    ComboBox(theme, options=(), *, placeholder=""), Segmented(theme, options, *, value="")
    RadioRow(theme, options, *, value="", vertical=False), TickBox(theme, text, *, checked=False)
    MultiChoice(theme, options, *, value=(), forced_by=None, rule_sentence="")
    Option(code, label, find="", note=""); editors have value(), set_value(v), value_changed
    ChoiceOverlay(theme, page, editor, *, span=None)  chosen(key), foot_chosen(key); ChoiceRow(…)
    EnterMovesOn(form, *, enabled=True)  submitted; parse_date(text, today, *, …)

Deeds and dialogs
    MoveBar(theme, *, most=5, right=True)  chosen(key); MoveOffer(key, label, primary=False, …)
    DuplicateBanner(theme, *, can_merge=True); DuplicateHit(key, number, person, unit, pill, …)
    FormDialog(theme, title, *, deed, kind="primary", cancel="", enter_moves_on=True)
    ConfirmDialog(theme, question, consequence, *, deed, danger=True)
    ReasonDialog(theme, question, consequence, *, deed, label, danger=True, …).reason()
    ConflictDialog(theme, headline, rows).choices(); ConflictRow(key, label, mine, theirs, taken="")
"""

from desktop.widgets.buttons import Button, ButtonKind, Chip, KeyCap, Tag
from desktop.widgets.cells import (
    CELL_ROLE,
    UNREAD,
    Cell,
    DueMark,
    IconsCell,
    Pending,
    Pill,
    TextCell,
)
from desktop.widgets.chips import ChipRow
from desktop.widgets.choice import ChoiceOverlay, ChoiceRow
from desktop.widgets.clock import Clock, ClockCard, WhyThisDate
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dates import AddWorkdays, parse_date
from desktop.widgets.dialogs import (
    ConfirmDialog,
    ConflictDialog,
    ConflictRow,
    FormDialog,
    ReasonDialog,
)
from desktop.widgets.editors import (
    ComboBox,
    LineEdit,
    Option,
    Segmented,
    TextArea,
    repolish,
    set_invalid,
)
from desktop.widgets.field import Field, first_error, read_only_label
from desktop.widgets.figures import Figure, FigureStrip, FigureTile, draw_parts
from desktop.widgets.frames import (
    Bar,
    BarKind,
    EmptyState,
    Overlay,
    PageHead,
    Panel,
    ProgressRow,
    row_of,
)
from desktop.widgets.keys import EnterMovesOn, is_composing, is_enter
from desktop.widgets.labels import (
    Avatar,
    DueLabel,
    IconLabel,
    StageLabel,
    StatusPill,
    rule,
    text_label,
)
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.moves import DuplicateBanner, DuplicateHit, MoveBar, MoveOffer
from desktop.widgets.rail import Rail, RailItem
from desktop.widgets.reckoning import (
    DayKind,
    ReckonedDay,
    Reckoning,
    ReckoningCalendar,
    weeks_of,
)
from desktop.widgets.search import SearchBox
from desktop.widgets.signs import APPEAL_PILLS, LIGHT_STAGES, Light, Sign
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.table import Column, HeaderView, RowDelegate, Table
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.ticks import MultiChoice, RadioRow, TickBox
from desktop.widgets.timeline import Timeline, TimelineItem
from desktop.widgets.words import DayWords, DueWords

__all__ = [
    "APPEAL_PILLS",
    "CELL_ROLE",
    "LIGHT_STAGES",
    "UNREAD",
    "AddWorkdays",
    "Avatar",
    "Bar",
    "BarKind",
    "Button",
    "ButtonKind",
    "Cell",
    "Chip",
    "ChipRow",
    "ChoiceOverlay",
    "ChoiceRow",
    "Clock",
    "ClockCard",
    "Column",
    "ComboBox",
    "ConfirmDialog",
    "ConflictDialog",
    "ConflictRow",
    "DateEdit",
    "DayKind",
    "DayWords",
    "DueLabel",
    "DueMark",
    "DueWords",
    "DuplicateBanner",
    "DuplicateHit",
    "EmptyState",
    "EnterMovesOn",
    "Field",
    "Figure",
    "FigureStrip",
    "FigureTile",
    "FlowLayout",
    "FormDialog",
    "HeaderView",
    "IconLabel",
    "IconsCell",
    "KeyCap",
    "Light",
    "LineEdit",
    "MoveBar",
    "MoveOffer",
    "MultiChoice",
    "Option",
    "Overlay",
    "PageHead",
    "Panel",
    "Pending",
    "Pill",
    "ProgressRow",
    "RadioRow",
    "Rail",
    "RailItem",
    "ReasonDialog",
    "ReckonedDay",
    "Reckoning",
    "ReckoningCalendar",
    "RowDelegate",
    "SearchBox",
    "Segmented",
    "Sign",
    "StageLabel",
    "StatusPill",
    "Step",
    "StepState",
    "Stepper",
    "Table",
    "Tag",
    "TextArea",
    "TextCell",
    "TickBox",
    "Timeline",
    "TimelineItem",
    "ViewTab",
    "ViewTabs",
    "WhyThisDate",
    "clear_layout",
    "draw_parts",
    "first_error",
    "is_composing",
    "is_enter",
    "parse_date",
    "read_only_label",
    "repolish",
    "row_of",
    "rule",
    "set_invalid",
    "text_label",
    "weeks_of",
]
