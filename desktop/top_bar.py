"""The top bar: mark, menus, one search box, 登记诉求, the bell, who is at the desk, 遮屏, lock."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QVBoxLayout, QWidget

from db.core.permissions import Actor
from desktop.actions import MENUS, SPECS, menu_title
from desktop.labels import Labels
from desktop.mark import Mark
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Avatar, text_label
from desktop.widgets.search import SearchBox


class Bell(Button):
    """The bell with the number of things that wait."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", kind="quiet", icon="bell", parent=parent)
        self._count = 0

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(self.tr("{count} waiting").format(count=count))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and badge."""
        side = self.theme.button_height
        return QSize(side + 6, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge over the bell."""
        super().paintEvent(event)
        if not self._count:
            return
        theme, text = self.theme, str(min(self._count, 99))
        metrics = theme.metrics(11, bold=True)
        side = max(metrics.height() + 1, metrics.horizontalAdvance(text) + 8)
        badge = QRectF(self.width() - side - 1, 1, side, metrics.height() + 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setFont(theme.font(11, bold=True))
        painter.setPen(theme.color("on_accent"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)


class TopBar(QFrame):
    """The bar over everything; it only shows and tells, the window acts."""

    searched = Signal(str)
    """Words to look for."""

    def __init__(
        self,
        theme: Theme,
        labels: Labels,
        *,
        actor: Actor,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "topbar")
        self._theme = theme
        self._labels = labels
        self._actor = actor
        self._actions = actions
        self._brand = text_label("", "section", parent=self)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self._menus: dict[str, QMenu] = {}
        self.search = SearchBox(theme, key="Ctrl+F", parent=self)
        self.register = Button(theme, "", icon="plus", key="Ctrl+N", parent=self)
        self.bell = Bell(theme, self)
        self._avatar = Avatar(theme, actor.name, size=28, parent=self)
        self._name = text_label(actor.shown_name, "strong", parent=self)
        self._post = text_label("", "label", parent=self)
        self.hide_screen = Button(theme, "", kind="quiet", icon="eye", key="F12", parent=self)
        self.lock = Button(theme, "", kind="quiet", icon="lock", parent=self)
        self._fill_menus()
        self._lay_out()
        self.search.searched.connect(self.searched)
        self.retranslate()

    def set_recent(self, cases: Sequence[QAction]) -> None:
        """Show the recent cases at the end of the appeals menu."""
        menu = self._menus["appeals"]
        for action in menu.actions():
            if action.property("recent"):
                menu.removeAction(action)
        for action in cases:
            action.setProperty("recent", True)
            menu.addAction(action)

    def offer(self, *, registers: bool, searches: bool, bell: bool) -> None:
        """Show only what the role has pages for."""
        self.register.setVisible(registers)
        self.search.setVisible(searches)
        self.bell.setVisible(bell)
        for key, shown in (("register", registers), ("search", searches), ("recent", searches)):
            self._actions[key].setVisible(shown)
        menu_action = self._menus["appeals"].menuAction()
        menu_action.setVisible(registers or searches)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._brand.setText(self.tr("Zhengming"))
        for key, menu in self._menus.items():
            menu.setTitle(menu_title(key))
        self.search.line.setPlaceholderText(
            self.tr("Name, unit, number or any words; OR and -word work too")
        )
        self.register.setText(self.tr("Register an appeal"))
        self.bell.setAccessibleName(self.tr("Waiting"))
        self._post.setText(self._labels.code("account_role", self._actor.role.value))
        self.hide_screen.setText(self.tr("Hide"))
        self.hide_screen.setAccessibleName(self.tr("Hide screen"))
        self.lock.setAccessibleName(self.tr("Lock screen"))
        self.lock.setToolTip(self.tr("Lock screen (Ctrl+L)"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out before anything is cut off."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(1180)
        self._brand.setVisible(not narrow)
        self._post.setVisible(not narrow)
        self._name.setVisible(not narrow)
        self.register.set_key("" if narrow else "Ctrl+N")
        self.hide_screen.set_key("" if narrow else "F12")

    def _fill_menus(self) -> None:
        for key, _text in MENUS:
            menu = QMenu(self.menus)
            self._menus[key] = menu
            self.menus.addMenu(menu)
            for spec in SPECS:
                if spec.menu == key:
                    menu.addAction(self._actions[spec.key])
                    if spec.ends_group:
                        menu.addSeparator()

    def _lay_out(self) -> None:
        theme = self._theme
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._post)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(9)
        row.addWidget(Mark(theme, 24, self))
        row.addWidget(self._brand)
        row.addSpacing(theme.px(12))
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(theme.px(8))
        row.addWidget(self.search, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        for part in (self.register, self.bell, self._avatar):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(who)
        row.addWidget(self.hide_screen, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignVCenter)
