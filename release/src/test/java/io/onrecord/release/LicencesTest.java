package io.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may ship, by its licence. The build itself asks this of all that does ship. */
class LicencesTest {

    @TempDir
    private Path folder;

    @Test
    void whatMayShipIsListedWithItsLicence() throws IOException {
        String report =
                report(part("example", "reader", id("MIT")) + "," + part("example", "writer", id("Apache-2.0")));
        assertThat(report).contains("example:reader:1.0: MIT\n", "example:writer:1.0: Apache-2.0\n");
    }

    @Test
    void ofSeveralLicencesOneThatMayShipIsEnough() throws IOException {
        assertThat(report(part("example", "jetty", id("EPL-2.0") + "," + id("Apache-2.0"))))
                .contains("example:jetty:1.0: Apache-2.0 or EPL-2.0; taken under Apache-2.0\n");
        assertThat(report(part("example", "reader", id("EPL-2.0") + "," + id("MIT"))))
                .contains("example:reader:1.0: EPL-2.0 or MIT; taken under MIT\n");
    }

    @Test
    void theTextOfALicenceIsInTheJarOrInTheReport() throws IOException {
        assertThatThrownBy(() -> report(part("example", "bare-hands", id("BSD-3-Clause"))))
                .hasMessageContaining("example:bare-hands:1.0: BSD-3-Clause")
                .hasMessageContaining("is in no jar");
        assertThat(report(part("org.brotli", "dec", id("MIT"))))
                .contains("org.brotli:dec:1.0, under MIT\n====", "by the Brotli Authors");
        assertThat(report(part("org.locationtech.jts", "jts-core", id("EPL-2.0") + "," + id("BSD-3-Clause"))))
                .contains("org.locationtech.jts:jts-core:1.0, under BSD-3-Clause\n", "Eclipse Distribution License")
                .doesNotContain("Eclipse Public License");
    }

    @Test
    void whatJarsSayThemselvesIsNotSaidAgain() throws IOException {
        assertThat(report(part("example", "reader", id("MIT")))).doesNotContain("under MIT\n====");
    }

    @Test
    void theDataOfOthersInOnrecordsOwnJarsIsInTheReport() throws IOException {
        assertThat(report(part("example", "reader", id("MIT"))))
                .contains(
                        "countries-list 3.4.1: MIT, Copyright (c) 2014 Annexare Studio",
                        "all-MiniLM-L6-v2: Apache-2.0",
                        "Permission is hereby granted, free of charge",
                        "WordNet Release 3.1");
    }

    @Test
    void withoutAListThereIsNoArchive() throws IOException {
        Path none = folder.resolve("none.json");
        Path report = folder.resolve("LICENCES.txt");
        assertThatThrownBy(() -> Licences.main(new String[] {none.toString(), report.toString(), "true"}))
                .hasMessageContaining(none + " is not there")
                .hasMessageContaining("build with a network");
        Licences.main(new String[] {none.toString(), report.toString(), "false"});
        assertThat(report).doesNotExist();
    }

    @Test
    void theProjectSOwnPartsAreNotListed() throws IOException {
        assertThat(report(part("io.onrecord", "core", "") + "," + part("example", "reader", id("MIT"))))
                .doesNotContain("io.onrecord");
    }

    @Test
    void copyleftFailsTheBuild() {
        for (String licence :
                new String[] {"GPL-3.0-only", "AGPL-3.0-or-later", "LGPL-2.1-only", "MPL-2.0", "EPL-2.0"}) {
            assertThatThrownBy(() -> report(
                            part("example", "reader", id("MIT")) + "," + part("example", "copyleft", id(licence))))
                    .hasMessageContaining("example:copyleft:1.0: " + licence)
                    .hasMessageNotContaining("example:reader");
        }
    }

    @Test
    void aLicenceThatNobodyKnowsFailsTheBuild() {
        assertThatThrownBy(() -> report(part("example", "odd", "{\"license\":{\"name\":\"Apache-2.0 with a twist\"}}")))
                .hasMessageContaining("example:odd:1.0: Apache-2.0 with a twist");
        assertThatThrownBy(() -> report(part("example", "bare", "")))
                .hasMessageContaining("example:bare:1.0: no licence");
    }

    @Test
    void aListThatIsNotWholeFailsTheBuild() {
        assertThatThrownBy(() -> report("")).hasMessageContaining("lists nothing that ships");
        assertThatThrownBy(() -> report("{")).hasMessageContaining("is no JSON");
    }

    private static String id(String licence) {
        return "{\"license\":{\"id\":\"" + licence + "\"}}";
    }

    private static String part(String group, String name, String licences) {
        return "{\"group\":\"" + group + "\",\"name\":\"" + name + "\",\"version\":\"1.0\",\"licenses\":[" + licences
                + "]}";
    }

    private String report(String parts) throws IOException {
        Path bom = Files.writeString(folder.resolve("bom.json"), "{\"components\":[" + parts + "]}");
        Path report = folder.resolve("LICENCES.txt");
        Licences.main(new String[] {
            bom.toString(),
            report.toString(),
            "true",
            String.join(
                    File.pathSeparator, jar("reader", "META-INF/LICENSE"), jar("bare-hands", "META-INF/MANIFEST.MF"))
        });
        return Files.readString(report);
    }

    private String jar(String name, String entry) throws IOException {
        Path jar = folder.resolve(name + "-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return jar.toString();
    }
}
