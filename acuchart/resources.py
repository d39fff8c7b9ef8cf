"""The one doorway to the files that come with the program.

In a checkout they lie in `resources/` beside the package; an installed wheel carries them inside it, as
`acuchart/_resources`.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"


def resources_folder() -> Path:
    """The folder that holds all of them."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def resource(*parts: str) -> Path:
    """The path of one file or folder, such as ``resource("points", "points.csv")``.

    Raises:
        FileNotFoundError: The program was installed without it.
    """
    path = resources_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"AcuChart's own file is missing: {'/'.join(parts)}")
    return path
