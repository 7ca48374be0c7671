"""Lines of a news text that are not the article: "read also", "scroll to continue", comment forms."""

import re
from typing import Final

from geo.article import Span

_LINE: Final = re.compile(
    r"""^[ \t>*_#-]*(?:
      baca\s+(?:juga|selengkapnya|artikel) | lihat\s+juga | simak\s+(?:juga|berita|video|selengkapnya)
    | saksikan\s+(?:juga|video) | tonton\s+(?:juga|video) | scroll\s+to\s+continue | gulir\s+untuk
    | advertisement\b | iklan\b\s*$ | diposting\s+(?:pada|oleh) | pilihan\s+editor | halaman\s+selanjutnya
    | leave\s+a\s+(?:reply|comment) | tinggalkan\s+(?:balasan|komentar) | your\s+email\s+address
    | alamat\s+email\s+anda | share\s+(?:this|on)\b | bagikan\s*(?:$|:|ke\b|di\b|artikel\b|berita\b)
    | read\s+(?:more|also)\b | see\s+also\b | related\s*: | artikel\s+terkait | sign\s+up\s+(?:for|to)\b
    | subscribe\b | follow\s+us\b | ikuti\s+kami | top\s+of\s+form | copyright\b | hak\s+cipta | video\s*:\s
    ).*$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_FRONT_MATTER: Final = re.compile(r"\A---\r?\n(?=\w+:).*?\n---\r?\n", re.DOTALL)
_MARKDOWN: Final = re.compile(r"(?<=\])\([^)\s]*\)|^```.*?^```|<!--.*?-->|https?://\S+", re.DOTALL | re.MULTILINE)
_LONGEST: Final = 300
"""A line of more code points is the article, however it begins."""


def boilerplate(text: str, *, markdown: bool = False) -> tuple[Span, ...]:
    """Spans of ``text`` that are not the article, in order and disjoint; Markdown's targets and code too."""
    spans = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() - m.start() <= _LONGEST]
    if markdown:
        spans += (Span(m.start(), m.end()) for p in (_FRONT_MATTER, _MARKDOWN) for m in p.finditer(text))
    return tuple(_disjoint(spans))


def _disjoint(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
