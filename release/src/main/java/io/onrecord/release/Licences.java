package io.onrecord.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the list of what ships (CycloneDX, {@code bom.json}) against the licences that may ship, and writes the report of them. Of a part
 * under several licences one that may ship is enough: each of them stands alone, as Maven means it.
 */
public final class Licences {

    private static final String OWN = "io.onrecord";

    /** SPDX ids. All of them ask for their text and for names to be kept, and for nothing of whoever builds upon it. */
    private static final Set<String> PERMISSIVE = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "ISC",
            "MIT",
            "MIT-0",
            "Unicode-3.0",
            "Unlicense");

    /** What ships all the same, and why it may. */
    private static final Map<String, String> EXAMINED = Map.of(
            "jakarta.servlet:jakarta.servlet-api",
            "interfaces that Jetty needs, shipped as they are: the EPL asks no more of that than to say where their source is"
                    + " (https://github.com/jakartaee/servlet)",
            "org.jdom:jdom2",
            "the words of Apache 1.1 without the clause on advertising: BSD in all but name");

    /** Lies in the core, beside what was made from WordNet. */
    private static final String WORDNET = "/io/onrecord/claims/wordnet-license.txt";

    private Licences() {}

    /**
     * Writes the report, or says what may not ship.
     *
     * @param arguments the list, the file for the report, and whether there has to be a list: {@code true} for an archive
     */
    public static void main(String[] arguments) throws IOException {
        Path bom = Path.of(arguments[0]);
        if (!Files.exists(bom)) {
            if (Boolean.parseBoolean(arguments[2])) {
                throw new IllegalStateException(
                        bom
                                + " is not there, and an archive must say what is in it: Maven makes none offline, build with a network");
            }
            return;
        }
        Files.writeString(Path.of(arguments[1]), report(Files.readString(bom, StandardCharsets.UTF_8), bom.toString()));
    }

    /**
     * The report.
     *
     * @param bom CycloneDX as JSON
     * @param name of the file, for messages
     * @throws IllegalStateException if something in it may not ship, has no licence, or nothing is in it
     */
    static String report(String bom, String name) {
        Map<String, Set<String>> parts = parts(bom, name);
        List<String> refused = new ArrayList<>();
        StringBuilder out = new StringBuilder("""
                What ships with Onrecord beside its own parts, and under which licence (bom.json has more of each).
                The jars are as their makers made them, many with the text of their licence below META-INF; that of Apache-2.0 is in LICENSE,
                and of every other by its name at https://spdx.org/licenses/.

                """);
        parts.forEach((part, licences) -> {
            String why = EXAMINED.getOrDefault(part.substring(0, part.lastIndexOf(':')), "");
            if (why.isEmpty() && licences.stream().noneMatch(PERMISSIVE::contains)) {
                refused.add(part + ": " + (licences.isEmpty() ? "no licence" : String.join(" or ", licences)));
            }
            out.append(part).append(": ").append(String.join(" or ", licences));
            out.append(why.isEmpty() ? "\n" : " (" + why + ")\n");
        });
        if (!refused.isEmpty()) {
            throw new IllegalStateException("may not ship, by its licence (" + name + "):\n  "
                    + String.join("\n  ", refused)
                    + "\nTake something else, or leave it out. A licence that may ship goes into Licences.PERMISSIVE.");
        }
        return out.append('\n').append(text("data.txt")).append(text(WORDNET)).toString();
    }

    private static String text(String resource) {
        try (@Nullable InputStream in = Licences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not among the classes: build again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> parts(String bom, String name) {
        Map<String, Set<String>> parts = new TreeMap<>();
        try {
            for (JsonNode part : JsonMapper.shared().readTree(bom).path("components")) {
                String group = part.path("group").asString("");
                if (!group.equals(OWN)) {
                    parts.put(
                            group + ":" + part.path("name").asString("") + ":"
                                    + part.path("version").asString(""),
                            licences(part));
                }
            }
        } catch (JacksonException e) {
            throw new IllegalStateException(name + " is no JSON: build again", e);
        }
        if (parts.isEmpty()) {
            throw new IllegalStateException(name + " lists nothing that ships: it cannot be whole");
        }
        return parts;
    }

    private static Set<String> licences(JsonNode part) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode choice : part.path("licenses")) {
            JsonNode licence = choice.path("license");
            String said = licence.path("id")
                    .asString(licence.path("name")
                            .asString(choice.path("expression").asString("")));
            if (!said.isBlank()) {
                licences.add(said.strip());
            }
        }
        return licences;
    }
}
