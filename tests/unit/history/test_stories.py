"""A region's states are found wherever it was kept, and what can't be read is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopimukset.git import GitFailed, NoRevision, opened
from sopimukset.history.past import Past, regions_at
from sopimukset.history.revisions import NOW, all_of, point, span
from sopimukset.history.stories import Story, stories
from sopimukset.workspace.workspace import read_region
from tests.support.repositories import MEETING, RECORD, Place


def story(place: Place, key: str = "kainuu", text: str = "", folder: Path | None = None) -> Story:
    home = folder or place.folder
    with opened(home) as repository:
        stretch = span(repository, text) if text else all_of()
        [found] = stories(repository, home, [key], stretch)
        everything = {item.key: item for item in stories(repository, home, None, stretch)}
    assert told(everything[key]) == told(found), "the short way tells another story"
    return found


def told(found: Story) -> list[tuple[str, str, int | str]]:
    """For each state the commit's subject, the folder and the meetings, or why it can't be read."""
    return [
        (item.commit.subject if item.commit else "levy", *_told(item.past)) for item in found.states
    ]


def _told(past: Past | None) -> tuple[str, int | str]:
    if past is None:
        return "", "poissa"
    if past.alue is None:
        return past.name, past.reason
    practice = past.alue.johtoryhmat[0].kokoukset
    return past.name, (practice.vahintaan_vuodessa or 0) if practice else 0


def test_states_in_order(place: Place) -> None:
    place.change("lappi", message="muu")
    place.change("kainuu", meetings=4, message="a")
    place.change("lappi", meetings=5, message="muu")
    place.change("kainuu", meetings=6, message="b")
    place.run("tag", "v1")
    place.run("tag", "-a", "v1.0", "-m", "x")
    found = story(place)
    assert found.start is None
    assert told(found) == [("a", "kainuu", 4), ("b", "kainuu", 6)]
    assert [item.tags for item in found.states] == [(), ("v1", "v1.0")]
    assert [item.commit and item.commit.author for item in found.states] == ["Testi Tekijä"] * 2


def test_between_two_moments(place: Place) -> None:
    for number in range(1, 6):
        place.change("kainuu", meetings=number, message=str(number))
        place.change("lappi", meetings=number, message="muu")
        place.run("tag", f"v{number}")
    found = story(place, text="v2..v4")
    assert _told(found.start) == ("kainuu", 2)
    assert told(found) == [("3", "kainuu", 3), ("4", "kainuu", 4)]
    assert told(story(place, text="v5..v5")) == []


def test_what_is_not_saved_comes_last(place: Place) -> None:
    place.change("kainuu", meetings=4, message="a")
    place.region("kainuu", meetings=7)
    assert told(story(place)) == [("a", "kainuu", 4), ("levy", "kainuu", 7)]
    assert told(story(place, text="HEAD..tyotila")) == [("levy", "kainuu", 7)]


def test_line_ends_of_another_system_are_no_state(place: Place) -> None:
    place.change("kainuu", message="a")
    path = place.folder / "regions/kainuu/alue.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(story(place)) == [("a", "kainuu", 4)]


def test_a_meeting_is_a_state_too(place: Place) -> None:
    place.change("kainuu", message="a")
    place.write("kainuu", MEETING.format(day="2026-03-01"), "kokoukset/2026-03-01.yaml")
    place.commit("b")
    place.write("kainuu", "muistiinpano", "muistio.txt")
    place.commit("c")
    found = story(place)
    assert [item[0] for item in told(found)] == ["a", "b"]
    last = found.states[-1].past
    assert last is not None
    assert last.region is not None
    assert [item.model and str(item.model.pvm) for item in last.region.meetings] == ["2026-03-01"]


def test_a_renamed_folder(place: Place) -> None:
    place.change("lappi", message="muu")
    place.change("kainuu", message="a")
    place.change("kainuu", meetings=5, message="b")
    place.run("mv", "regions/kainuu", "regions/kajaani")
    place.commit("siirto")
    place.change("kajaani", key="kainuu", meetings=6, message="c")
    expected = [
        *(("a", "kainuu", 4), ("b", "kainuu", 5)),
        *(("siirto", "kajaani", 5), ("c", "kajaani", 6)),
    ]
    assert told(story(place)) == expected
    assert told(story(place, text="HEAD~1..HEAD")) == expected[3:]
    assert told(story(place, text="HEAD~3..HEAD~1")) == expected[1:3]


def test_a_folder_moved_in_two_steps(place: Place) -> None:
    place.write("kainuu", MEETING.format(day="2026-03-01"), "kokoukset/2026-03-01.yaml")
    place.change("kainuu", message="a")
    place.folder.joinpath("regions/kajaani").mkdir()
    place.run("mv", "regions/kainuu/alue.yaml", "regions/kajaani/alue.yaml")
    place.commit("b")
    place.run("mv", "regions/kainuu/kokoukset", "regions/kajaani/kokoukset")
    place.commit("c")
    found = story(place)
    assert told(found) == [("a", "kainuu", 4), ("b", "kajaani", 4), ("c", "kajaani", 4)]


def test_two_regions_change_places(place: Place) -> None:
    place.region("a", key="kainuu", meetings=1)
    place.region("b", key="lappi", meetings=2)
    place.commit("alku")
    place.region("a", key="lappi", meetings=2)
    place.region("b", key="kainuu", meetings=1)
    place.commit("vaihto")
    assert told(story(place)) == [("alku", "a", 1), ("vaihto", "b", 1)]
    assert told(story(place, "lappi")) == [("alku", "b", 2), ("vaihto", "a", 2)]


def test_a_region_that_went_and_came_back(place: Place) -> None:
    place.change("lappi", message="muu")
    place.change("kainuu", message="a")
    shutil.rmtree(place.folder / "regions/kainuu")
    place.commit("pois")
    place.change("kajaani", key="kainuu", meetings=5, message="takaisin")
    expected = [("a", "kainuu", 4), ("pois", "", "poissa"), ("takaisin", "kajaani", 5)]
    assert told(story(place)) == expected
    found = story(place, text="HEAD~2..HEAD~1")
    assert (found.start and found.start.name, told(found)) == ("kainuu", expected[1:2])


def test_two_folders_with_one_key_are_said(place: Place) -> None:
    place.change("kainuu", message="a")
    place.change("kopio", key="kainuu", meetings=9, message="kaksi")
    found = told(story(place))
    assert [item[0] for item in found] == ["a", "kaksi"]
    assert "kansioissa kainuu ja kopio" in str(found[1][2])
    with opened(place.folder) as repository:
        past = regions_at(repository, place.folder, point(repository, "HEAD"))["kainuu"]
    assert past.region is None
    assert past.alue is None
    assert "kainuu ja kopio" in past.reason


def test_a_second_folder_that_came_and_went_hides_nothing(place: Place) -> None:
    place.change("kainuu", message="a")
    place.change("kopio", key="kainuu", meetings=9, message="kaksi")
    shutil.rmtree(place.folder / "regions/kopio")
    place.commit("yksi")
    place.change("kainuu", meetings=5, message="b")
    with opened(place.folder) as repository:
        [found] = stories(repository, place.folder, ["kainuu"], all_of())
        everything = {item.key: item for item in stories(repository, place.folder, None, all_of())}
    assert told(found) == [("a", "kainuu", 4), ("b", "kainuu", 5)]
    assert [item[0] for item in told(everything["kainuu"])] == ["a", "kaksi", "yksi", "b"]


@pytest.mark.parametrize(
    "text",
    ["muoto: 1\nalue: kainuu\nvaihe: keksitty\n", "{", "\tmuoto: 1\n", "", "alue: kainuu\n- x\n"],
)
def test_a_broken_state_is_said_and_the_rest_told(place: Place, text: str) -> None:
    place.change("kainuu", message="a")
    place.write("kainuu", text)
    place.commit("rikki")
    place.change("kainuu", meetings=6, message="c")
    found = told(story(place))
    assert [item[0] for item in found] == ["a", "rikki", "c"]
    assert str(found[1][2]).startswith("regions/kainuu/alue.yaml:")
    assert (found[0][2], found[2][2]) == (4, 6)


def test_a_merge_is_one_state_with_all_that_it_brought(place: Place) -> None:
    place.change("kainuu", message="a")
    place.run("checkout", "-q", "-b", "sivu")
    place.change("kainuu", meetings=5, message="sivulla 1")
    place.change("kainuu", meetings=6, message="sivulla 2")
    place.run("checkout", "-q", "main")
    place.write("kainuu", MEETING.format(day="2026-03-01"), "kokoukset/2026-03-01.yaml")
    place.commit("päälinja")
    place.run("merge", "-q", "--no-ff", "-m", "yhdistys", "sivu")
    place.change("kainuu", meetings=7, message="z")
    expected = [("a", 4), ("päälinja", 4), ("yhdistys", 6), ("z", 7)]
    assert [(item[0], item[2]) for item in told(story(place))] == expected


def test_from_a_branch_that_is_no_ancestor(place: Place) -> None:
    """The difference to the older end is told, as what stood where the newer line begins."""
    place.change("kainuu", message="haara")
    place.run("checkout", "-q", "-b", "sivu")
    place.change("kainuu", meetings=9, message="sivulla")
    place.run("checkout", "-q", "main")
    place.change("lappi", message="muu")
    found = story(place, text="sivu..main")
    assert _told(found.start) == ("kainuu", 9)
    assert told(found) == [("haara", "kainuu", 4)]


def test_a_workspace_in_a_folder_of_the_repository(place: Place) -> None:
    inner = Place(place.folder / "sopimus")
    inner.change("kainuu", message="a")
    place.region("kainuu", meetings=9)
    place.commit("toinen työtila")
    assert told(story(inner)) == [("a", "kainuu", 4)]


def test_detached_head_packed_refs_and_a_second_worktree(place: Place, tmp_path: Path) -> None:
    place.change("kainuu", message="a")
    place.run("tag", "v1")
    place.change("kainuu", meetings=5, message="b")
    place.run("pack-refs", "--all")
    place.run("gc", "-q")
    second = tmp_path / "toinen"
    place.run("worktree", "add", "-q", "--detach", str(second), "HEAD")
    expected = [("a", "kainuu", 4), ("b", "kainuu", 5)]
    assert told(story(place, folder=second)) == expected
    place.run("checkout", "-q", "--detach", "HEAD~1")
    found = story(place)
    assert told(found) == expected[:1]
    assert found.states[0].tags == ("v1",)


def test_an_author_in_an_old_encoding(place: Place) -> None:
    place.change("kainuu", message="a")
    raw = place.run("cat-file", "commit", "HEAD").encode().replace("Tekijä".encode(), b"Tekij\xe4")
    path = place.folder / ".git" / "raaka"
    path.write_bytes(raw + b"\n")
    made = place.run("hash-object", "-t", "commit", "-w", "--literally", str(path))
    place.run("reset", "-q", "--hard", made)
    [state] = story(place).states
    assert state.commit is not None
    assert state.commit.author == "Testi Tekijä"


def test_the_users_settings_for_log_change_nothing(place: Place) -> None:
    place.change("kainuu", message="a")
    place.change("kainuu", meetings=5, message="b")
    for key, value in (
        *(("log.showSignature", "true"), ("log.showRoot", "false"), ("diff.renames", "copies")),
        *(("color.ui", "always"), ("log.date", "relative"), ("diff.noprefix", "true")),
        *(("log.diffMerges", "combined"), ("core.quotePath", "true"), ("diff.relative", "true")),
        *(("i18n.logOutputEncoding", "latin1"), ("log.follow", "true"), ("core.abbrev", "5")),
    ):
        place.run("config", key, value)
    found = story(place)
    assert told(found) == [("a", "kainuu", 4), ("b", "kainuu", 5)]
    assert found.states[0].commit is not None
    assert found.states[0].commit.author == "Testi Tekijä"


def test_a_past_region_is_read_as_one_on_disk(place: Place) -> None:
    place.write("kainuu", MEETING.format(day="2026-03-01"), "kokoukset/2026-03-01.yaml")
    place.write("kainuu", "x: 1\n", "kokoukset/vanha.yml")
    place.write("lappi", RECORD.format(key="lappi", meetings=0))
    place.change("kainuu")
    with opened(place.folder) as repository:
        saved = regions_at(repository, place.folder, point(repository, "HEAD"))
        now = regions_at(repository, place.folder, NOW)
    assert list(saved) == list(now) == ["kainuu", "lappi"]
    for name in saved:
        on_disk = read_region(place.folder, name)
        for past in (saved[name], now[name]):
            assert past.region is not None
            assert list(past.region.records) == list(on_disk.records)
            assert past.region.alue == on_disk.alue
            assert list(past.region.form_findings) == list(on_disk.form_findings)


def test_only_what_is_asked_for(place: Place) -> None:
    place.region("lappi")
    place.change("kainuu")
    with opened(place.folder) as repository:
        head = point(repository, "HEAD")
        assert list(regions_at(repository, place.folder, head, ["lappi", "puuttuva"])) == ["lappi"]


def test_a_shallow_clone_is_refused(place: Place, tmp_path: Path) -> None:
    place.change("kainuu")
    place.change("kainuu", meetings=5)
    target = tmp_path / "matala"
    place.run("clone", "-q", "--depth", "1", place.folder.as_uri(), str(target))
    with pytest.raises(NoRevision) as refusal:
        story(place, folder=target)
    assert "vain osa historiasta" in refusal.value.message
    for word in ("fetch-depth: 0", "GIT_DEPTH: 0", "git fetch --unshallow --tags"):
        assert word in refusal.value.advice


def test_no_commit_yet(place: Place) -> None:
    place.region("kainuu")
    with pytest.raises(NoRevision) as refusal:
        story(place)
    assert "ei ole vielä yhtään" in refusal.value.message


@pytest.mark.parametrize("kind", ["blob", "tree", "commit"])
@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_a_damaged_object_is_no_shorter_history(place: Place, kind: str, damage: str) -> None:
    place.change("kainuu")
    name = {"blob": "HEAD:regions/kainuu/alue.yaml", "tree": "HEAD:regions", "commit": "HEAD"}[kind]
    lost = place.run("rev-parse", name)
    place.change("kainuu", meetings=5)
    path = place.folder / ".git/objects" / lost[:2] / lost[2:]
    path.chmod(0o600)
    path.unlink() if damage == "gone" else path.write_bytes(b"rikki")
    with pytest.raises(GitFailed) as failure:
        story(place)
    assert failure.value.advice


def test_a_repository_with_longer_ids(tmp_path: Path, place: Place) -> None:
    longer = Place(tmp_path / "sha256").start("--object-format=sha256")
    longer.change("kainuu", message="a")
    longer.change("kainuu", meetings=5, message="b")
    assert told(story(longer)) == [("a", "kainuu", 4), ("b", "kainuu", 5)]
    longer.region("kainuu", meetings=6)
    assert told(story(longer))[-1] == ("levy", "kainuu", 6)


def test_a_bare_repository_has_no_workspace(place: Place, tmp_path: Path) -> None:
    place.change("kainuu")
    target = tmp_path / "paljas.git"
    place.run("clone", "-q", "--bare", str(place.folder), str(target))
    with pytest.raises(GitFailed) as failure:
        story(place, folder=target)
    assert "bare" in failure.value.message


def test_names_that_git_would_quote(place: Place) -> None:
    key = "etela-savo"
    place.region('etelä savo "x"', key=key)
    place.commit("ääkköset\trivillä")
    assert told(story(place, key)) == [("ääkköset\trivillä", 'etelä savo "x"', 4)]


def test_a_file_that_became_a_link(place: Place) -> None:
    path = place.folder / "regions/kainuu/alue.yaml"
    place.change("kainuu", message="a")
    path.rename(path.with_name("oikea.yaml"))
    path.symlink_to("oikea.yaml")
    place.commit("linkki")
    found = told(story(place))
    assert [item[0] for item in found][:2] == ["a", "linkki"]
    assert "puuttuu" in str(found[1][2]), "a link is no file, and that is said"


def test_one_folder_replaced_by_a_file(place: Place) -> None:
    place.change("kainuu", message="a")
    shutil.rmtree(place.folder / "regions/kainuu")
    (place.folder / "regions/kainuu").write_text("x")
    place.commit("tiedosto")
    assert [item[0] for item in told(story(place))] == ["a", "tiedosto"]


def test_many_states_fill_no_pipe(place: Place) -> None:
    """More blobs than are asked for at once, each larger than a pipe holds."""
    filler = "# " + "x" * 1000 + "\n"
    for number in range(1, 71):
        place.write("kainuu", RECORD.format(key="kainuu", meetings=number) + filler * 70)
        place.commit(str(number))
    assert [item[2] for item in told(story(place))] == list(range(1, 71))
