from acuchart import words
from tests.helpers.pseudo_language import pseudo, untranslated


def test_a_message_is_bracketed_accented_and_two_fifths_longer(pseudo_language: None) -> None:
    spoken = words._("Needles out")
    assert spoken.startswith("[")
    assert spoken.endswith("]")
    assert len(spoken) >= len("Needles out") * 1.3
    assert "Needles" not in spoken


def test_fields_and_tags_stay_as_they_are() -> None:
    spoken = pseudo("<b>{n} needles</b>&nbsp;still in")
    assert "<b>{n} " in spoken
    assert "</b>&nbsp;" in spoken
    assert spoken.format(n=2).startswith("[<b>2 ")


def test_the_form_goes_with_the_number(pseudo_language: None) -> None:
    assert words.ngettext("{n} needle", "{n} needles", 1) == pseudo("{n} needle")
    assert words.ngettext("{n} needle", "{n} needles", 3) == pseudo("{n} needles")


def test_what_did_not_go_through_gettext_is_found() -> None:
    texts = [
        pseudo("Sign"),
        f"{pseudo('Room')} · 12:20",
        "Forgotten",
        f"{pseudo('Open')} visit",
        "×",
        "Mara Ellison",
    ]
    assert untranslated(texts, data=["Mara Ellison"]) == ["Forgotten", f"{pseudo('Open')} visit"]


def test_a_message_inside_a_message_is_no_find() -> None:
    assert untranslated([pseudo("For {region}").format(region=pseudo("Right knee"))]) == []
