"""Switches the window's language at run time: English in the source, `zh_CN` from its table."""

from importlib.resources import as_file, files

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)

CHINESE = "zh_CN"


class Language(QObject):
    """The language now spoken; every widget gets a LanguageChange when it is switched."""

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._code = ""
        self._own = QTranslator(self)
        self._qt = QTranslator(self)

    @property
    def code(self) -> str:
        """`zh_CN` or `en`; empty before the first choice."""
        return self._code

    def choose(self, code: str) -> None:
        """Speak a language from now on."""
        if code == self._code:
            return
        self._app.removeTranslator(self._own)
        self._app.removeTranslator(self._qt)
        self._code = code
        QLocale.setDefault(QLocale(code if code == CHINESE else "en_GB"))
        if code != CHINESE:
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load("qtbase_zh_CN", folder):
            self._app.installTranslator(self._qt)
        with as_file(files("resources").joinpath("i18n", "zh_CN.qm")) as path:
            if self._own.load(str(path)):
                self._app.installTranslator(self._own)
