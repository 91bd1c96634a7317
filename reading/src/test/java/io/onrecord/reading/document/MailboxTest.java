package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.MAILBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Known;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final String FROM = "From mara@senn.example Thu May 16 18:02:00 2024\n";

    private static String mail(String subject, String text) {
        return FROM + "From: Mara Oldin <mara@senn.example>\nSubject: " + subject + "\n\n" + text + "\n";
    }

    @Test
    void eachMailIsAnArticleInOrder() {
        Read read = Read.of(MAILBOX, mail("One", "First.\n") + mail("Two", "Second.\n") + mail("Three", "Third."));

        assertThat(read.titles()).containsExactly("One", "Two", "Three");
        assertThat(read.articles())
                .extracting(Article::address)
                .containsExactly(Read.ADDRESS + "#1", Read.ADDRESS + "#2", Read.ADDRESS + "#3");
        assertThat(Read.paragraphs(read.article(1))).containsExactly("Second.");
    }

    @Test
    void linesThatBeginWithFromStayInTheirMail() {
        Read read = Read.of(
                MAILBOX,
                mail(
                        "One",
                        "First.\n\n>From now on.\n\nFrom Port Senn to Velia, he said.\nFrom 18:02 on Thu it rained.\n"));

        assertThat(read.article().text().value())
                .contains("\nFrom now on.\n\nFrom Port Senn to Velia")
                .contains("\nFrom 18:02 on Thu it rained.");
    }

    @Test
    void lineEndsOfWindowsAndPreviousMailsWithoutBodiesAreFine() {
        Read read = Read.of(MAILBOX, (FROM + "Subject: Empty\n\n\n" + mail("Two", "Second.\n")).replace("\n", "\r\n"));

        assertThat(read.titles()).containsExactly("<" + Read.ADDRESS + "#1>", "Two");
    }

    @Test
    void aMailThatCannotBeReadDoesNotTakeTheNextAlong() {
        String endless = FROM + "Subject: Bad\nX: " + "x".repeat(3 << 20) + "\n\nText.\n\n";
        Read read = Read.of(MAILBOX, mail("One", "First.\n") + endless + mail("Three", "Third.\n"));

        assertThat(read.titles()).containsExactly("One", "<" + Read.ADDRESS + "#2>", "Three");
    }

    @Test
    void aMailboxOfAnyLengthIsReadMailByMail() throws IOException {
        String attachment = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
                + ("QUJD".repeat(19) + "\n").repeat(130_000);
        byte[] one = (FROM + "Subject: One\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nFirst.\n--b\n"
                        + attachment + "--b--\n\n")
                .getBytes(StandardCharsets.US_ASCII);
        int mails = 60;
        try (ItemArticles articles = new DocumentReader(DocumentLimits.DEFAULT)
                .open(MAILBOX, new Item("box", Known.NOTHING, new Repeated(one, mails)))) {
            int kept = 0;
            for (Outcome<Article> outcome = articles.next(); outcome != null; outcome = articles.next()) {
                kept += outcome instanceof Outcome.Kept ? 1 : 0;
            }
            assertThat(kept).isEqualTo(mails);
        }
    }

    @Test
    void aFileWithoutMailsSaysSo() {
        assertThat(Read.of(MAILBOX, "Just a text.\n").why()).startsWith("no mail in it");
        assertThat(Read.of(MAILBOX, "").why()).startsWith("no mail in it");
    }

    /** The same bytes many times over: 600 MB in all, more than the heap. */
    private static final class Repeated extends InputStream {

        private final byte[] bytes;
        private long left;
        private int at;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.left = (long) bytes.length * times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, Math.min(length, bytes.length - at));
            System.arraycopy(bytes, at, to, offset, count);
            at = (at + count) % bytes.length;
            left -= count;
            return count;
        }
    }
}
