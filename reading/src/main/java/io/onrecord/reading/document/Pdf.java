package io.onrecord.reading.document;

import io.onrecord.model.Metadata;
import io.onrecord.reading.item.Spooled;
import java.io.IOException;
import java.io.Writer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF as one text: its lines joined to paragraphs, without what belongs to its pages. */
final class Pdf {

    private static final String ORIGIN = "pdf";

    /** What programs put as a title when nobody gave one. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(?:untitled|microsoft (?:word|powerpoint|excel) - .*|.*\\.(?:docx?|pdf|indd|qxd|qxp|rtf|odt|pages|tmp|xlsx?|txt|html?))(?:-?\\d*)");

    private Pdf() {}

    static Draft read(Spooled spool, String address, DocumentLimits limits, DocumentNotes notes)
            throws IOException, DocumentException {
        PdfFonts.prepare();
        Deadline deadline = new Deadline(limits.time());
        try {
            PdfGuard.checkBytes(spool.file(), deadline);
            try (PdfFile file = new PdfFile(spool.file(), deadline);
                    PDDocument document = Loader.loadPDF(file, "", IOUtils.createTempFileOnlyStreamCache())) {
                return read(document, address, limits, notes, deadline);
            }
        } catch (InvalidPasswordException e) {
            throw new DocumentException("protected by a password: save a copy without one and read that", e);
        } catch (Deadline.PassedException e) {
            throw new DocumentException(
                    "takes longer than " + limits.time().toSeconds()
                            + " seconds, the limit for one document: damaged or hostile, or too large",
                    e);
        } catch (IOException | RuntimeException e) {
            // PDFBox stumbles over damaged files in many ways, not all of them foreseen.
            throw new DocumentException("damaged, its pages cannot be read" + Says.detail(e) + ": get it anew", e);
        } catch (OutOfMemoryError e) {
            // The last resort, for what hides from the checks: the memory is free again here.
            throw new DocumentException("hostile or too large: it takes more memory than there is", e);
        }
    }

    private static Draft read(
            PDDocument document, String address, DocumentLimits limits, DocumentNotes notes, Deadline deadline)
            throws IOException, DocumentException {
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            throw new DocumentException(
                    "its owner does not allow to take out its text: ask for a copy that may be read");
        }
        PdfGuard.checkPages(document, limits, deadline);
        PdfGuard.checkStreams(document, deadline);
        PdfStripper stripper = new PdfStripper(deadline);
        stripper.writeText(document, Writer.nullWriter());
        List<PdfLine> lines = stripper.lines();
        if (lines.isEmpty()) {
            throw new DocumentException(
                    "there is no text in it: its pages are pictures, and want text recognition (OCR), or it is damaged");
        }
        int pages = document.getNumberOfPages();
        long withText = lines.stream().mapToInt(PdfLine::page).distinct().count();
        if (withText < pages) {
            notes.tell(
                    address, (pages - withText) + " of " + pages + " pages hold no text, they are pictures or empty");
        }
        return new Draft(PdfParagraphs.of(PdfFurniture.without(lines)), metadata(document.getDocumentInformation()));
    }

    private static Metadata metadata(@Nullable PDDocumentInformation information) {
        Properties properties = new Properties(ORIGIN);
        if (information == null) {
            return properties.metadata();
        }
        String title = Properties.line(information.getTitle());
        if (title != null && !NO_TITLE.matcher(title).matches()) {
            properties.title(title);
        }
        String author = Properties.line(information.getAuthor());
        if (author != null) {
            Bylines.listed(author).forEach(properties::author);
        }
        properties.published(iso(information.getCreationDate()));
        return properties.metadata();
    }

    private static @Nullable String iso(@Nullable Calendar date) {
        if (date == null) {
            return null;
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(date.getTimeZone().getOffset(date.getTimeInMillis()) / 1000);
        OffsetDateTime time = date.toInstant().atOffset(offset);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(0));
    }
}
