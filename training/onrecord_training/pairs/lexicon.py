"""The word lists for made-up pairs, each form of a verb with its like."""
import os
import re

PATH = os.path.join(os.path.dirname(__file__), "words.txt")


class Lexicon:
    """opposite, alike: {a word or phrase: those that may be put in its place}. past, present: {form of a verb: its base}."""

    def __init__(self, path=PATH):
        self.opposite, self.alike, self.past, self.present, self.base_to_past, self.base_to_present = {}, {}, {}, {}, {}, {}
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                if line.strip() and not line.startswith("#"):
                    self._add(line.strip(), f"{path}, line {number}")

    def _add(self, line, where):
        kind, _, rest = line.partition(" ")
        sides = [side.strip() for side in rest.split("|")]
        if kind == "verb" and len(sides) == 1:
            self._verb(forms(sides[0]))
        elif kind in ("opposite-verb", "alike-verb") and len(sides) == 2:
            both = forms(sides[0]), forms(sides[1])
            for verb in both:
                self._verb(verb)
            for one, other in zip(*both):
                self._link(self.opposite if kind == "opposite-verb" else self.alike, one, other)
        elif kind in ("opposite", "alike") and len(sides) == 2:
            self._link(self.opposite if kind == "opposite" else self.alike, *sides)
        else:
            raise ValueError(f"{where}: a kind and one or two words expected, not {line[:80]!r}")

    def _link(self, table, one, other):
        for a, b in ((one, other), (other, one)):
            if a != b and b not in table.setdefault(a, []):
                table[a].append(b)

    def _verb(self, verb):
        base, third, past, _, _ = verb
        if past != base:
            self.past[past], self.base_to_past[base] = base, past
        self.present[third], self.base_to_present[base] = base, third


def forms(given):
    """(base, third person, past, participle, -ing) of `base` or `base:past:participle`."""
    parts = given.split(":")
    head, _, particle = parts[0].partition(" ")
    tail = " " + particle if particle else ""
    past, participle = (parts[1], parts[2]) if len(parts) == 3 else (regular(head, "ed") + tail,) * 2
    return head + tail, third(head) + tail, past, participle, regular(doubled(head, past), "ing") + tail


def doubled(head, past):
    """The consonant is doubled before -ing where it is before -ed, and in short irregular verbs."""
    if past.startswith(head + head[-1]) or re.fullmatch(r"(begin|cut|get|hit|quit|run|shut|win|put|forget|forbid)", head):
        return head + head[-1]
    return head


def regular(head, ending):
    if head.endswith("ie") and ending == "ing":
        return head[:-2] + "ying"
    if head.endswith("e") and not (head.endswith("ee") and ending == "ing"):
        return head[:-1] + ending
    if ending == "ed" and head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ied"
    return head + ending


def third(head):
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
