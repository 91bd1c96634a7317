package io.onrecord.spark;

import static org.apache.spark.sql.functions.lit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Articles of several kinds, good and bad, some of them twice. */
final class TestNews {

    private static final String OPEN = "testkit/src/main/resources/io/onrecord/testkit/gold/claims-open/articles.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestNews() {}

    /** The articles that the demo has, which tell of three events. */
    static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("onrecord.root")).resolve(OPEN)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        List<String> lines = new ArrayList<>(lines());
        lines.add(3, "this is no article");
        lines.add(9, "");
        lines.add(15, "{\"id\": \"blank\", \"text\": \"  \"}");
        lines.add(lines.get(1));
        // The same words elsewhere, cut at the end: a copy.
        ObjectNode copy = (ObjectNode) JSON.readTree(lines.get(0));
        String text = copy.get("text").asString();
        copy.put("id", "copy-of-the-first")
                .put("outlet", "The Orrin Copyist")
                .put("text", text.substring(0, text.lastIndexOf('.', text.length() - 40) + 1));
        copy.remove("url");
        lines.add(copy.toString());
        Files.write(folder.resolve("articles.jsonl"), lines);
        Files.writeString(
                folder.resolve("deep/harbour.html"),
                page(
                        "Harbour talks",
                        "\"The quay is sound,\" Mayor Mara Oldin said on Monday. The engineer Ilan Serrat denied"
                                + " that the quay is sound, and said that the council had been told of it in March."));
        Files.writeString(
                folder.resolve("deep/note.txt"),
                "\"The quay is not sound,\" Ilan Serrat told reporters on Tuesday 😀.\n\nMara Oldin said he was wrong.\n");
        Files.write(folder.resolve("pages.warc.gz"), warc());
        // What is passed over in a folder.
        Files.writeString(folder.resolve("deep/style.css"), "/* \"The quay is sound,\" Mara Oldin said. */\n");
        Files.writeString(folder.resolve("deep/done"), "");
        Files.write(folder.resolve("deep/noise"), new byte[] {0, 1, 2, 3, (byte) 0xFF, 0, 9});
        Files.createSymbolicLink(folder.resolve("deep/round"), folder);
        Files.write(folder.resolve("broken.jsonl"), new byte[] {'{', '"', (byte) 0xFF, '\n'});
    }

    private static String page(String title, String text) {
        return "<!DOCTYPE html><html><head><title>" + title + "</title><meta property=\"article:published_time\""
                + " content=\"2026-03-02T08:00:00Z\"></head><body><article><h1>" + title + "</h1><p>" + text + "</p><p>"
                + "The council meets again on Thursday, and the port's office expects the first ships in April, as it did last year."
                + "</p></article></body></html>";
    }

    /** Two pages as a crawler keeps them, each in a gzip member of its own. */
    private static byte[] warc() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            byte[] body = page(
                            "Ferry " + i,
                            "\"The ferry sails on day " + i
                                    + ",\" harbour master Tovin Aske said. The union's Edda Marl called the plan reckless and said the crew"
                                    + " would not board.")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            String record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ferry.example/" + i
                    + "\r\nWARC-Date: 2026-03-0" + (i + 3)
                    + "T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000" + i
                    + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                    + (head.length + body.length) + "\r\n\r\n";
            try (OutputStream member = new GZIPOutputStream(new Open(all))) {
                member.write(record.getBytes(StandardCharsets.UTF_8));
                member.write(head);
                member.write(body);
                member.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        return all.toByteArray();
    }

    /** Some of the lines as a table, under their own addresses, of another outlet. */
    static void parquet(SparkSession session, Path news, Path folder) {
        session.read()
                .json(news.resolve("articles.jsonl").toString())
                .filter("text IS NOT NULL AND trim(text) <> ''")
                .withColumn("outlet", lit("The Late Table"))
                .coalesce(1)
                .write()
                .parquet(folder.toString());
    }

    /** Members are closed one by one. */
    private static final class Open extends java.io.FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
