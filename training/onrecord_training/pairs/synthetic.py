"""Pairs made from real sentences, seeded: what is changed tells what the pair is.

Nobody has marked pairs of news sentences as contradictions, so they are made: a number, a name, a day or a verb is put in
another's place, or "not" is put in or taken out. That alone would teach "any difference contradicts" and "not contradicts".
So both sides of a pair are also reworded in ways that change nothing, a change may be made to both sides at once, half of
the pairs begin from two wordings of a paraphrase, and true neighbours from the same article are neither.
"""
import json
import os
import random
import re

from .lexicon import Lexicon
from .sets import Pair

SAME, CONTRADICTS, OTHER = 0, 1, 2
SHARES = (0.34, 0.36, 0.30)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
AUXILIARY = r"(?<![-'])(is|are|was|were|will|would|can|could|should|has|have|had|does|do|did)(?![-'])"
SHORT = {"is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "will": "won't", "would": "wouldn't", "can": "can't",
         "could": "couldn't", "should": "shouldn't", "has": "hasn't", "have": "haven't", "had": "hadn't", "does": "doesn't",
         "do": "don't", "did": "didn't"}
LONG = {short: f"{long} not" for long, short in SHORT.items()} | {"cannot": "can not"}
NUMBER = re.compile(r"(?<![\w.,-])\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w-]|[.,]\d)")
NAME = re.compile(r"(?<=[a-z,;] )(?!(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|St|Gen|Sgt|Lt|Jr)\b)(?:[A-Z][\w-]*[a-z])(?: (?:[A-Z][\w-]*[a-z]))*\b(?!\.? [A-Z]|'| of\b)")
TITLED = re.compile(r"\bof $")
FINITE = re.compile(r"\b(?:is|are|was|were|will|would|can|could|should|has|have|had|does|do|did|may|might|must|\w{3,}ed)\b")
DROPPABLE = re.compile(r"\b(?:also|already|now|currently|recently|really|actually|very|just|simply|clearly|quickly|immediately|"
                       r"previously|apparently|finally|eventually|largely|mostly|strongly|officially|today) ")
FRAMES = ("{s}, he said", "officials said {s}", "{s}, according to officials", "he said {s}", "she said that {s}", "it is true that {s}",
          "they say that {s}", "it is said that {s}")
DENIALS = ("it is not true that {s}", "it is false that {s}", "{Name} denied that {s}", "there is no truth in reports that {s}",
           "officials denied that {s}", "claims that {s} are false", "the report that {s} was a hoax", "{Name} rejected the claim that {s}")
OPEN = ("it is unclear whether {s}", "{Name} asked whether {s}", "if {s}", "{Name} wants to know if {s}", "police are investigating whether {s}",
        "it may be that {s}")
HEADLINES = (
    ("{s}", "{s}", "{s}", "{s}", "Confirmed: {s}", "Officials confirm {s}", "{Name} confirms {s}", "It is true: {s}"),
    ("Hoax: {s}", "False: {s}", "No, {s} is not true", "The story that {s} is fake", "{Name} denies that {s}", "Officials deny {s}",
     "Debunked: {s}", "There is no proof that {s}", "{s}? No, it is a hoax", "Police: it is not true that {s}", "Why {s} is almost surely false",
     "The story that {s} was made up", "{s}: that never happened"),
    ("{s}, report says", "Report: {s}", "Rumor: {s}", "{s}?", "Reports claim {s}", "Is it true that {s}?", "Claims that {s} spread online",
     "{s}, sources say", "Rumors say that {s}", "Police look into claim that {s}", "Unconfirmed: {s}", "{Name} claims {s}",
     "{s}, according to unconfirmed reports", "{s}, {Name} alleges", "{Name} asked about reports that {s}", "Did it happen? {s}"))
BEGINS = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|[Tt]here|[Tt]h(?:is|at|ese|ose)|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ss]ome|"
                    r"[Mm]any|[Mm]ost|[Aa]ll|[Nn]o|(?!What|Why|How|When|Where|Who|Would|If|And|But|\w+ing\b)[A-Z][a-z]+) ")
NOT = re.compile(r"\b(?:not|no|never|none|nobody|cannot|without|den(?:y|ies|ied)|false)\b|n't\b|n’t\b")


