"""Write what is made of the documentation: ``python -m communique.documentation PAGES``."""

from __future__ import annotations

import sys
from pathlib import Path

import communique
from communique.documentation.parts import renew
from communique.documentation.pictures import draw

if __name__ == "__main__":
    pages = Path(sys.argv[1])
    for path in (*renew(pages), *draw(pages, communique.load())):
        print(path)  # noqa: T201
