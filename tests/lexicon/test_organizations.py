import unicodedata
from datetime import date
from itertools import combinations

import pytest

from antq_records.errors import PluginError
from antq_records.lexicon import organizations as registry
from antq_records.lexicon.loading import tables
from antq_records.lexicon.organizations import OrganizationEntry, in_line_on, line_of, organization, organization_by_id, organizations_named
from antq_records.lexicon.provinces import provinces

BEFORE = date(2024, 11, 25)
SINCE = date(2025, 7, 1)


def entry(id_="new-body", **fields):
    """Make an entry that says no more than it must."""
    return OrganizationEntry(id=id_, **({"name": "Công ty TNHH Một Hai Ba", "kind": "company"} | fields))


def at_one_time(one, other):
    """Whether two entries exist on a common day."""
    starts = [day for day in (one.valid_from, other.valid_from) if day]
    ends = [day for day in (one.valid_until, other.valid_until) if day]
    return not starts or not ends or max(starts) <= min(ends)


def test_ids_are_stable_words():
    """An id is lower-case words without diacritics, for it stands in records and addresses."""
    assert [one.id for one in registry.organizations() if not one.id.replace("-", "").isascii() or one.id != one.id.lower()] == []


def test_every_pointer_points_to_a_body():
    """No parent and no successor is missing."""
    pointers = {pointer for one in registry.organizations() for pointer in (one.parent, *one.succeeded_by) if pointer}

    assert [pointer for pointer in pointers if organization_by_id(pointer) is None] == []


def test_a_body_ends_before_its_successor_goes_on_alone():
    """A successor exists on the day after the last day of the body it follows."""
    breaks = [
        (one.id, next_)
        for one in registry.organizations()
        for next_ in one.succeeded_by
        if one.valid_until and not organization_by_id(next_).existed_on(date.fromordinal(one.valid_until.toordinal() + 1))
    ]

    assert breaks == [("police-union-1950", "police-union")]  # dissolved in 1975, founded anew in 1993


def test_a_name_means_one_body_at_a_time():
    """A name that means several at one time is listed as ambiguous, with the reason, and nothing else is."""
    several = {
        name
        for name, ids in registry.names().items()
        for one, other in combinations(map(organization_by_id, ids), 2)
        if at_one_time(one, other)
    }
    listed = {ambiguous["name"].lower(): ambiguous for ambiguous in tables("organizations")["ambiguous"]}

    assert several == set(listed)
    assert all(set(registry.names()[name]) == set(ambiguous["means"]) and ambiguous["reason"] for name, ambiguous in listed.items())


def test_there_were_63_provinces_and_are_34():
    """Resolution 202/2025/QH15 made 34 provinces and cities of 63; Thừa Thiên Huế had become the city of Huế half a year before."""
    assert sum(one.valid_until is None for one in provinces().values()) == 34
    for day, count in ((date(2024, 12, 31), 63), (date(2025, 1, 1), 63), (date(2025, 6, 30), 63), (SINCE, 34)):
        assert sum(one.kind == "provincial_police" and one.existed_on(day) for one in registry.organizations()) == count


