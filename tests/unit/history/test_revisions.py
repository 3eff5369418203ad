"""How moments and stretches of the past are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopimukset.git import NoRevision, opened
from sopimukset.history.revisions import NOW, Point, Span, WrongRange, day_of, point, span
from tests.support.repositories import Place


def named(place: Place, text: str) -> Point:
    with opened(place.folder) as repository:
        return point(repository, text)


def stretch(place: Place, text: str) -> Span:
    with opened(place.folder) as repository:
        return span(repository, text)


def test_a_point_is_a_commit_with_its_label_and_date(place: Place) -> None:
    first = place.change("kainuu", meetings=4)
    place.run("tag", "-a", "v1", "-m", "x")
    place.change("kainuu", meetings=5)
    for text in ("v1", "HEAD~1", first, first[:9], "main^"):
        found = named(place, text)
        assert (found.label, found.commit) == (text, first)
        assert found.date is not None
        assert found.date.isoformat() == "2026-03-01T01:00:00+02:00"
    assert named(place, "tyotila") == NOW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@2026-02-27", None),
        ("@2026-02-28", 0),  # 21.30 of that day in UTC is 23.30 in Finland
        ("@2026-03-01", 1),
        ("@2026-03-28", 1),
        ("@2026-03-29", 2),  # summer time begins, so the day ends at 21.00 UTC
        ("@2026-03-30", 3),
        ("@2027-01-01", 3),
    ],
)
def test_a_day_ends_at_midnight_in_finland(place: Place, text: str, expected: int | None) -> None:
    moments = (
        *("2026-02-28T21:30:00Z", "2026-02-28T22:00:00Z"),
        *("2026-03-29T20:59:59Z", "2026-03-29T21:00:00Z"),
    )
    saved = []
    for number, moment in enumerate(moments):
        place.region("kainuu", meetings=number + 1)
        saved.append(place.commit(date=moment))
    if expected is None:
        with pytest.raises(NoRevision) as refusal:
            named(place, text)
        assert "2026-02-27" in refusal.value.message
    else:
        assert named(place, text).commit == saved[expected]


def test_a_day_looks_along_heads_own_line(place: Place) -> None:
    """What was written on a branch that day and merged later did not stand there yet."""
    first = place.change("kainuu")
    place.run("checkout", "-q", "-b", "sivu")
    place.region("kainuu", meetings=9)
    place.commit(date="2026-03-02T10:00:00+02:00")
    place.run("checkout", "-q", "main")
    late = "2026-03-09T10:00:00+02:00"
    place.run("merge", "-q", "--no-ff", "-m", "x", "sivu", GIT_COMMITTER_DATE=late)
    assert named(place, "@2026-03-05").commit == first
    assert named(place, "@2026-03-09").commit == place.run("rev-parse", "HEAD")


@pytest.mark.parametrize(
    "text",
    ["", " ", "ei-ole", "HEAD~9", "HEAD:regions", "^HEAD", "@{u}", "HEAD@{99}", "*", "HEAD^{tree}",
     "a\nb", "0" * 40, "a" * 12, ":/ei-ole", "HEAD main", "~", "refs/heads/", "ä", "HEAD^@",
     "HEAD^!", "HEAD..HEAD", "-x", "--all", "--output=x", "-", "main..HEAD", "tyotila2", "Tyotila"],
)  # fmt: skip
def test_no_such_revision(place: Place, text: str) -> None:
    place.change("kainuu")
    with pytest.raises(NoRevision) as refusal:
        named(place, text)
    assert refusal.value.message
    assert "--since" not in refusal.value.advice
    assert not (place.folder / "x").exists()


def test_a_point_before_the_first_commit(place: Place) -> None:
    for text in ("HEAD", "@2026-03-01", "v1"):
        with pytest.raises(NoRevision) as refusal:
            named(place, text)
        assert "ei ole vielä yhtään" in refusal.value.message


def test_a_point_beyond_a_shallow_clones_border(place: Place, tmp_path: Path) -> None:
    for number in (1, 2):
        place.region("kainuu", meetings=number)
        place.commit(date=f"2026-03-0{number}T12:00:00Z")
    shallow = Place(tmp_path / "matala")
    place.run("clone", "-q", "--depth", "1", place.folder.as_uri(), str(shallow.folder))
    assert named(shallow, "HEAD").commit == place.run("rev-parse", "HEAD")
    for text in ("HEAD~1", "@2026-03-01"):
        with pytest.raises(NoRevision) as refusal:
            named(shallow, text)
        assert "git fetch --unshallow --tags" in refusal.value.advice


@pytest.mark.parametrize("text", ["@2026-3-1", "@1.3.2026", "@2026-02-30"])
def test_no_day(place: Place, text: str) -> None:
    place.change("kainuu")
    with pytest.raises(WrongRange) as refusal:
        named(place, text)
    assert "ei ole päivä" in str(refusal.value)
    assert ("Tarkoititko: @2026-03-01?" in str(refusal.value)) == (text == "@1.3.2026")


def test_a_span_has_both_ends(place: Place) -> None:
    first, last = place.change("kainuu"), place.change("kainuu", meetings=5)
    assert [end and end.commit for end in stretch(place, "HEAD~1..HEAD")] == [first, last]
    assert stretch(place, "HEAD..tyotila").newer == NOW
    assert stretch(place, "HEAD..main").newer.label == "main"


@pytest.mark.parametrize("text", ["HEAD", "..", "HEAD..", "..HEAD", "HEAD~1...HEAD", ""])
def test_a_span_with_an_end_left_out(place: Place, text: str) -> None:
    place.change("kainuu")
    place.change("kainuu", meetings=5)
    with pytest.raises(WrongRange) as refusal:
        stretch(place, text)
    assert "molemmat päät" in str(refusal.value)


@pytest.mark.parametrize("text", ["HEAD..HEAD~1", "main..v1", "tyotila..v1", "tyotila..HEAD"])
def test_a_span_the_wrong_way_round(place: Place, text: str) -> None:
    place.change("kainuu")
    place.run("tag", "v1")
    place.change("kainuu", meetings=5)
    with pytest.raises(WrongRange) as refusal:
        stretch(place, text)
    older, _, newer = text.partition("..")
    assert f"Tarkoititko: {newer}..{older}?" in str(refusal.value)


def test_branches_that_parted_are_a_span(place: Place) -> None:
    place.change("kainuu")
    place.run("checkout", "-q", "-b", "sivu")
    place.change("kainuu", meetings=7)
    place.run("checkout", "-q", "main")
    place.change("kainuu", meetings=8)
    assert stretch(place, "sivu..main").newer.label == "main"


def test_the_day_of_a_moment_is_finlands(place: Place) -> None:
    place.region("kainuu")
    place.commit(date="2026-06-30T20:00:00-08:00")
    found = named(place, "HEAD").date
    assert found is not None
    assert day_of(found).isoformat() == "2026-07-01"
