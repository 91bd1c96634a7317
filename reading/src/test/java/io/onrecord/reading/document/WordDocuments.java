package io.onrecord.reading.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Word-processor documents written for these tests. */
final class WordDocuments {

    static final String CORE = """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
              <dc:title>Harbour to stay open</dc:title><dc:creator>Mara Oldin; Ilan Serrat</dc:creator>
              <dcterms:created>2024-05-16T09:30:00Z</dcterms:created><dcterms:modified>2025-01-01T00:00:00Z</dcterms:modified>
            </cp:coreProperties>
            """;

    private WordDocuments() {}

    static byte[] docx(String body) {
        return Read.zip(parts(body));
    }

    static Map<String, String> parts(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", document(body));
        parts.put("docProps/core.xml", CORE);
        return parts;
    }

    static String document(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><w:body>"
                + body + "</w:body></w:document>";
    }

    static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    static byte[] odt(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                    xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>""" + body + "</office:text></office:body></office:document-content>");
        parts.put("meta.xml", """
                <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <office:meta><dc:title>Harbour to stay open</dc:title><meta:initial-creator>Mara Oldin</meta:initial-creator>
                  <meta:creation-date>2024-05-16T09:30:00.123</meta:creation-date></office:meta></office:document-meta>
                """);
        return Read.zip(parts);
    }
}