@pytest.mark.parametrize("name", ["Công an", "LĐLĐ", "UBND", "HĐND", "Hội LHPN"])
@pytest.mark.parametrize("province", provinces().values(), ids=lambda province: province.slug)
def test_every_province_is_found_by_its_short_name(name, province):
    """Each line has one body of each province on each day of it."""
    day = province.valid_from or date(2020, 1, 1)

    assert organization(f"{name} {province.name}", on=day).id.endswith(f"-{province.slug}")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Công an thành phố Hồ Chí Minh", "police-ho-chi-minh"),
        ("Công an TP Hồ Chí Minh", "police-ho-chi-minh"),
        ("Công an TP. Hồ Chí Minh", "police-ho-chi-minh"),
        ("Công an Tp.HCM", "police-ho-chi-minh"),
        ("Công an TPHCM", "police-ho-chi-minh"),
        ("CATP Hồ Chí Minh", "police-ho-chi-minh"),
        ("Công an Thủ đô", "police-ha-noi"),
        ("Công an tỉnh Hoà Bình", "police-hoa-binh"),
        ("CÔNG AN TỈNH HÀ NAM", "police-ha-nam"),
        ("Công an tỉnh Bà Rịa – Vũng Tàu", "police-ba-ria-vung-tau"),
        ("Công an BR-VT", "police-ba-ria-vung-tau"),
        ("Công an tỉnh Thừa Thiên- Huế", "police-thua-thien-hue"),
        ("Công an tỉnh Đăk Lăk", "police-dak-lak"),
        ("Công an Đắc Lắc", "police-dak-lak"),
        ("LĐLĐ tỉnh Quảng Trị", "ldld-quang-tri"),
        ("UBND TP.HCM", "ubnd-ho-chi-minh"),
        ("Thành ủy TP. Hồ Chí Minh", "party-ho-chi-minh"),
        ("Tỉnh uỷ Hà Nam", "party-ha-nam"),
        ("Tỉnh Đoàn Hà Nam", "youth-union-ha-nam"),
        ("Tổng LĐLĐ Việt Nam", "vgcl"),
        ("Tổng Liên đoàn lao động Việt Nam", "vgcl"),
        ("“Công đoàn CAND”", "police-union"),
        ("Công đoàn  Công an\u00a0Nhân dân", "police-union"),
        (unicodedata.normalize("NFD", "Công đoàn Công an TPHCM"), "police-union-hcm"),
        ("T.Ư Đoàn", "youth-union-central"),
        ("TW Hội LHPN Việt Nam", "women-union-central"),
        ("Bộ LĐ-TB&XH", "molisa"),
        ("Đảng uỷ Công an TW", "police-party-committee"),
        ("Cục Cảnh sát PCCC và CNCH", "mps-c07"),
        ("V05", "mps-v05"),
    ],
)
def test_a_name_is_known_in_its_usual_spellings(name, id_):
    """Kinds, short words, tone placement, capitals, dashes and spaces vary; the body does not."""
    assert organization(name, on=BEFORE).id == id_


@pytest.mark.parametrize(
    ("name", "day", "id_"),
    [
        pytest.param("Công an tỉnh Hưng Yên", BEFORE, "police-hung-yen", id="before-the-merger"),
        pytest.param("Công an tỉnh Hưng Yên", date(2025, 6, 30), "police-hung-yen", id="last-day"),
        pytest.param("Công an tỉnh Hưng Yên", SINCE, "police-hung-yen-2025", id="first-day"),
        pytest.param("Công an tỉnh Hưng Yên", None, None, id="two-bodies-and-no-day"),
        pytest.param("Công an tỉnh Hà Nam", None, "police-ha-nam", id="one-body-and-no-day"),
        pytest.param("Công an tỉnh Hà Nam", SINCE, None, id="after-its-end"),
        pytest.param("Công an TP Huế", BEFORE, None, id="a-district-force-until-2024"),
        pytest.param("Công an TP Huế", date(2025, 1, 1), "police-hue", id="a-city-of-its-own-since-2025"),
        pytest.param("Công an thành phố Hải Dương", BEFORE, None, id="a-town-inside-a-province"),
        pytest.param("Công an tỉnh", BEFORE, None, id="no-province-named"),
        pytest.param("Tổng cục Chính trị", date(2015, 1, 1), None, id="ambiguous-then"),
        pytest.param("Tổng cục Chính trị", BEFORE, "army-political-department", id="one-left-now"),
        pytest.param("X03", BEFORE, "mps-x03", id="a-code-and-its-older-department"),
        pytest.param("X03", SINCE, "mps-x03-2025", id="a-code-and-its-newer-department"),
    ],
)
def test_name_and_day_together_mean_a_body(name, day, id_):
    """Time is part of the truth: where none or several fit, nobody is meant."""
    found = organization(name, on=day)

    assert (found and found.id) == id_


def test_candidates_come_without_a_day():
    """Who cannot tell the day can still see who may be meant."""
    assert [one.id for one in organizations_named("Công an tỉnh Ninh Bình")] == ["police-ninh-binh", "police-ninh-binh-2025"]
    assert organizations_named("Công an tỉnh Xa Lạ") == ()


