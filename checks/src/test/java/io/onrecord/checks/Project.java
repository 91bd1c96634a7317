package io.onrecord.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that is checked. */
final class Project {

    private Project() {}

    /** The root of the checkout. */
    static Path root() {
        String told = System.getProperty("onrecord.root");
        Path root = told == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(told);
        if (!Files.exists(root.resolve("CONTRIBUTING.md"))) {
            throw new IllegalStateException(root + " is not the root of the checkout: set -Donrecord.root");
        }
        return root;
    }

    /** All classes that ship. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("testkit"))
                .importPackages("io.onrecord");
    }
}
