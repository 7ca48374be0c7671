"""Pages of old made readable for what expects today's: layout by tables, paragraphs by line breaks."""

from typing import Any, Final

_LONG_CELL: Final = 400
_BLOCKS_NAMES: Final = """
    div p ul ol dl table h1 h2 h3 h4 h5 h6 blockquote section article figure form hr pre
"""
_BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())


def modernize(tree: Any) -> None:
    """Turn layout tables into divisions, and text parted by two line breaks into paragraphs; in place."""
    from lxml import etree  # noqa: PLC0415 - only those who read pages pay for it

    for table in list(tree.iter("table")):
        if _lays_out(table):
            for part in [table, *table.iter("tbody", "thead", "tr", "td", "th")]:
                part.tag = "div"
    etree.strip_tags(tree, "font", "center")
    for parent in {br.getparent(): None for br in tree.iter("br") if _is_double(br)}:
        if parent.tag not in {"p", "pre", "span", "a"}:
            _part(parent, etree)


def _lays_out(table: Any) -> bool:
    """Whether a table holds the page and no figures: those have no headlines and no long texts."""
    return any(
        next(cell.iter("h1", "h2", "p"), None) is not None or len(cell.text_content()) > _LONG_CELL
        for cell in table.iter("td", "th")
    )


def _is_double(br: Any) -> bool:
    following = br.getnext()
    return following is not None and following.tag == "br" and not (br.tail or "").strip()


def _part(parent: Any, etree: Any) -> None:
    """Put what stands between double line breaks into paragraphs."""
    children = list(parent)
    paragraph = etree.Element("p")
    paragraph.text, parent.text = parent.text, None
    parts = [paragraph]
    for i, child in enumerate(children):
        tail, child.tail = child.tail, None
        parent.remove(child)
        is_break = child.tag == "br" and (
            i + 1 < len(children) and children[i + 1].tag == "br" and not (tail or "").strip()
        )
        if child.tag in _BLOCKS or is_break:
            paragraph = etree.Element("p")
            paragraph.text = tail
            parts += [paragraph] if is_break else [child, paragraph]
        else:
            child.tail = tail
            paragraph.append(child)
    parent.extend(part for part in parts if part.tag != "p" or part in children or "".join(part.itertext()).strip())