@pytest.mark.parametrize("words", ["ca Huế", "đầu tư", "tư Đoàn", "bộ ca"])
def test_everyday_words_are_no_body(words):
    """*Ca Huế* is a way of singing; a short form that is also a word is not taken in."""
    assert organizations_named(words) == ()


def test_short_words_count_in_capitals_only():
    """A scanner must not read *cand* in an address as the police; a full name may stand in any case."""
    assert {"bca", "cand", "x03"} <= registry.capitals_only()
    assert "bộ công an" not in registry.capitals_only()
    assert registry.capitals_only() <= registry.names().keys()


@pytest.mark.parametrize(
    ("id_", "day", "found"),
    [
        pytest.param("police-ha-nam", date(2026, 1, 1), "police-ninh-binh-2025", id="forward"),
        pytest.param("police-ha-nam", BEFORE, "police-ha-nam", id="itself"),
        pytest.param("police-ninh-binh-2025", BEFORE, "police-ninh-binh", id="back-to-the-namesake"),
        pytest.param("police-hue", BEFORE, "police-thua-thien-hue", id="back-to-another-name"),
        pytest.param("police-ha-noi", BEFORE, "police-ha-noi", id="unchanged"),
        pytest.param("mps-tc-politics", BEFORE, None, id="split-into-several"),
        pytest.param("mps-v05", date(2000, 1, 1), None, id="before-all"),
        pytest.param("no-such-body", BEFORE, None, id="unknown"),
    ],
)
def test_a_line_has_one_body_a_day(id_, day, found):
    """A portal is declared once; the day tells which body of its line ran it."""
    body = in_line_on(id_, day)

    assert (body and body.id) == found


def test_a_line_is_what_came_before_and_after():
    """Sisters that merged into the same body are not of its line, but they are of the merged body's."""
    assert line_of("police-ha-nam") == ("police-ha-nam", "police-ninh-binh-2025")
    assert set(line_of("police-ninh-binh-2025")) == {"police-ha-nam", "police-nam-dinh", "police-ninh-binh", "police-ninh-binh-2025"}
    assert line_of("no-such-body") == ()


@pytest.mark.usefixtures("own_registry")
def test_a_plug_in_adds_bodies_with_their_written_forms():
    """What a plug-in adds is found like what was there, short words included."""
    registry.register([entry(name="Công đoàn Công an nhân dân tỉnh Mới", aliases=["Công đoàn Mới"], parent="police-union")], plugin="mine")

    assert organization("công đoàn CAND tỉnh mới").id == organization("Công đoàn Mới").id == "new-body"


@pytest.mark.usefixtures("own_registry")
def test_a_plug_in_may_be_loaded_twice():
    """The same entry a second time changes nothing."""
    for _ in range(2):
        registry.register([entry()], plugin="mine")

    assert [one.id for one in organizations_named("Công ty TNHH Một Hai Ba")] == ["new-body"]


@pytest.mark.usefixtures("own_registry")
@pytest.mark.parametrize(
    ("added", "reason"),
    [
        pytest.param([entry("mps")], "organization mps is defined twice", id="taken-id"),
        pytest.param([entry(), entry(name="Khác")], "organization new-body is defined twice", id="one-id-twice"),
        pytest.param([entry(parent="nobody")], "points to nobody", id="parent-missing"),
        pytest.param([entry("first"), entry(succeeded_by=["nobody"])], "points to nobody", id="successor-missing"),
    ],
)
def test_a_wrong_plug_in_is_named_and_adds_nothing(added, reason):
    """One wrong entry and none is taken, so that half a registry never works by chance."""
    with pytest.raises(PluginError, match=rf"plug-in mine: .*{reason}"):
        registry.register(added, plugin="mine")

    assert organization_by_id("first") is None
    assert organization_by_id("mps").name == "Bộ Công an"


def test_a_line_needs_provinces_in_its_id():
    """A line without the province in its id would give all bodies one id."""
    with pytest.raises(ValueError, match=r"needs \{province\}"):
        registry.LineEntry(id="police", name="Công an {place}", english="Police", kind="police", confidence="confirmed")
