"""``antq show``."""

import pytest

from antq_records.store import open_store


@pytest.fixture(name="article")
def article_fixture(imported):
    """Give an article of the store with records of many types."""
    with open_store(imported, read_only=True) as store:
        (article,) = (article for article in store.articles() if "Cụm thi đua số 4" in article.title)
        return article, store.records(article.id)


def test_without_an_id_the_articles_are_listed(command, imported):
    """Every article of the store has a row with its id."""
    shown = command("show").stdout

    with open_store(imported, read_only=True) as store:
        assert all(article.id in shown for article in store.articles())


def test_an_article_has_its_text_and_records(command, article):
    """The whole text is shown, and below it every record with its id."""
    kept, records = article
    shown = command("show", kept.id).stdout
    joined = "".join(shown.split())

    assert "".join(records.article.text.split()) in joined
    for record in (*records.honorees, *records.ceremonies, *records.clusters, *records.people):
        assert record.id in shown


@pytest.mark.parametrize(
    "ask", [lambda kept: kept.id, lambda kept: kept.id[:14], lambda kept: kept.url], ids=["id", "beginning", "address"]
)
def test_ways_to_name_an_article(command, article, ask):
    """An article is named by its id, the beginning of it, or its address."""
    kept, _ = article

    assert command("show", ask(kept)).stdout == command("show", kept.id).stdout


def test_a_record_has_the_words_that_prove_it(command, article):
    """The id of a record shows this record alone, with each piece of its evidence."""
    _, records = article
    (ceremony,) = records.ceremonies
    shown = " ".join(command("show", ceremony.id).stdout.split())

    assert ceremony.id in shown
    assert not any(other.id in shown for other in (*records.people, *records.clusters, *records.honorees))
    for piece in ceremony.evidence:
        assert f"{piece.field or '(record)'}: “{piece.quote}” at {piece.start}, {piece.basis.value}" in shown


def test_quiet_is_the_text_alone(command, article):
    """``--quiet`` leaves out the records."""
    kept, records = article
    shown = command("show", kept.id, "--quiet").stdout

    assert "".join(records.article.text.split()) in "".join(shown.split())
    assert not any(record.id in shown for record in records.honorees)


def test_colours_have_a_legend(command, article, monkeypatch):
    """In colour, the proving words stand out, and a line says what each colour means."""
    kept, records = article
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = command("show", kept.id).stdout

    assert "\x1b[36mceremony\x1b[0m" in shown
    assert any(f"\x1b[1;32m{piece.quote}\x1b[0m" in shown for honoree in records.honorees for piece in honoree.evidence)


@pytest.mark.usefixtures("imported")
def test_what_is_not_there_is_wrong_use(command):
    """An id that means nothing is named, with a way to find one that does."""
    done = command("show", "article-none")

    assert done.exit_code == 2
    assert "article-none is no id or address in records.db; `antq show` lists the articles" in done.stderr


@pytest.mark.usefixtures("imported")
def test_what_may_be_several_is_listed(command):
    """A beginning that fits several names them."""
    done = command("show", "article")

    assert done.exit_code == 2
    assert done.stderr.count("\n  article-") == 10


def test_an_empty_store_says_so(command):
    """A store without an article is said to be empty."""
    with open_store("empty.db"):
        pass

    assert command("show", "--store", "empty.db").stdout == "The store holds no article.\n"
