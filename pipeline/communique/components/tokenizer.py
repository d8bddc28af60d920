"""The tokenizer: spaCy's English rules with the punctuation of press releases.

Releases glue quotes, brackets and asterisks to words (``Initiative"(BRI)``, ``**Initiative**``),
write middle dots inside names (``Architecture·Mozi``) and run Chinese and Latin letters together.
spaCy's English tokenizer splits none of these inside a word.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

#: Characters that part two tokens wherever they stand.
_ALWAYS_SPLIT = r"[*<>\\\"“”„«»‹›()\[\]{}·‧・—–|;：，。、；（）《》「」…]"

#: A comma glued between an abbreviation and the next word, "Co.,Ltd.".
_GLUED_COMMA = r"(?<=\.),(?=[A-Za-z])"

#: A slash between letters, "President/CEO".
_SLASH = r"(?<=[A-Za-z])/(?=[A-Za-z])"

#: Slashes around a wire's name, "LIMA, May 3 /AndesWire/ --".
_OPENING_SLASH = r"/(?=[A-Z])"
_CLOSING_SLASH = r"(?<=[A-Za-z])/"


#: Dashes of typewriters, "LIMA--(ANDES WIRE)--Acme", which stand for one.
_DASHES = r"--+"
_OPENING_DASHES = r"--+(?=\w)"
_CLOSING_DASHES = r"(?<=\w)--+"


@registry.tokenizers("communique.Tokenizer.v1")
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return the factory that spaCy's config calls with the language object."""

    def make(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        infixes = [
            _DASHES,
            *(defaults.infixes or ()),
            _ALWAYS_SPLIT,
            _SLASH,
            _GLUED_COMMA,
        ]
        prefixes = [
            *(defaults.prefixes or ()),
            _ALWAYS_SPLIT,
            _OPENING_SLASH,
            _OPENING_DASHES,
        ]
        suffixes = [
            *(defaults.suffixes or ()),
            _ALWAYS_SPLIT,
            _CLOSING_SLASH,
            _CLOSING_DASHES,
        ]
        return Tokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(prefixes).search,
            suffix_search=compile_suffix_regex(suffixes).search,
            infix_finditer=compile_infix_regex(infixes).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return make
