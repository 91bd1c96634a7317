package io.onrecord.reading.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the lines off the pages, in the order of the page's program, which follows columns as programs set them. */
final class PdfStripper extends PDFTextStripper {

    /** Most letters of one page; a page of a newspaper has some 30,000. */
    private static final int MOST_LETTERS = 2_000_000;

    /** A gap of so many letter heights within a line may be one between columns. */
    private static final float COLUMN_GAP = 1.1f;

    private final Deadline deadline;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<PdfLine> onPage = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float left;
    private float right;
    private float y;
    private float size;
    private float pageHeight;
    private int letters;

    PdfStripper(Deadline deadline) {
        this.deadline = deadline;
        setSuppressDuplicateOverlappingText(false);
        setAddMoreFormatting(false);
    }

    List<PdfLine> lines() {
        return lines;
    }

    @Override
    protected void startPage(PDPage page) {
        deadline.check();
        pageHeight = page.getCropBox().getHeight();
        letters = 0;
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
        lines.addAll(PdfColumns.ordered(onPage));
        onPage.clear();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.step();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        deadline.step();
        if (++letters <= MOST_LETTERS) {
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (positions.isEmpty() || word.isEmpty()) {
            return;
        }
        TextPosition first = positions.get(0);
        TextPosition last = positions.get(positions.size() - 1);
        float start = first.getX();
        if (!text.isEmpty() && start - right > COLUMN_GAP * Math.max(size, height(first))) {
            endLine();
        }
        if (text.isEmpty()) {
            left = start;
            y = first.getY();
            size = 0;
            right = start;
        }
        text.append(word);
        size = Math.max(size, height(first));
        right = Math.max(right, last.getX() + last.getWidth());
    }

    @Override
    protected void writeWordSeparator() {
        if (!text.isEmpty()) {
            text.append(' ');
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    private void endLine() {
        String line = Paragraphs.strip(text.toString());
        if (!line.isEmpty()) {
            onPage.add(new PdfLine(line, getCurrentPageNo() - 1, left, right, y, size, pageHeight));
        }
        text.setLength(0);
    }

    /** The size that the letters have on paper, whatever the program calls it. */
    private static float height(TextPosition position) {
        float size = position.getFontSizeInPt();
        return size > 0 ? size : Math.max(1, position.getHeight());
    }
}
