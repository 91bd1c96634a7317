package io.onrecord.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API, listed in a golden file: what others build on changes only on purpose. */
class ApiTest {

    private static final Path GOLDEN = Path.of("checks/src/test/resources/api.txt");

    /** The cluster's job is run, not built on; what it stands on is not here. */
    private static final String CLUSTER = "io.onrecord.spark";

    @Test
    void thePublicApiIsTheOneListed() throws Exception {
        String listing = listing();
        Path golden = Project.root().resolve(GOLDEN);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, listing);
        }
        assertThat(listing).isEqualTo(golden(golden));
    }

    @Test
    void noThirdPartyTypeShowsInAPublicSignature() throws Exception {
        assertThat(listing())
                .doesNotContain(
                        "tools.jackson",
                        "ai.onnxruntime",
                        "com.ibm",
                        "picocli",
                        "de.siegmar",
                        "java.sql",
                        "org.sqlite",
                        "org.postgresql",
                        "com.zaxxer",
                        "org.jsoup",
                        "opennlp",
                        "org.apache",
                        "org.netpreserve",
                        "com.rometools",
                        "org.jdom2",
                        "crawlercommons",
                        "org.dhatim",
                        "com.github",
                        "io.javalin",
                        "gg.jte",
                        "org.eclipse");
    }

    private static String golden(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String listing() throws ClassNotFoundException {
        Set<String> types = new TreeSet<>();
        for (JavaClass found : Project.classes()) {
            if (found.getPackageName().equals(CLUSTER)) {
                continue;
            }
            Class<?> type = Class.forName(found.getName());
            if (isPublic(type) && !isOwn(type.getPackageName())) {
                types.add(listing(type));
            }
        }
        return String.join("\n", types) + "\n";
    }

    /** The command line, the rooms behind the desk, and what the build makes of templates are for nobody to build on. */
    private static boolean isOwn(String room) {
        return room.equals("io.onrecord.cli")
                || room.startsWith("io.onrecord.server.")
                || room.equals("io.onrecord.exchange.report.page");
    }

    /** Public, in public types all the way out. */
    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers()) || at.isAnonymousClass()) {
                return false;
            }
        }
        return !type.isSynthetic() && !type.getSimpleName().equals("package-info");
    }

    private static String listing(Class<?> type) {
        List<String> members = new ArrayList<>();
        Stream.of(type.getDeclaredFields())
                .filter(ApiTest::shown)
                .map(Field::toGenericString)
                .forEach(members::add);
        Stream.of(type.getDeclaredConstructors())
                .filter(ApiTest::shown)
                .map(Constructor::toGenericString)
                .forEach(members::add);
        Stream.of(type.getDeclaredMethods())
                .filter(ApiTest::shown)
                .map(Method::toGenericString)
                .forEach(members::add);
        Collections.sort(members);
        StringBuilder out = new StringBuilder(heading(type)).append("\n");
        for (String member : members) {
            out.append("    ").append(member).append("\n");
        }
        return out.toString();
    }

    /** Not {@link Class#toGenericString}, which differs between versions of Java. */
    private static String heading(Class<?> type) {
        String sealed = type.isSealed() && !type.isEnum() ? "sealed " : "";
        if (type.isInterface()) {
            return sealed + "interface " + type.getName();
        }
        if (type.isEnum() || type.isRecord()) {
            return (type.isEnum() ? "enum " : "record ") + type.getName();
        }
        return sealed + (Modifier.isFinal(type.getModifiers()) ? "final class " : "class ") + type.getName();
    }

    private static boolean shown(Field field) {
        return visible(field.getModifiers()) && !field.isSynthetic();
    }

    private static boolean shown(Executable member) {
        boolean everyObjects = member.getName().equals("equals")
                || member.getName().equals("hashCode")
                || member.getName().equals("toString");
        return visible(member.getModifiers()) && !member.isSynthetic() && !everyObjects;
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
