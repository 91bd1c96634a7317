package io.onrecord.release;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the list of what ships (CycloneDX, {@code bom.json}) against the licences that may ship, and writes the report of them. Of a part
 * under several licences one that may ship is enough: each of them stands alone, as Maven means it. The text of each licence ships, too: in
 * the part's own jar, or in the report.
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

    /** Their texts need not go along: that of one is in LICENSE, the others ask for nothing. */
    private static final Set<String> WITHOUT_TEXT = Set.of("Apache-2.0", "0BSD", "CC0-1.0", "MIT-0", "Unlicense");

    /** Where jars have the texts of their licences. */
    private static final Pattern TEXT =
            Pattern.compile("META-INF/(?:.+/)?(?:LICEN[CS]E|COPYING)(?:[.-][^/]*)?", Pattern.CASE_INSENSITIVE);

    /** Lies in the core, beside what was made from WordNet. */
    private static final String WORDNET = "/io/onrecord/claims/wordnet-license.txt";

    private Licences() {}

    /**
     * Writes the report, or says what may not ship.
     *
     * @param arguments the list, the file for the report, whether there has to be a list ({@code true} for an archive), and the jars, as a
     *     class path has them; left out for those of this run
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
        String jars = arguments.length > 3 ? arguments[3] : System.getProperty("java.class.path");
        Files.writeString(
                Path.of(arguments[1]), report(Files.readString(bom, StandardCharsets.UTF_8), bom.toString(), jars));
    }

    /**
     * The report.
     *
     * @param bom CycloneDX as JSON
     * @param name of the file, for messages
     * @param jars as a class path has them
     * @throws IllegalStateException if something in it may not ship, has no licence or no text of it, or nothing is in it
     */
    private static String report(String bom, String name, String jars) throws IOException {
        Map<String, Set<String>> parts = parts(bom, name);
        List<String> refused = new ArrayList<>();
        List<String> without = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        StringBuilder out = new StringBuilder("""
                What ships with Onrecord beside its own parts, and under which licence (bom.json has more of each).
                The jars are as their makers made them, many with the text of their licence below META-INF; that of Apache-2.0 is in LICENSE,
                and those that jars lack stand below.

                """);
        for (Map.Entry<String, Set<String>> each : parts.entrySet()) {
            String part = each.getKey();
            Set<String> licences = each.getValue();
            String why = EXAMINED.getOrDefault(part.substring(0, part.lastIndexOf(':')), "");
            String taken = taken(part, licences);
            if (why.isEmpty() && !PERMISSIVE.contains(taken)) {
                refused.add(part + ": " + (licences.isEmpty() ? "no licence" : String.join(" or ", licences)));
            }
            out.append(part).append(": ").append(String.join(" or ", licences));
            out.append(licences.size() > 1 ? "; taken under " + taken : "");
            out.append(why.isEmpty() ? "\n" : " (" + why + ")\n");
            if (!WITHOUT_TEXT.contains(taken) && !hasText(part, jars)) {
                Optional<String> text =
                        resource("texts/" + part.replaceAll(":[^:]*$", "").replace(':', '.') + ".txt");
                text.ifPresentOrElse(
                        words ->
                                texts.append(heading(part + ", under " + taken)).append(words),
                        () -> without.add(part + ": " + taken));
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("may not ship, by its licence (" + name + "):\n  "
                    + String.join("\n  ", refused)
                    + "\nTake something else, or leave it out. A licence that may ship goes into Licences.PERMISSIVE.");
        }
        if (!without.isEmpty()) {
            throw new IllegalStateException("the text of its licence has to ship, and is in no jar (" + name + "):\n  "
                    + String.join("\n  ", without)
                    + "\nPut it, with its copyright, into a file of that name in texts/.");
        }
        return out.append(texts)
                .append('\n')
                .append(text("data.txt"))
                .append(text(WORDNET))
                .toString();
    }

    /** The licence under which a part ships: of several a permissive one, Apache-2.0 before others, and the EPL before the GPL. */
    private static String taken(String part, Set<String> licences) {
        return licences.stream()
                .filter(PERMISSIVE::contains)
                .min(Comparator.comparing((String licence) -> !licence.equals("Apache-2.0"))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> licences.stream().findFirst())
                .orElse(part);
    }

    private static String heading(String words) {
        return "\n" + words + "\n" + "=".repeat(words.length()) + "\n\n";
    }

    private static boolean hasText(String part, String jars) throws IOException {
        String[] names = part.split(":", -1);
        String file = names[1] + "-" + names[2] + ".jar";
        for (String jar : jars.split(File.pathSeparator, -1)) {
            Path path = Path.of(jar);
            if (path.endsWith(file)) {
                try (ZipFile zip = new ZipFile(path.toFile())) {
                    return zip.stream()
                            .anyMatch(entry -> TEXT.matcher(entry.getName()).matches());
                }
            }
        }
        return false;
    }

    private static String text(String name) {
        return resource(name)
                .orElseThrow(() -> new IllegalStateException(name + " is not among the classes: build again"));
    }

    private static Optional<String> resource(String name) {
        try (@Nullable InputStream in = Licences.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
