"""The books of tolerance with their tables and their own rules."""

from db.books.shelf import Shelf
from db.tolerance import correcting, determining, examples, filing, listing
from db.tolerance.book import (
    CORRECTION_BOOK,
    EXAMPLE_BOOK,
    FILING_BOOK,
    ITEM_BOOK,
    LIST_BOOK,
    TOLERANCES,
)
from db.tolerance.tables import (
    RiskFiling,
    Tolerance,
    ToleranceCorrection,
    ToleranceExample,
    ToleranceList,
    ToleranceListItem,
)

FILING_SHELF = Shelf(FILING_BOOK, RiskFiling, reach=filing.reach, check=filing.check)
LIST_SHELF = Shelf(
    LIST_BOOK,
    ToleranceList,
    check=listing.check_list,
    follow=listing.follow_list,
    lacks=listing.list_lacks,
)
TOLERANCE_SHELF = Shelf(
    TOLERANCES,
    Tolerance,
    reach=determining.reach,
    check=determining.check,
    follow=determining.follow,
    lacks=determining.lacks,
    hidden=determining.hidden,
    tied=(FILING_SHELF, LIST_SHELF),
)

SHELVES = (
    TOLERANCE_SHELF,
    Shelf(
        CORRECTION_BOOK,
        ToleranceCorrection,
        check=correcting.check,
        parent=TOLERANCE_SHELF,
    ),
    FILING_SHELF,
    LIST_SHELF,
    Shelf(
        ITEM_BOOK,
        ToleranceListItem,
        check=listing.check_item,
        lacks=listing.item_lacks,
        parent=LIST_SHELF,
    ),
    Shelf(
        EXAMPLE_BOOK,
        ToleranceExample,
        reach=examples.reach,
        check=examples.check,
        follow=examples.follow,
        may=examples.may,
        lacks=examples.lacks,
        hidden=examples.hidden,
        tied=(TOLERANCE_SHELF,),
    ),
)
