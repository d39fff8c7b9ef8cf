"""The forms from resources/forms: FHIR R4 Questionnaire files, the part of the standard that AcuChart uses.

A file is called ``name.version.json``. Hints, scale words and special controls are extensions; minimum,
maximum and the exclusive option use those of the standard.
"""

import re
from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

from acuchart.clinic.forms import Coding, Condition, Control, Item, ItemType, Option, Questionnaire, Value
from acuchart.clinic.intake_meaning import BASE, FINDING, FLAG, FLAG_DETAIL, FLAG_DUE, RED_FLAG
from acuchart.knowledge.files import known, read_tree, unique
from acuchart.knowledge.tree import Node
from acuchart.resources import resource

STANDARD = "http://hl7.org/fhir/StructureDefinition"
EXCLUSIVE = f"{STANDARD}/questionnaire-optionExclusive"
LEAST = f"{STANDARD}/minValue"
MOST = f"{STANDARD}/maxValue"
OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")

_FILE = re.compile(r"([a-z-]+)\.(\d+)\.json")


def read_forms(codes: Mapping[str, Container[str]]) -> Mapping[str, Questionnaire]:
    """Every form by name and version.

    Args:
        codes: For each system of codes, which codes exist; a system that is not in it holds any.
    """
    names = sorted(path.name for path in resource("forms").iterdir() if _FILE.fullmatch(path.name))
    forms = [read_form(name, codes) for name in names]
    return MappingProxyType({form.key: form for form in forms})


def read_form(file: str, codes: Mapping[str, Container[str]]) -> Questionnaire:
    """One form.

    Raises:
        KnowledgeTrouble: It is no Questionnaire, uses a part of the standard that is not supported, or names
            an unknown code or link id.
    """
    root = Node(f"forms/{file}", "", read_tree("forms", file))
    match = _FILE.fullmatch(file)
    if root.text("resourceType") != "Questionnaire" or match is None or root.text("version") != match[2]:
        raise root.wrong("it is no Questionnaire of the version its name says")
    form = Questionnaire(
        url=root.text("url"),
        name=match[1],
        version=root.text("version"),
        title=root.text("title"),
        items=tuple(_item(node) for node in root.nodes("item", named_by="linkId")),
    )
    _check(root, form, codes)
    return form


def _check(root: Node, form: Questionnaire, codes: Mapping[str, Container[str]]) -> None:
    items = tuple(form.walk())
    links = [item.link_id for item in items]
    unique(root.file, links)
    for item in items:
        known(root.file, item.link_id, "question", (c.link_id for c in item.enable_when), links)
        for coding in (*item.codes, *(option.coding for option in item.options)):
            if coding.system in codes and coding.code not in codes[coding.system]:
                raise Node(root.file, item.link_id, {}).wrong(f"code {coding.code} does not exist")


def coded(
    flags: Container[str], findings: Container[str], red_flags: Container[str]
) -> Mapping[str, Container[str]]:
    """The codes forms may use, by system."""
    return {FLAG: flags, FLAG_DETAIL: flags, FLAG_DUE: flags, FINDING: findings, RED_FLAG: red_flags}


def _item(node: Node) -> Item:
    kind = node.text("type")
    if kind not in {known_type.value for known_type in ItemType}:
        raise node.wrong(f"type {kind} is not supported")
    extensions = {extension.text("url"): extension for extension in node.nodes("extension")}
    options = tuple(_option(option) for option in node.nodes("answerOption"))
    if (kind == ItemType.CHOICE) is not bool(options):
        raise node.wrong("a choice needs options, and only a choice has them")
    return Item(
        link_id=node.text("linkId"),
        text=node.text("text"),
        type=ItemType(kind),
        required=node.flag("required"),
        repeats=node.flag("repeats"),
        codes=tuple(_coding(code) for code in node.nodes("code")),
        options=options,
        enable_when=tuple(_condition(condition) for condition in node.nodes("enableWhen")),
        enable_any=node.text("enableBehavior", "all") == "any",
        items=tuple(_item(below) for below in node.nodes("item", named_by="linkId")),
        hint=_word(extensions, "hint"),
        low=_word(extensions, "low"),
        high=_word(extensions, "high"),
        control=_control(node, _word(extensions, "control")),
        least=_bound(extensions, LEAST),
        most=_bound(extensions, MOST),
        longest=int(node.number("maxLength")) if "maxLength" in node.value else None,
        help_now=f"{BASE}/help-now" in extensions,
    )


def _word(extensions: Mapping[str, Node], name: str) -> str:
    extension = extensions.get(f"{BASE}/{name}")
    return extension.text("valueString") if extension else ""


def _bound(extensions: Mapping[str, Node], url: str) -> int | None:
    return int(extensions[url].number("valueInteger")) if url in extensions else None


def _control(node: Node, name: str) -> Control:
    if name not in {control.value for control in Control}:
        raise node.wrong(f"control {name} is not supported")
    return Control(name)


def _coding(node: Node) -> Coding:
    system = node.text("system")
    if not system.startswith(f"{BASE}/"):
        raise node.wrong(f"system {system} is not supported")
    return Coding(system, node.text("code"), node.text("display", ""))


def _option(node: Node) -> Option:
    urls = {extension.text("url") for extension in node.nodes("extension")}
    return Option(_coding(node.node("valueCoding")), EXCLUSIVE in urls)


def _condition(node: Node) -> Condition:
    if node.text("operator") not in OPERATORS:
        raise node.wrong(f"operator {node.text('operator')} is not supported")
    return Condition(node.text("question"), node.text("operator"), _answer(node))


def _answer(node: Node) -> Value:
    match [name for name in node.value if name.startswith("answer")]:
        case ["answerBoolean"]:
            return node.flag("answerBoolean")
        case ["answerInteger"]:
            return int(node.number("answerInteger"))
        case ["answerCoding"]:
            return _coding(node.node("answerCoding"))
        case _:
            raise node.wrong("it needs one answerBoolean, answerInteger or answerCoding")


def latest(forms: Iterable[Questionnaire]) -> Mapping[str, Questionnaire]:
    """The newest version of each form, by name."""
    newest: dict[str, Questionnaire] = {}
    for form in forms:
        if form.name not in newest or int(form.version) > int(newest[form.name].version):
            newest[form.name] = form
    return MappingProxyType(newest)
