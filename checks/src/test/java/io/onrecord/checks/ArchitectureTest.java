package io.onrecord.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions of the design, and what each room may know. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = Project.classes();

    private static final String MODEL = "io.onrecord.model..";
    private static final String TEXT = "io.onrecord.text..";
    private static final String ENCODER = "io.onrecord.encoder";
    private static final String ATTRIBUTION = "io.onrecord.attribution..";
    private static final String STANCE = "io.onrecord.stance..";
    private static final String DISPUTES = "io.onrecord.disputes..";
    private static final String DATES = "io.onrecord.dates..";
    private static final String SPEAKERS = "io.onrecord.speakers..";
    private static final String COPIES = "io.onrecord.copies..";
    private static final String CLAIMS = "io.onrecord.claims..";
    private static final String CORRECTIONS = "io.onrecord.corrections..";
    private static final List<String> CORE =
            List.of(MODEL, TEXT, ENCODER, ATTRIBUTION, STANCE, DISPUTES, DATES, SPEAKERS, COPIES, CLAIMS, CORRECTIONS);

    @Test
    void theRulesSeeTheWholeProject() {
        assertThat(CLASSES.size()).isGreaterThan(1000);
        for (String room : List.of(
                "model",
                "text",
                "encoder",
                "encoder.onnx",
                "attribution",
                "stance",
                "disputes",
                "dates",
                "speakers",
                "copies",
                "claims",
                "corrections",
                "reading",
                "exchange",
                "exchange.annotation",
                "exchange.linked",
                "exchange.report",
                "store",
                "search",
                "memory",
                "export",
                "demo",
                "server",
                "server.desk",
                "server.page",
                "evaluation",
                "spark",
                "cli")) {
            assertThat(CLASSES.containPackage("io.onrecord." + room)).as(room).isTrue();
        }
    }

    @Test
    void theCoreNeedsTheJdkAndJspecifyAlone() {
        mayKnow(MODEL, List.of(MODEL));
        mayKnow(TEXT, List.of(TEXT, MODEL));
        mayKnow(ENCODER, List.of(ENCODER, TEXT, MODEL));
        mayKnow(ATTRIBUTION, List.of(ATTRIBUTION, ENCODER, TEXT, MODEL));
        mayKnow(STANCE, List.of(STANCE, TEXT, MODEL));
        mayKnow(DISPUTES, List.of(DISPUTES, TEXT, MODEL));
        mayKnow(DATES, List.of(DATES, TEXT, MODEL));
        mayKnow(SPEAKERS, List.of(SPEAKERS, ENCODER, TEXT, MODEL));
        mayKnow(COPIES, List.of(COPIES, MODEL));
        mayKnow(CLAIMS, List.of(CLAIMS, DISPUTES, ENCODER, TEXT, MODEL));
        mayKnow(CORRECTIONS, List.of(CORRECTIONS, SPEAKERS, STANCE, DATES, TEXT, MODEL));
    }

    @Test
    void theModulesAroundTheCoreNeverSeeOneAnother() {
        mayKnow(
                "io.onrecord.reading..",
                with(
                        CORE,
                        "io.onrecord.reading..",
                        "tools.jackson..",
                        "com.ibm.icu..",
                        "org.jsoup..",
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..",
                        "org.apache.james.mime4j..",
                        "javax..",
                        "org.xml.sax..",
                        "org.w3c.dom..",
                        "opennlp..",
                        "org.dhatim..",
                        "de.siegmar.fastcsv..",
                        "org.netpreserve..",
                        "org.apache.commons.compress..",
                        "org.tukaani..",
                        "org.brotli..",
                        "com.github.luben..",
                        "org.apache.hc..",
                        "crawlercommons..",
                        "com.rometools..",
                        "org.jdom2..",
                        "com.bbn..",
                        "com.rtfparserkit.."));
        mayKnow(
                "io.onrecord.encoder.onnx..",
                with(CORE, "io.onrecord.encoder.onnx..", "ai.onnxruntime..", "tools.jackson.."));
        mayKnow("io.onrecord.exchange", with(CORE, "io.onrecord.exchange", "tools.jackson..", "de.siegmar.fastcsv.."));
        mayKnow(
                "io.onrecord.exchange.export..",
                with(
                        CORE,
                        "io.onrecord.exchange",
                        "io.onrecord.exchange.export..",
                        "tools.jackson..",
                        "de.siegmar.fastcsv..",
                        "org.dhatim.."));
        mayKnow(
                "io.onrecord.exchange.annotation..",
                with(
                        CORE,
                        "io.onrecord.exchange.annotation..",
                        "io.onrecord.exchange.export..",
                        "tools.jackson..",
                        "javax.xml..",
                        "org.xml.sax.."));
        mayKnow(
                "io.onrecord.exchange.linked..",
                with(CORE, "io.onrecord.exchange.linked..", "io.onrecord.exchange.export..", "tools.jackson.."));
        mayKnow(
                "io.onrecord.exchange.report..",
                with(
                        CORE,
                        "io.onrecord.exchange",
                        "io.onrecord.exchange.export..",
                        "io.onrecord.exchange.report..",
                        "gg.jte.."));
        mayKnow(
                "io.onrecord.exchange.parquet..",
                with(
                        CORE,
                        "io.onrecord.exchange.export..",
                        "io.onrecord.exchange.parquet..",
                        "org.apache.parquet..",
                        // Stand-ins of the names of Hadoop's, which its library brings.
                        "org.apache.hadoop.conf.."));
        mayKnow("io.onrecord.store..", with(CORE, "io.onrecord.store..", "org.sqlite..", "com.zaxxer.hikari.."));
        mayKnow("io.onrecord.search..", with(CORE, "io.onrecord.search..", "org.apache.lucene.."));
        mayKnow("io.onrecord.evaluation..", with(CORE, "io.onrecord.evaluation..", "tools.jackson.."));
    }

    @Test
    void theLibraryIsWiringAndTheCommandLineStandsOnIt() {
        mayKnow(
                "io.onrecord",
                with(
                        CORE,
                        "io.onrecord",
                        "io.onrecord.reading..",
                        "io.onrecord.encoder.onnx..",
                        "io.onrecord.exchange.."));
        mayKnow(
                "io.onrecord.memory..",
                with(
                        CORE,
                        "io.onrecord.memory..",
                        "io.onrecord.encoder.onnx..",
                        "io.onrecord.exchange..",
                        "io.onrecord.store..",
                        "io.onrecord.search.."));
        mayKnow(
                "io.onrecord.export..",
                with(
                        CORE,
                        "io.onrecord.export..",
                        "io.onrecord.exchange..",
                        "io.onrecord.store..",
                        "io.onrecord.memory.."));
        mayKnow(
                "io.onrecord.demo..",
                with(
                        CORE,
                        "io.onrecord",
                        "io.onrecord.demo..",
                        "io.onrecord.reading..",
                        "io.onrecord.store..",
                        "io.onrecord.memory.."));
        mayKnow(
                "io.onrecord.cli..",
                with(
                        CORE,
                        "io.onrecord",
                        "io.onrecord.cli..",
                        "io.onrecord.reading..",
                        "io.onrecord.exchange..",
                        "io.onrecord.evaluation..",
                        "io.onrecord.store..",
                        "io.onrecord.search..",
                        "io.onrecord.memory..",
                        "io.onrecord.export..",
                        "io.onrecord.demo..",
                        "io.onrecord.server",
                        "io.onrecord.server.access",
                        // How much memory this machine has.
                        "com.sun.management",
                        "picocli.."));
    }

    @Test
    void theDeskStandsOnTheLibraryAndOnlyOneRoomOfItKnowsTheWebServer() {
        mayKnow(
                "io.onrecord.server.http..",
                List.of(
                        "io.onrecord.server.http..",
                        "io.onrecord.server.problem..",
                        // How many files this process may open.
                        "com.sun.management",
                        "io.javalin..",
                        "jakarta.servlet..",
                        "kotlin..",
                        "org.eclipse.jetty..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson.."));
        List<String> record = with(
                CORE,
                "io.onrecord",
                "io.onrecord.reading..",
                "io.onrecord.exchange..",
                "io.onrecord.store..",
                "io.onrecord.search..",
                "io.onrecord.memory..",
                "io.onrecord.export..",
                "io.onrecord.demo..",
                "io.onrecord.server.problem..");
        mayKnow("io.onrecord.server.problem..", List.of("io.onrecord.server.problem.."));
        mayKnow("io.onrecord.server.desk..", with(record, "io.onrecord.server.desk.."));
        mayKnow(
                "io.onrecord.server.list..",
                with(record, "io.onrecord.server.list..", "io.onrecord.server.desk..", "io.onrecord.server.http.."));
        mayKnow(
                "io.onrecord.server.view..",
                with(
                        record,
                        "io.onrecord.server.view..",
                        "io.onrecord.server.list..",
                        "io.onrecord.server.desk..",
                        "io.onrecord.server.http.."));
        mayKnow(
                "io.onrecord.server.alert..",
                with(
                        record,
                        "io.onrecord.server.alert..",
                        "io.onrecord.server.view..",
                        "io.onrecord.server.desk..",
                        "io.onrecord.server.http..",
                        "javax.crypto.."));
        mayKnow(
                "io.onrecord.server.metrics..",
                with(
                        record,
                        "io.onrecord.server.metrics..",
                        "io.onrecord.server.desk..",
                        "io.onrecord.server.http..",
                        "io.prometheus.metrics.."));
        mayKnow("io.onrecord.server.page..", with(record, "io.onrecord.server..", "gg.jte..", "javax.xml.stream.."));
        mayKnow("io.onrecord.server.api..", with(record, "io.onrecord.server..", "org.snakeyaml.engine.v2.."));
        mayKnow("io.onrecord.server", with(record, "io.onrecord.server.."));
    }

    @Test
    void theClusterStandsOnTheLibraryAndNeverMeetsWhatStandsInForHadoop() {
        mayKnow(
                "io.onrecord.spark..",
                with(
                        CORE,
                        "io.onrecord",
                        "io.onrecord.spark..",
                        "io.onrecord.reading..",
                        "io.onrecord.exchange",
                        "io.onrecord.store..",
                        "io.onrecord.memory..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "picocli..",
                        "scala..",
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "org.apache.parquet.."));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.onrecord.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.onrecord.spark..")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("io.onrecord.spark..")
                .and()
                .arePublic()
                .should()
                .haveSimpleName("ClusterMain")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.onrecord.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheMainClassEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.onrecord.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = new ArrayList<>();
        for (JavaPackage room : CLASSES.getPackage("io.onrecord").getSubpackagesInTree()) {
            if (!room.getClasses().isEmpty() && !room.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(room.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noStaticCanChange() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.onrecord..")
                .should()
                .beFinal()
                .check(CLASSES);
    }

    private static List<String> with(List<String> core, String... others) {
        List<String> all = new ArrayList<>(core);
        all.addAll(List.of(others));
        return all;
    }

    private static void mayKnow(String room, List<String> known) {
        List<String> allowed = with(known, "java..", "org.jspecify.annotations..");
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }
}