class Maker:
    """Makes pairs from `sentences`, [(sentence, article)], and `paraphrases`, [(a, b)]."""

    def __init__(self, sentences, paraphrases, tables, seed):
        self.rng = random.Random(seed)
        self.lexicon = Lexicon()
        self.sentences, self.paraphrases = sentences, paraphrases
        self.first_names, self.places = tables
        self.names = self._names()
        self.neighbours = {}
        for sentence, article in sentences:
            self.neighbours.setdefault(article, []).append(sentence)
        self.phrases = {id(table): re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")(?!\w)", re.I)
                        for table in (self.lexicon.opposite, self.lexicon.alike)}

    def pairs(self, count):
        found, seen = [], set()
        for _ in range(count * 20):
            if len(found) == count:
                break
            pair = self.pair()
            if pair and (pair.a, pair.b) not in seen:
                seen.add((pair.a, pair.b))
                found.append(pair)
        return found

    def pair(self):
        return self.headlined() if self.rng.random() < 0.2 else self.compared()

    def headlined(self):
        """A claim and a headline that takes it for true, for false, or only reports it."""
        a, b, group = self.base(SAME)
        stance = self.rng.randrange(3)
        frame = self.rng.choice(HEADLINES[stance])
        b = self.headline(b) or b
        b = self.reworded(b, 1) if frame == "{s}" else framed(frame, b, self.some_name())
        return Pair(upper(a), upper(b), "synthetic", group, relation=(stance,), stance=stance, symmetric=False)

    def compared(self):
        label = self.rng.choices((SAME, CONTRADICTS, OTHER), SHARES)[0]
        a, b, article = self.base(label)
        if b is None:
            return None
        if self.rng.random() < 0.3:
            a, b = self.both(a, b)
        if label == CONTRADICTS:
            b = self.changed(b)
        elif label == OTHER and a == b:
            b = self.opened(b)
        if b is None:
            return None
        a, b = self.reworded(a, self.rng.choice((0, 0, 1, 2))), self.reworded(b, self.rng.choice((0, 1, 1, 2)))
        if plain(a) == plain(b) and (label != SAME or self.rng.random() < 0.8):
            return None
        if self.rng.random() < 0.5:
            a, b = b, a
        return Pair(upper(a), upper(b), "synthetic", article, relation=(label,))

    def base(self, label):
        """Two sentences that mean the same, or for OTHER a sentence and a near one of its article."""
        if label != OTHER and self.rng.random() < 0.5 and self.paraphrases:
            a, b = self.rng.choice(self.paraphrases)
            return (a, b, a) if self.rng.random() < 0.5 else (b, a, a)
        sentence, article = self.rng.choice(self.sentences)
        if label == OTHER and self.rng.random() < 0.6:
            near = self.nearest(sentence, article)
            return sentence, near, article
        return sentence, sentence, article

    def nearest(self, sentence, article):
        """The sentence of the same article with most words in common that is still another one."""
        own, best = words(sentence), (0.0, None)
        for other in self.neighbours[article]:
            theirs = words(other)
            likeness = len(own & theirs) / max(1, len(own | theirs))
            if best[0] < likeness < 0.5 and not own <= theirs and not theirs <= own:
                best = likeness, other
        return best[1]

    def both(self, a, b):
        """The same change on both sides leaves a pair what it was. It must apply to both alike."""
        if plain(a) == plain(b):
            changed = self.changed(a)
            return (changed, changed) if changed else (a, b)
        frame = self.rng.choice(DENIALS)
        name = self.some_name()
        return framed(frame, a, name), framed(frame, b, name)

    # What contradicts.

    def changed(self, sentence):
        ways = [self.number, self.number, self.day, self.name, self.name, self.turned, self.negated, self.negated, self.affirmed,
                self.affirmed, self.opposed, self.opposed, self.denied]
        self.rng.shuffle(ways)
        for way in ways:
            found = way(sentence)
            if found and plain(found) != plain(sentence):
                return found
        return None

    def number(self, sentence):
        places = [m for m in NUMBER.finditer(sentence)]
        spelt = [m for m in re.finditer(r"\b(" + "|".join((*NUMERALS[2:], *TENS)) + r")\b", sentence)]
        if not places and not spelt:
            return None
        place = self.rng.choice(places + spelt)
        if place in spelt:
            table = NUMERALS[2:] if place.group() in NUMERALS else tuple(TENS)
            return put(sentence, place, self.rng.choice([w for w in table if w != place.group()]))
        old = int(place.group(1).replace(",", ""))
        if 1900 <= old <= 2100 and "," not in place.group(1):
            new = old + self.rng.choice((-10, -4, -3, -2, -1, 1, 2, 3, 5, 10))
        else:
            new = max(0, round(old * self.rng.choice((0.1, 0.25, 0.5, 0.7, 1.3, 1.5, 2, 3, 10))) + self.rng.choice((-1, 0, 1, 2)))
        if new == old:
            new += 1
        digits = f"{new:,}" if "," in place.group(1) or new >= 10000 else str(new)
        return put(sentence, place, ("$" if place.group().startswith("$") else "") + digits + (place.group(2) or ""))

    def day(self, sentence):
        for table in (DAYS, MONTHS):
            places = list(re.finditer(r"\b(" + "|".join(table) + r")\b", sentence))
            if places:
                place = self.rng.choice(places)
                return put(sentence, place, self.rng.choice([w for w in table if w != place.group()]))
        return None

    def name(self, sentence):
        places = [m for m in NAME.finditer(sentence) if m.group() not in DAYS + MONTHS]
        places = [m for m in places if self.kind(m.group()) != "name" or not TITLED.search(sentence[:m.start()])]
        if not places:
            return None
        place = self.rng.choice(places)
        kind, size = self.kind(place.group()), place.group().count(" ")
        like = self.names.get((kind, size), ())
        old = set(place.group().lower().split())
        like = [name for name in self.rng.sample(like, min(8, len(like))) if not old & set(name.lower().split()) and name not in sentence]
        return put(sentence, place, like[0]) if like else None

    def turned(self, sentence):
        """Who did it to whom, exchanged."""
        places = [m for m in NAME.finditer(" , " + sentence) if m.group() not in DAYS + MONTHS]
        for one, other in zip(places, places[1:]):
            between = sentence[one.end() - 3:other.start() - 3]
            if self.kind(one.group()) == self.kind(other.group()) and 1 <= len(between.split()) < 6 and re.search(r"\b\w{3,}(?:ed|s)\b", between) \
                    and not re.search(r"\b(?:and|or|met|meets|meet|between|talked|with|is|was|that|says|said)\b|,", between):
                a, b, c, d = one.start() - 3, one.end() - 3, other.start() - 3, other.end() - 3
                return sentence[:a] + other.group() + sentence[b:c] + one.group() + sentence[d:]
        return None

    def negated(self, sentence):
        place = re.search(rf"\b{AUXILIARY}\b(?! not\b)(?! no\b)(?! n't)(?!n't)(?!')", sentence)
        if place:
            short = self.rng.random() < 0.4
            return put(sentence, place, SHORT[place.group()] if short else "can not" if place.group() == "can" else place.group() + " not")
        for table, helper in ((self.lexicon.past, "did"), (self.lexicon.present, "does")):
            places = [m for m in re.finditer(r"\b[a-z]+\b", sentence) if m.group() in table]
            places = [m for m in places if re.search(r"(?:[A-Z]\w+|he|she|it|they|who|\w+s) $", sentence[:m.start()])]
            if places:
                place = places[0]
                no = self.rng.choice((" not ", "n't ", " not "))
                return put(sentence, place, helper + no + table[place.group()])
        return None

    def affirmed(self, sentence):
        shortened = re.search(r"\b(" + "|".join(SHORT.values()) + r"|cannot)\b", sentence)
        if shortened:
            sentence = put(sentence, shortened, LONG[shortened.group()])
        do = re.search(r"\b(did|does|do) not ([a-z]+)\b", sentence)
        if do:
            table = {"did": self.lexicon.base_to_past, "does": self.lexicon.base_to_present}.get(do.group(1))
            form = do.group(2) if table is None else table.get(do.group(2))
            return put(sentence, do, form) if form else None
        place = re.search(rf"\b{AUXILIARY} (?:not|never|no longer) (?!only\b)", sentence)
        if place:
            return put(sentence, place, place.group(1) + " ")
        place = re.search(r"\b(?:no|not any) (?=[a-z])(?!longer|one|matter|doubt)", sentence)
        return put(sentence, place, self.rng.choice(("some ", "clear ", ""))) if place else None

    def opposed(self, sentence):
        return self.exchanged(sentence, self.lexicon.opposite)

    def exchanged(self, sentence, table):
        places = list(self.phrases[id(table)].finditer(sentence))
        if not places:
            return None
        place = self.rng.choice(places)
        return put(sentence, place, self.rng.choice(table[place.group().lower()]))

    def denied(self, sentence):
        fits = FINITE.search(sentence) and '"' not in sentence
        return framed(self.rng.choice(DENIALS), sentence, self.some_name()) if fits else None

    # What is neither.

    def opened(self, sentence):
        """What was said is asked, or made possible."""
        if self.rng.random() < 0.5:
            place = re.search(r"\b(will|is|are|was|were|has|have)\b(?! not)", sentence)
            if place:
                new = {"will": ("might", "could"), "has": ("may have",), "have": ("may have",), "was": ("may have been", "could have been"),
                       "were": ("may have been",)}.get(place.group(), ("may be", "could be"))
                return put(sentence, place, self.rng.choice(new))
        return framed(self.rng.choice(OPEN), sentence, self.some_name()) if FINITE.search(sentence) else None

    # What changes nothing.

    def reworded(self, sentence, times):
        ways = [self.alike, self.alike, self.respelt, self.respelt, self.shortened, self.moved, self.dropped, self.clause_cut, self.headline, self.said, self.day_cut]
        for _ in range(times):
            self.rng.shuffle(ways)
            for way in ways:
                found = way(sentence)
                if found and found != sentence and len(found.split()) >= 3:
                    sentence = found
                    break
        return sentence

    def alike(self, sentence):
        return self.exchanged(sentence, self.lexicon.alike)

    def respelt(self, sentence):
        place = re.search(r"\b(" + "|".join(NUMERALS[2:]) + r")\b(?! of)", sentence)
        if place:
            return put(sentence, place, str(NUMERALS.index(place.group())))
        place = re.search(r"(?<![\w.,$-])([2-9]|1[0-2])(?! ?%)(?![\w-]|[.,:]\d)", sentence)
        if place:
            return put(sentence, place, NUMERALS[int(place.group())])
        place = re.search(r"(\d)(%| percent| per cent)(?!\w)", sentence)
        if place:
            return put(sentence, place, place.group(1) + self.rng.choice(("%", " percent", " per cent")))
        place = re.search(r"\$(\d[\d,.]*\d|\d)( million| billion)?(?![\d,.]*\d| ?\w)", sentence)
        if place:
            return put(sentence, place, f"{place.group(1)}{place.group(2) or ''} dollars")
        place = re.search(r"(?<![\d,])(\d{1,3}(?:,\d{3})+)(?![,.]?\d)", sentence)
        return put(sentence, place, place.group().replace(",", "")) if place else None

    def shortened(self, sentence):
        place = re.search(rf"\b{AUXILIARY} not\b", sentence)
        if place:
            return put(sentence, place, SHORT[place.group(1)])
        place = re.search(r"\b(" + "|".join(SHORT.values()) + r")\b", sentence)
        return put(sentence, place, LONG[place.group()]) if place else None

    def moved(self, sentence):
        place = re.match(r"((?:In|On|At|After|Before|Since|During|Last|Under|For) [^,]{3,50}), (.{20,})$", sentence)
        if place:
            return f"{bare(place.group(2))} {lower(place.group(1))}"
        place = re.match(r"(.{20,}) ((?:on|in) (?:" + "|".join(DAYS + MONTHS) + r"|\d{4}))[.]?$", sentence)
        return f"{upper(place.group(2))}, {lower_unless_name(place.group(1))}" if place else None

    def dropped(self, sentence):
        places = list(DROPPABLE.finditer(sentence))
        return put(sentence, self.rng.choice(places), "") if places else None

    def clause_cut(self, sentence):
        place = re.search(r", (?:who|which|where|a|an|the) [^,]{5,60}, ", sentence) or re.search(
            r", (?:which|who|where|adding|saying|calling|citing|according to) [^,]{5,80}[.]?$", sentence)
        return put(sentence, place, " " if place.end() < len(sentence) else ".") if place else None

    def day_cut(self, sentence):
        place = re.search(r" (?:on )?(?:" + "|".join(DAYS) + r")\b(?! (?:morning|night|evening|afternoon))", sentence)
        return put(sentence, place, "") if place and place.start() > 10 else None

    def headline(self, sentence):
        if self.rng.random() < 0.6:
            return None
        return re.sub(r"\b(?:the|a|an) ", "", bare(sentence), flags=re.I)

    def said(self, sentence):
        return framed(self.rng.choice(FRAMES), sentence, self.some_name()) if FINITE.search(sentence) and len(sentence) < 160 else None

    # Names.

    def kind(self, name):
        parts = name.lower().split()
        return "place" if name in self.places else "person" if parts[0] in self.first_names and len(parts) > 1 else "name"

    def _names(self):
        found = {(("place"), name.count(" ")): [] for name in self.places}
        for name in sorted(self.places):
            found["place", name.count(" ")].append(name)
        seen = set()
        for sentence, _ in self.sentences:
            for place in NAME.finditer(sentence):
                name = place.group()
                if name not in seen and name not in DAYS + MONTHS and len(name) > 3 and "'" not in name:
                    seen.add(name)
                    kind = self.kind(name)
                    if kind != "place":
                        found.setdefault((kind, name.count(" ")), []).append(name)
        return found

    def some_name(self):
        people = self.names.get(("person", 1)) or ["the minister"]
        return self.rng.choice(people)


