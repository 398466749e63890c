"""Small cells stay hidden, also for whoever adds and subtracts."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from db.statistics.small_cells import THRESHOLD, adds_up, hide, is_small


def solved(values, relations, hidden):
    """Return the hidden cells that follow from the relations, by elimination over fractions."""
    unknowns = sorted({k for r in relations for _, k in r if k in hidden}, key=str)
    rows = []
    for relation in relations:
        row = [Fraction(0)] * len(unknowns)
        for sign, key in relation:
            if key in hidden:
                row[unknowns.index(key)] += sign
        if any(row):
            rows.append(row)
    pivots = []
    for column in range(len(unknowns)):
        at = next((i for i in range(len(pivots), len(rows)) if rows[i][column]), None)
        if at is None:
            continue
        rank = len(pivots)
        rows[rank], rows[at] = rows[at], rows[rank]
        rows[rank] = [x / rows[rank][column] for x in rows[rank]]
        for i, row in enumerate(rows):
            if i != rank and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[rank], strict=True)]
        pivots.append(column)
    return {
        unknowns[column]
        for rank, column in enumerate(pivots)
        if sum(1 for x in rows[rank] if x) == 1
    }


def table(cells):
    """Return values and relations of a table with sums of rows, columns and all."""
    rows, columns = len(cells), len(cells[0])
    values = {(r, c): cells[r][c] for r in range(rows) for c in range(columns)}
    relations = []
    for r in range(rows):
        values[r, "sum"] = sum(cells[r])
        relations.append(adds_up((r, "sum"), [(r, c) for c in range(columns)]))
    for c in (*range(columns), "sum"):
        values["sum", c] = sum(values[r, c] for r in range(rows))
        relations.append(adds_up(("sum", c), [(r, c) for r in range(rows)]))
    return values, relations


def test_nothing_small_hides_nothing():
    values, relations = table([[5, 0], [7, 9]])
    assert hide(values, relations) == frozenset()


def test_one_small_cell_takes_others_with_it():
    values, relations = table([[2, 30, 8], [40, 50, 60]])
    hidden = hide(values, relations)
    assert (0, 0) in hidden
    assert len(hidden) >= 4
    assert solved(values, relations, hidden) == set()


def test_two_small_cells_do_not_tell_their_small_sum():
    values = {"all": 42, "a": 1, "b": 1, "c": 40}
    hidden = hide(values, [adds_up("all", ["a", "b", "c"])])
    assert hidden == {"a", "b", "c"}


def test_zero_is_told_where_it_guards_nobody():
    values = {"all": 49, "a": 0, "b": 9, "c": 40}
    assert hide(values, [adds_up("all", ["a", "b", "c"])]) == frozenset()


@settings(max_examples=150, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 12), min_size=columns, max_size=columns),
            min_size=2,
            max_size=5,
        )
    )
)
def test_no_small_cell_is_printed_or_can_be_reckoned(cells):
    values, relations = table(cells)
    hidden = hide(values, relations)
    for key, value in values.items():
        if is_small(value):
            assert key in hidden
    exposed = solved(values, relations, hidden)
    assert not any(is_small(values[key]) for key in exposed)
    for relation in relations:
        unknown = [key for _, key in relation if key in hidden]
        total_shown = relation[0][1] not in hidden
        if total_shown and unknown and any(values[k] for k in unknown):
            whole = sum(values[k] for k in unknown)
            everything = all(key in hidden for _, key in relation[1:])
            assert whole >= THRESHOLD or everything
