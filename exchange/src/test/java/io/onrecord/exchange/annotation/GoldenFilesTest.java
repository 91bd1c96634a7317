package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as files, to look at. */
class GoldenFilesTest {

    @TempDir
    private Path folder;

    @Test
    void brat() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, Example.record());
        Golden.check("example.ann", Files.readString(exported.file(".ann")));
        Golden.check("example.json", Files.readString(exported.file(".json")));
        Golden.check("example-title.ann", Files.readString(exported.titleFile(".ann")));
        Golden.check("annotation.conf", Files.readString(folder.resolve("annotation.conf")));
    }

    @Test
    void xmi() throws IOException {
        Exported exported = Exported.to(folder, Format.XMI, Example.record());
        Golden.check("example.xmi", Files.readString(exported.file(".xmi")));
    }
}
