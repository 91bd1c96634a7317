package io.onrecord.reading.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Sets PDF files for the tests, line by line as a typesetter does. */
final class PdfPages implements AutoCloseable {

    static final PDFont SERIF = serif();

    static final float LEADING = 13;

    private final PDDocument document = new PDDocument();
    private PDPage page = new PDPage(PDRectangle.A4);

    PdfPages() {
        document.addPage(page);
    }

    private static PDFont serif() {
        PdfFonts.prepare();
        return new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    }

    PDDocument document() {
        return document;
    }

    PdfPages newPage() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return this;
    }

    /** One line with its base line so far from the top. */
    PdfPages line(String text, float left, float fromTop, float size) {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(SERIF, size);
            content.newLineAtOffset(left, PDRectangle.A4.getHeight() - fromTop);
            content.showText(text);
            content.endText();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A paragraph in a column, broken where the next word does not fit; gives where the next line would stand. */
    float paragraph(String text, float left, float fromTop, float width, float indent) {
        float y = fromTop;
        boolean first = true;
        for (String line : broken(text, width - indent, width)) {
            line(line, left + (first ? indent : 0), y, 11);
            first = false;
            y += LEADING;
        }
        return y;
    }

    static List<String> broken(String text, float firstWidth, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            float most = lines.isEmpty() ? firstWidth : width;
            if (!line.isEmpty() && width(line + " " + word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static float width(String text) {
        try {
            return SERIF.getStringWidth(text) / 1000 * 11;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfPages information(String title, String author) {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("GMT+02:00"));
        date.setTimeInMillis(1_715_850_120_000L);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(author);
        document.getDocumentInformation().setCreationDate(date);
        return this;
    }

    PdfPages locked(String forUsers, boolean mayExtract) {
        AccessPermission permission = new AccessPermission();
        permission.setCanExtractContent(mayExtract);
        try {
            document.protect(new StandardProtectionPolicy("owner", forUsers, permission));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
