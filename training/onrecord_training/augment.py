"""Windows as other typography would have them, so that it does not move what the network finds; and with words hidden."""
import dataclasses

from . import surface

MASKED = 0.15


def varied(window, wordpiece, rng):
    """The window itself, or now and then one of its other looks, a function of the random state alone."""
    draw = rng.random()
    if draw < 0.06:
        window = in_case(window, surface.PLAIN_CASE)
    elif draw < 0.09:
        window = in_case(window, surface.CAPITALS)
    elif draw < 0.14:
        window = in_case(window, surface.CAPITALIZED)
    draw = rng.random()
    if draw < 0.05:
        window = unquoted(window)
    elif draw < 0.09:
        window = unpaired(window, wordpiece.ids["'"])
    if rng.random() < 0.5:
        window = masked(window, wordpiece.ids["[MASK]"], rng.uniform(0, MASKED), rng)
    return window


def in_case(window, case):
    """All words in one case; punctuation and numbers have none."""
    surfaces = tuple(case * surface.QUOTES + old % surface.QUOTES if letters else old
                     for letters, old in zip(window.letters, window.surfaces))
    return dataclasses.replace(window, surfaces=surfaces)


def unpaired(window, apostrophe):
    """Marks as single ones that nothing pairs."""
    ids = tuple(apostrophe if surface.is_mark(s) else i for i, s in zip(window.ids, window.surfaces))
    return dataclasses.replace(window, ids=ids, surfaces=outside(window.surfaces))


def outside(surfaces):
    return tuple(s - s % surface.QUOTES for s in surfaces)


def unquoted(window):
    """Without its quotation marks."""
    kept = [i for i, s in enumerate(window.surfaces) if not surface.is_mark(s)]
    if not kept or len(kept) == len(window):
        return window
    labels, moved = list(window.labels), list(range(len(window)))
    for i in range(len(window) - 1):
        # A span that begins at a mark begins at the piece after it.
        if surface.is_mark(window.surfaces[i]) and labels[i] % 2 and labels[i + 1] == labels[i] + 1:
            labels[i + 1] = labels[i]
            moved = [i + 1 if m == i else m for m in moved]
    place = {old: new for new, old in enumerate(kept)}

    def there(pairs, empty):
        for a, others in pairs:
            left = tuple(place[moved[b]] for b in others if moved[b] in place)
            if moved[a] in place and (left or empty and not others):
                yield place[moved[a]], left

    lists = {name: tuple(values[i] for i in kept) for name, values in (
        ("ids", window.ids), ("spans", window.spans), ("words", window.words), ("letters", window.letters), ("lines", window.lines),
        ("surfaces", outside(window.surfaces)), ("labels", labels), ("places", window.places))}
    return dataclasses.replace(window, links=tuple(there(window.links, False)), owners=tuple(there(window.owners, True)), **lists)


def masked(window, mask, rate, rng):
    """With some words hidden."""
    ids, hide = list(window.ids), False
    for i, begins in enumerate(window.words):
        if begins:
            hide = rng.random() < rate
        if hide:
            ids[i] = mask
    return dataclasses.replace(window, ids=tuple(ids))
