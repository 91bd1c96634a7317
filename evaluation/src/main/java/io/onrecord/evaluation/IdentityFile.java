package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.evaluation.IdentityPassage.Pair;
import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identity.Member;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads gold identities: JSON Lines, one passage a line, {@code id}, {@code articles} (each with {@code id}, perhaps {@code
 * published}, {@code outlet} and {@code event}, and {@code speakers} as {@code local}, {@code name}, {@code kind}, {@code roles},
 * {@code descriptions}, {@code aliases}), {@code same} (groups of {@code [article, local]}), {@code apart} and perhaps {@code open}
 * (pairs of them).
 */
final class IdentityFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private int line;

    private IdentityFile(Path file) {
        this.file = file;
    }

    /** All passages, in the order of the file. */
    static List<IdentityPassage> read(Path file) throws IOException {
        return new IdentityFile(file).passages();
    }

    private List<IdentityPassage> passages() throws IOException {
        List<IdentityPassage> passages = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String json = in.readLine(); json != null; json = in.readLine()) {
                line++;
                if (!json.isBlank()) {
                    passages.add(passage(parse(json)));
                }
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, line + 1, "this line or a later one is not UTF-8", e);
        }
        if (passages.isEmpty()) {
            throw new GoldFormatException(file, "no passages; expected one JSON object a line");
        }
        return passages;
    }

    private JsonNode parse(String json) throws GoldFormatException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new GoldFormatException(
                    file, line, "not a JSON object of one passage: " + shown(e.getOriginalMessage()), e);
        }
    }

    private IdentityPassage passage(JsonNode node) throws GoldFormatException {
        List<Appearance> appearances = new ArrayList<>();
        for (JsonNode article : list(node, "articles")) {
            for (JsonNode speaker : list(article, "speakers")) {
                appearances.add(appearance(article, speaker));
            }
        }
        Set<Member> known = new HashSet<>();
        appearances.forEach(
                one -> known.add(new Member(one.articleId(), one.speaker().id())));
        List<List<Member>> groups = new ArrayList<>();
        for (JsonNode group : list(node, "same")) {
            groups.add(members(group, known));
        }
        Set<Pair> same = new HashSet<>();
        for (List<Member> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    same.add(new Pair(group.get(i), group.get(j)));
                }
            }
        }
        Set<Pair> apart = new HashSet<>();
        for (JsonNode pair : list(node, "apart")) {
            List<Member> two = two(pair, known);
            for (Member first : group(two.get(0), groups)) {
                for (Member second : group(two.get(1), groups)) {
                    apart.add(new Pair(first, second));
                }
            }
        }
        Set<Pair> open = new HashSet<>();
        for (JsonNode pair : node.has("open") ? list(node, "open") : List.<JsonNode>of()) {
            List<Member> two = two(pair, known);
            open.add(new Pair(two.get(0), two.get(1)));
        }
        try {
            return new IdentityPassage(string(node, "id"), appearances, same, apart, open);
        } catch (IllegalArgumentException e) {
            throw new GoldFormatException(file, line, String.valueOf(e.getMessage()), e);
        }
    }

    /** Who is kept apart from one is kept apart from all who are that one. */
    private static List<Member> group(Member member, List<List<Member>> groups) {
        return groups.stream()
                .filter(group -> group.contains(member))
                .findFirst()
                .orElse(List.of(member));
    }

    private Appearance appearance(JsonNode article, JsonNode speaker) throws GoldFormatException {
        List<Role> roles = new ArrayList<>();
        for (JsonNode role : list(speaker, "roles")) {
            roles.add(new Role(string(role, "title"), optional(role, "of")));
        }
        Optional<LocalDate> published = Optional.empty();
        Optional<String> day = optional(article, "published");
        try {
            published = day.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new GoldFormatException(
                    file, line, "'published' is a day such as 2024-05-16, not '" + shown(day.orElse("")) + "'", e);
        }
        return new Appearance(
                string(article, "id"),
                published,
                optional(article, "outlet"),
                optional(article, "event"),
                new Speaker(
                        string(speaker, "local"),
                        string(speaker, "name"),
                        kind(string(speaker, "kind")),
                        roles,
                        strings(speaker, "descriptions"),
                        strings(speaker, "aliases"),
                        Map.of()));
    }

    private SpeakerKind kind(String name) throws GoldFormatException {
        if (name.equals("GOVERNMENT")) {
            return SpeakerKind.STATE;
        }
        for (SpeakerKind kind : SpeakerKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw problem("'" + shown(name) + "' is no kind of speaker");
    }

    private List<Member> members(JsonNode list, Set<Member> known) throws GoldFormatException {
        List<Member> members = new ArrayList<>();
        for (JsonNode member : list.values()) {
            if (!member.isArray()
                    || member.size() != 2
                    || !member.get(0).isString()
                    || !member.get(1).isString()) {
                throw problem("a speaker is [article, local], not " + shown(member.toString()));
            }
            Member found = new Member(member.get(0).stringValue(), member.get(1).stringValue());
            if (!known.contains(found)) {
                throw problem("no article has the speaker " + shown(member.toString()));
            }
            members.add(found);
        }
        return members;
    }

    private List<Member> two(JsonNode pair, Set<Member> known) throws GoldFormatException {
        List<Member> two = members(pair, known);
        if (two.size() != 2) {
            throw problem("a pair has two speakers, not " + two.size());
        }
        return two;
    }

    private List<String> strings(JsonNode node, String field) throws GoldFormatException {
        List<String> strings = new ArrayList<>();
        for (JsonNode value : list(node, field)) {
            if (!value.isString()) {
                throw problem("'" + field + "' is a list of strings, and has " + shown(value.toString()));
            }
            strings.add(value.stringValue());
        }
        return strings;
    }

    private List<JsonNode> list(JsonNode node, String field) throws GoldFormatException {
        @Nullable JsonNode value = node.isObject() ? node.get(field) : null;
        if (value == null || !value.isArray()) {
            throw problem("expected an object with the list '" + field + "', found " + shown(node.toString()));
        }
        return List.copyOf(value.values());
    }

    private String string(JsonNode node, String field) throws GoldFormatException {
        return optional(node, field)
                .orElseThrow(() -> problem("there is no string '" + field + "' in " + shown(node.toString())));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank());
    }

    private GoldFormatException problem(String what) {
        return new GoldFormatException(file, line, what);
    }
}
