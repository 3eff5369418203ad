"""Records of an older form come out in today's."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from sopimukset.git import opened
from sopimukset.history.past import regions_at
from sopimukset.history.revisions import NOW, point
from sopimukset.history.upgrades import STEPS, upgraded
from sopimukset.model import MUOTO
from tests.support.repositories import Place

OLD = """\
alue: kainuu
vaihe: valmisteilla
johtoryhmat:
  - tunnus: tym
    jasenet: [{tunnus: kela-1}]
    puheenjohtaja: {jasen: kela-1, alkaen: 2025-02-01}
    sihteeri: {nimike: suunnittelija, alkaen: 2025-02-01}
"""


def test_there_is_a_step_from_every_older_form() -> None:
    assert sorted(STEPS) == list(range(MUOTO))


@pytest.mark.parametrize("form", ["", "muoto: 0\n"])
def test_an_old_record_is_read_out_of_git(place: Place, form: str) -> None:
    place.write("kainuu", form + OLD)
    place.commit()
    with opened(place.folder) as repository:
        past = regions_at(repository, place.folder, point(repository, "HEAD"))["kainuu"]
    assert past.reason == ""
    assert past.alue is not None
    assert past.alue.muoto == MUOTO
    [group] = past.alue.johtoryhmat
    assert [item.jasen for item in group.puheenjohtaja] == ["kela-1"]
    assert [item.nimike for item in group.sihteeri] == ["suunnittelija"]


def test_a_file_on_disk_must_have_todays_form(place: Place) -> None:
    place.write("kainuu", OLD)
    place.commit()
    with opened(place.folder) as repository:
        past = regions_at(repository, place.folder, NOW)["kainuu"]
    assert past.alue is None
    assert "muoto" in past.reason


def test_a_step_changes_nothing_that_it_is_given() -> None:
    data: dict[str, Any] = {"johtoryhmat": [{"puheenjohtaja": {"jasen": "a"}}, 3], "alue": "x"}
    before = copy.deepcopy(data)
    new = upgraded(data)
    assert data == before
    assert new["johtoryhmat"] == [{"puheenjohtaja": [{"jasen": "a"}]}, 3]
    assert upgraded(new) is new


@pytest.mark.parametrize("form", [1, 2, -1, True, "0", None, [0]])
def test_other_forms_stay_as_they_are(form: object) -> None:
    data = {"muoto": form, "johtoryhmat": [{"sihteeri": {}}]}
    assert upgraded(data) is data


@pytest.mark.parametrize("data", [[], "x", None, 3])
def test_what_is_no_mapping_stays_as_it_is(data: object) -> None:
    assert upgraded(data) is data
