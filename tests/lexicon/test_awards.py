from itertools import chain

import pytest

from antq_records.errors import PluginError
from antq_records.lexicon import awards as registry
from antq_records.lexicon.awards import AwardEntry, award_by_id, award_named, resolve
from antq_records.lexicon.organizations import organization_by_id, organizations
from antq_records.model import AwardForm
from antq_records.text.unicode import fold

AWARDS = registry.awards()
RECIPIENTS = {"individual", "collective", "household"}


def entry(id_="new-award", **fields):
    """Make an entry that says no more than it must."""
    return AwardEntry(id=id_, **({"name": "Giải thưởng Búa Vàng", "form": "prize"} | fields))


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.id)
def test_an_award_goes_by_each_of_its_names(award):
    """Every name of the data means this award and no other, with and without quotation marks, shouted or not."""
    for name in (award.name, *award.aliases, *award.abbreviations):
        assert award_named(name) is award
        assert award_named(name.upper()) is award
        assert award_named(name.replace("“", "").replace("”", "")) is award


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.id)
def test_an_award_is_sound(award):
    """Its givers exist, its recipients are of the three kinds, and it is no gift."""
    assert [giver for giver in (award.conferred_by, *award.givers) if giver and organization_by_id(giver) is None] == []
    assert set(award.giver_kinds) <= {body.kind for body in organizations()}
    assert award.recipients
    assert set(award.recipients) <= RECIPIENTS
    assert not any(fold(award.name).startswith(f"{gift} ") for gift in registry.gifts())


@pytest.mark.parametrize("form", registry.forms().values(), ids=lambda form: form.words)
def test_every_form_reads_its_own_example(form):
    """Of all form words that stand in an example, the longest say the form that the entry means."""
    found = next(words for words in registry.forms() if words in fold(form.example))

    assert fold(form.words) in fold(form.example)
    assert registry.forms()[found].form is form.form


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.id)
def test_names_that_open_with_a_form_agree_with_it(award):
    """A name that begins with *Bằng khen* is a certificate of merit."""
    for name in (award.name, *award.aliases):
        opening = next((words for words in registry.forms() if fold(name).startswith(f"{words} ")), None)
        assert opening is None or registry.forms()[opening].form is award.form


@pytest.mark.parametrize(
    ("form", "words", "conferrer", "id_"),
    [
        pytest.param("certificate_of_merit", "Bằng khen", "vgcl", "vgcl-merit-certificate", id="bare-by-the-confederation"),
        pytest.param("certificate_of_merit", "Bằng khen", "mps", "mps-merit-certificate", id="bare-by-the-ministry"),
        pytest.param("certificate_of_merit", "Bằng khen", "moh", "ministry-merit-certificate", id="bare-by-another-ministry"),
        pytest.param("certificate_of_merit", "bằng khen", "ubnd-ha-nam", "province-merit-certificate", id="bare-by-a-province"),
        pytest.param("certificate_of_merit", "bằng khen", "ldld-ha-nam", "sector-union-merit-certificate", id="bare-by-a-federation"),
        pytest.param("certificate_of_merit", "bằng khen", "police-union", "sector-union-merit-certificate", id="bare-by-the-police-union"),
        pytest.param("certificate_of_merit", "bằng khen", "police-ha-nam", None, id="bare-by-who-has-none"),
        pytest.param("certificate_of_merit", "bằng khen", None, None, id="bare-by-nobody"),
        pytest.param("certificate_of_merit", "bằng khen", "no-such-body", None, id="bare-by-an-unknown-body"),
        pytest.param("certificate_of_merit", "Bằng khen Bộ Công an", "vgcl", "mps-merit-certificate", id="its-name-before-the-conferrer"),
        pytest.param("certificate_of_merit", "Bằng khen của Bộ Y tế", None, "ministry-merit-certificate", id="giver-in-the-name"),
        pytest.param("certificate_of_merit", "Bằng khen Trung ương Hội", None, "women-central-merit-certificate", id="the-women's-centre"),
        pytest.param("certificate_of_merit", "Bằng khen Trung ương Hội Nông dân Việt Nam", None, None, id="another-centre"),
        pytest.param("certificate_of_merit", "Bằng khen của Chủ tịch UBND tỉnh Hà Nam", None, "province-merit-certificate", id="open-name"),
        pytest.param("certificate_of_merit", "Bằng khen danh dự", "mps", None, id="another-award-that-begins-alike"),
        pytest.param("certificate_of_commendation", "giấy khen", "police-ho-chi-minh", "letter-of-commendation", id="letter-by-anybody"),
        pytest.param(
            "certificate_of_commendation", "Giấy khen của Giám đốc Công an tỉnh", None, "letter-of-commendation", id="letter-signed"
        ),
        pytest.param("flag", "cờ thi đua", "government", "government-emulation-flag", id="flag-of-the-government"),
        pytest.param("flag", "cờ thi đua", "prime-minister", "government-emulation-flag", id="flag-by-the-prime-minister"),
        pytest.param("flag", "cờ thi đua", "mps", "mps-emulation-flag", id="flag-of-the-ministry"),
        pytest.param("flag", "cờ thi đua", "police-union", "police-union-flag", id="flag-of-the-police-union"),
        pytest.param("flag", "cờ thi đua", "ldld-quang-tri", "sector-union-flag", id="flag-of-a-federation"),
        pytest.param("flag", "cờ thi đua", "police-ho-chi-minh", None, id="flag-of-a-provincial-force"),
        pytest.param("flag", "Cờ thi đua xuất sắc Bộ Công an", None, "mps-emulation-flag", id="flag-with-its-giver"),
        pytest.param("flag", "Bằng khen của Bộ Công an", None, None, id="name-of-another-form"),
        pytest.param("title", "xuất sắc", None, "excellent-ranking", id="title-without-danh-hieu"),
        pytest.param("title", "danh hiệu “Chiến sỹ thi đua cơ sở”", None, "grassroots-emulation-fighter", id="title-with-danh-hieu"),
        pytest.param(
            "title", "xuất sắc dẫn đầu cụm thi đua Khối Lực lượng vũ trang thành phố", None, "leader-of-cluster", id="name-goes-on"
        ),
        pytest.param("prize", "giải thưởng tình nguyện Quốc gia", None, "volunteer-prize", id="prize"),
        pytest.param("prize", "Giải thưởng “Lý Tự Trọng”", None, "ly-tu-trong-prize", id="quoted-where-the-data-is-not"),
        pytest.param("prize", "giải Nhất", None, None, id="contest"),
        pytest.param("medal_insignia", "Kỷ niệm chương “Bảo vệ ANTQ”", None, "kc-bao-ve-antq", id="short-words"),
        pytest.param("medal_insignia", "Kỷ niệm chương", "mps", None, id="bare-insignia"),
        pytest.param("order", "Huân chương chiến công", None, "feat-order", id="order"),
    ],
)
def test_words_and_conferrer_mean_an_award(form, words, conferrer, id_):
    """The name tells the award where it can; a bare one needs the conferrer; else nothing is claimed."""
    assert resolve(AwardForm(form), words, conferrer) == id_