def put(sentence, place, new):
    """The sentence with what a match found replaced; a capital stays one."""
    old = place.group()
    if old[:1].isupper() and new[:1].islower():
        new = upper(new)
    return re.sub(r"  +", " ", sentence[:place.start()] + new + sentence[place.end():]).strip()


def framed(frame, sentence, name):
    return frame.format(s=lower_unless_name(bare(sentence)), Name=name)


def bare(sentence):
    return sentence.strip().rstrip(".").strip()


def upper(text):
    return text[:1].upper() + text[1:]


def lower(text):
    return text[:1].lower() + text[1:]


def lower_unless_name(sentence):
    """A sentence put inside another: small at its beginning where that is a common word. (The network reads no capitals.)"""
    return lower(sentence) if re.match(r"(?:The|A|An|In|On|At|It|He|She|They|We|There|This|That|His|Her|But|And|For|After)\b", sentence) else sentence


def words(sentence):
    return {word for word in re.findall(r"\w+", sentence.lower()) if len(word) > 3}


def plain(sentence):
    return re.sub(r"\W+", " ", sentence.lower()).strip()


def contents(path):
    """[(content of a statement, article)] of the training articles: those of one span that read as a sentence."""
    found = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            article = json.loads(line)
            for attribution in article["attributions"]:
                if len(attribution["content"]) == 1:
                    start, end = attribution["content"][0]
                    text = re.sub(r"\s+", " ", article["text"][start:end]).strip(" \"“”',")
                    text = re.sub(r"^that ", "", text)
                    if BEGINS.match(text) and 6 <= len(text.split()) <= 32 and FINITE.search(text):
                        found.append((upper(text), article["id"]))
    return found


