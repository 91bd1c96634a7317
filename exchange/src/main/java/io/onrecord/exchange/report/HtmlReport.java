package io.onrecord.exchange.report;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.TemplateOutput;
import gg.jte.output.WriterOutput;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.Subject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The report for people without the tool: one HTML file that asks nobody for anything. Its own style and script are named by their
 * digests in its content security policy, so that nothing else runs in it, whatever an article holds.
 *
 * <p>The overview at its head needs all articles, so these wait in a temporary file.
 */
public final class HtmlReport implements RecordFormat {

    /** A browser opens more of them slowly. */
    private static final long MANY = 20_000;

    private static final int BLOCK = 1 << 14;

    private static final String TEMPLATES = "io.onrecord.exchange.report.page";

    private final TemplateEngine engine;
    private final String style;
    private final String script;

    public HtmlReport() {
        this.engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        this.style = resource("report.css");
        this.script = resource("report.js");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the jar of Onrecord", e);
        }
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String about() {
        return "a report to read in a browser, one file without anything from elsewhere";
    }

    @Override
    public List<String> endings() {
        return List.of(".html", ".htm");
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, OutputStream out, ExportOptions options) throws IOException {
        return new Pages(out, options);
    }

    /** The policy: nothing but this style and this script. */
    private String policy() {
        return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String content) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The report while it is made. */
    private final class Pages implements Exporter {

        private final OutputStream out;
        private final ExportOptions options;
        private final Path waiting;
        private final Writer articles;
        private final Totals totals = new Totals();

        Pages(OutputStream out, ExportOptions options) throws IOException {
            this.out = out;
            this.options = options;
            this.waiting = Files.createTempFile("onrecord-report", ".html");
            this.articles = Files.newBufferedWriter(waiting);
        }

        @Override
        public void add(ExportItem item) throws IOException {
            ArticleView view = Views.of(item, options);
            totals.add(item, view);
            render("article.jte", Map.of("article", view), articles);
        }

        @Override
        public void finish() throws IOException {
            articles.close();
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            Content waited = this::copy;
            Map<String, Object> values = new HashMap<>();
            values.put("overview", totals.overview(options));
            values.put("policy", policy());
            values.put("style", style);
            values.put("script", script);
            values.put("articles", waited);
            render("page.jte", values, writer);
            writer.flush();
        }

        /** What was rendered before is written as it is. */
        private void copy(TemplateOutput to) {
            char[] block = new char[BLOCK];
            try (Reader in = Files.newBufferedReader(waiting)) {
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    to.writeContent(new String(block, 0, read));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void render(String template, Map<String, Object> values, Writer to) throws IOException {
            try {
                TemplateOutput output = new WriterOutput(to);
                engine.render(template, values, output);
            } catch (TemplateException e) {
                // All that is thrown within a template comes so, a full disk among it.
                if (e.getCause() instanceof UncheckedIOException problem) {
                    throw problem.getCause();
                }
                throw e;
            }
        }

        @Override
        public String note() {
            return totals.statements() <= MANY
                    ? ""
                    : "a report of " + totals.statements()
                            + " statements is more than a browser opens quickly: ask for less with --since, --outlet"
                            + " or --speaker, or take csv";
        }

        @Override
        public void close() throws IOException {
            try {
                articles.close();
            } finally {
                Files.deleteIfExists(waiting);
            }
        }
    }
}