@pytest.mark.parametrize("name", ["Bằng khen", "cờ thi đua", "Giải thưởng Xa Lạ", ""])
def test_a_bare_or_unknown_name_is_no_award_by_itself(name):
    """Without a conferrer nobody knows whose *Bằng khen* it is."""
    assert award_named(name) is None


def test_state_awards_are_the_presidents():
    """Article 77 of the law: orders, medals and state honorary titles are conferred by the State President."""
    assert {award.conferred_by for award in AWARDS if award.form in {AwardForm.ORDER, AwardForm.MEDAL}} == {"state-president"}


def test_short_words_count_in_capitals_only():
    """*CSTT* is a title, *cstt* is nothing."""
    assert "cstt" in registry.capitals_only()
    assert "chiến sĩ tiên tiến" not in registry.capitals_only()


@pytest.mark.usefixtures("own_registry")
def test_a_plug_in_adds_awards():
    """What a plug-in adds is found by name and by its giver."""
    added = entry(name="Bằng khen của Công an Thủ đô", form="certificate_of_merit", conferred_by="police-ha-noi", bare=["bằng khen"])
    for _ in range(2):
        registry.register([added], plugin="mine")

    assert award_by_id("new-award") is added
    assert resolve(AwardForm.CERTIFICATE_OF_MERIT, "Bằng khen", "police-ha-noi") == "new-award"
    assert award_named("bằng khen CATP Hà Nội") is added


@pytest.mark.usefixtures("own_registry")
@pytest.mark.parametrize(
    ("added", "reason"),
    [
        pytest.param([entry("labour-order")], "award labour-order is defined twice", id="taken-id"),
        pytest.param([entry("first"), entry(conferred_by="nobody")], "given by nobody", id="conferrer-missing"),
    ],
)
def test_a_wrong_plug_in_is_named_and_adds_nothing(added, reason):
    """One wrong entry and none is taken."""
    with pytest.raises(PluginError, match=rf"plug-in mine: .*{reason}"):
        registry.register(added, plugin="mine")

    assert award_by_id("first") is None


def test_gifts_are_no_awards():
    """Nothing that is handed over as a gift opens an award."""
    opened = chain.from_iterable(award.written_forms() for award in AWARDS)

    assert {"bức trướng", "học bổng"} <= set(registry.gifts())
    assert not set(map(fold, opened)) & set(registry.gifts())