def alike_in_facts(a, b):
    """People call two sentences paraphrases though a number or a name differs. Here it must not: all numbers of the two
    are the same, and the names of one are in the other."""
    numbers = [sorted(NUMBER.findall(text)) for text in (a, b)]
    names = [set(re.findall(r"\b[A-Z][a-z]{2,}", text[1:])) for text in (a, b)]
    nots = [len(NOT.findall(text)) for text in (a, b)]
    return numbers[0] == numbers[1] and nots[0] == nots[1] and (names[0] <= names[1] or names[1] <= names[0])


def tables(folder):
    """(first names, places) from the tables of the reader's speakers."""
    with open(os.path.join(folder, "first-names.tsv"), encoding="utf-8") as f:
        first = {line.split("\t")[0] for line in f if not line.startswith("#")}
    with open(os.path.join(folder, "countries.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
    return first, {row[column] for row in rows for column in (1, 3) if len(row) > column and row[column]}


def make(paraphrases, polnear, folder, count, seed):
    """paraphrases: pairs of which those that say the same are used. folder: of the tables."""
    both = [(pair.a, pair.b) for pair in paraphrases if pair.paraphrase and alike_in_facts(pair.a, pair.b)]
    sentences = contents(polnear) + [(sentence, sentence) for pair in both for sentence in pair]
    return Maker(sentences, both, tables(folder), seed).pairs(count)
