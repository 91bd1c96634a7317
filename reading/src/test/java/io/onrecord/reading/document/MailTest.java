package io.onrecord.reading.document;

import static io.onrecord.reading.document.DocumentKind.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {

    private static final String HEADERS = """
            Received: from mail.senn.example by mx.avenia.example; Thu, 16 May 2024 17:02:03 +0000
            From: Mara Oldin <mara@senn.example>
            To: desk@avenia.example
            Subject: Harbour to stay open
            Date: Thu, 16 May 2024 18:02:00 +0100 (BST)
            Message-ID: <1@senn.example>
            MIME-Version: 1.0
            """;

    private static Read mail(String more) {
        return Read.of(MAIL, (HEADERS + more).replace("\n", "\r\n"));
    }

    @Test
    void subjectSenderAndDateAreTitleAuthorAndPublication() {
        Read read = mail("\n“We will,” he said.\n");

        assertThat(read.metadata().title()).contains("Harbour to stay open");
        assertThat(read.metadata().authors()).containsExactly("Mara Oldin");
        assertThat(Read.published(read.article())).isEqualTo("2024-05-16T18:02:00+01:00");
        assertThat(read.metadata().published().orElseThrow().from()).isEqualTo("mail");
        assertThat(read.metadata().from()).isEqualTo(Map.of("title", "mail", "authors", "mail"));
        assertThat(read.article().address()).isEqualTo(Read.ADDRESS);
    }

    @Test
    void plainTextIsKeptToTheCharacterButForTheLineEndsOfTheWay() {
        Read read = mail("""
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                  “We’re  not leaving,” he said. \uD83D\uDEA2

                "It is over."\t
                """);

        assertThat(read.article().text().value())
                .isEqualTo("  “We’re  not leaving,” he said. \uD83D\uDEA2\n\n\"It is over.\"\t\n");
        assertThat(read.paragraphs()).containsExactly("“We’re  not leaving,” he said. \uD83D\uDEA2", "\"It is over.\"");
    }

    @Test
    void encodedWordsAndFoldedHeadersAreDecoded() {
        Read read = Read.of(MAIL, """
                From: =?UTF-8?Q?M=C3=BCller=2C_J=C3=B6rg?= <j@senn.example>
                Subject: =?utf-8?B?4oCcV2Ug?=
                 =?utf-8?B?d2lsbOKAnQ==?= and
                \tmore
                Date: 16 May 24 18:02 EDT

                Text.
                """);

        assertThat(read.metadata().title()).contains("“We will” and more");
        assertThat(read.metadata().authors()).containsExactly("Müller, Jörg");
        assertThat(Read.published(read.article())).isEqualTo("2024-05-16T18:02:00-04:00");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8,UTF-8",
        "iso-8859-1,windows-1252",
        "windows-1252,windows-1252",
        "us-ascii,UTF-8",
        "nonsense,UTF-8",
        "nonsense,windows-1252"
    })
    void theTextIsDecodedAsDeclaredOrElseAsItLooks(String declared, String real) {
        byte[] head = (HEADERS + "Content-Type: text/plain; charset=" + declared
                        + "\nContent-Transfer-Encoding: 8bit\n\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] body = "“Größe” – naïve".getBytes(Charset.forName(real));
        byte[] mail = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, mail, head.length, body.length);

        assertThat(Read.of(MAIL, mail).paragraphs()).containsExactly("“Größe” – naïve");
    }

    @Test
    void quotedPrintableAndBase64AreDecoded() {
        assertThat(
                        mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=E2=80=9CWe=E2=80=\n=99re=\n fine=E2=80=9D\n")
                                .paragraphs())
                .containsExactly("“We’re fine”");
        assertThat(
                        mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n4oCcV2Ugd2lsbOKAnQ==\n")
                                .paragraphs())
                .containsExactly("“We will”");
    }

    @Test
    void softLineBreaksAreUndone() {
        Read read = mail(
                "Content-Type: text/plain; charset=utf-8; format=flowed\n\nThe harbour stays \nopen, he said.\n\n“It \nis.”\n-- \nMara\n");

        assertThat(read.article().text().value())
                .isEqualTo("The harbour stays open, he said.\n\n“It is.”\n-- \nMara\n");
    }

    @Test
    void plainTextGoesBeforeHtmlAndHtmlIsReadWhereThereIsNothingElse() {
        String html =
                "--b\nContent-Type: text/html; charset=utf-8\n\n<html><body><div style=\"display:none\">Preview</div>"
                        + "<table><tr><td><p>“As&nbsp;HTML,”<br>he said.</p></td></tr></table><style>p{}</style></body></html>\n";
        String plain = "--b\nContent-Type: text/plain\n\nAs text.\n";

        assertThat(mail("Content-Type: multipart/alternative; boundary=b\n\n" + html + plain + "--b--\n")
                        .paragraphs())
                .containsExactly("As text.");
        assertThat(mail("Content-Type: multipart/alternative; boundary=b\n\n" + html + "--b\n\n \n--b--\n")
                        .paragraphs())
                .containsExactly("“As\u00A0HTML,”\nhe said.");
    }

    @Test
    void attachmentsAreCountedNotRead() {
        Read read = mail("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/related; boundary=c

                --c

                One.
                --c
                Content-Type: image/png

                xxx
                --c--
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                Attached.
                --b

                Two.
                --b--
                """);

        assertThat(read.paragraphs()).containsExactly("One.", "Two.");
        assertThat(read.notes())
                .containsExactly(
                        Read.ADDRESS + ": 2 attachments are not read: save what should be read, and read that");
    }

    @Test
    void aMailAttachedIsAMailOfItsOwn() {
        Read read = mail("""
                Content-Type: multipart/mixed; boundary=b

                --b

                For you.
                --b
                Content-Type: message/rfc822

                From: Ilan Serrat <i@avenia.example>
                Subject: Denial
                Date: Wed, 15 May 2024 08:00:00 +0000

                We deny it.
                --b--
                """);

        assertThat(read.titles()).containsExactly("Harbour to stay open", "Denial");
        assertThat(read.article(1).address()).isEqualTo(Read.ADDRESS + "#1");
        assertThat(read.article(1).metadata().authors()).containsExactly("Ilan Serrat");
        assertThat(Read.paragraphs(read.article(0))).containsExactly("For you.");
        assertThat(Read.paragraphs(read.article(1))).containsExactly("We deny it.");
    }

    @Test
    void theLinesOfAnotherMailThatAReplyQuotesAreLeftOut() {
        Read read = mail(
                "\nWe deny it.\n\nOn Wed, 15 May 2024 at 08:00, Ilan Serrat\n<i@avenia.example> wrote:\n\n> Do you deny it?\n>> Yes?\n>\n\nMara\n");

        assertThat(read.article().text().value()).isEqualTo("We deny it.\n\n\nMara\n");
        assertThat(read.notes()).containsExactly(Read.ADDRESS + ": 5 lines quoted from another mail left out");
    }

    @Test
    void aMailOfQuotedLinesAloneAndForwardedTextAreKept() {
        assertThat(mail("\n> We deny it.\n").article().text().value()).isEqualTo("> We deny it.\n");
        assertThat(mail("\n---------- Forwarded message ---------\nFrom: Ilan Serrat\n\nWe deny it.\n")
                        .paragraphs())
                .contains("We deny it.");
    }

    @Test
    void theSenderOfANewsletterIsTheOutlet() {
        Read read = mail("List-Unsubscribe: <mailto:off@senn.example>\n\nText.\n");

        assertThat(read.metadata().outlet()).contains("Mara Oldin");
        assertThat(read.metadata().authors()).isEmpty();
    }

    @Test
    void aMailWithoutNamesAndDatesHasNone() {
        Read read = Read.of(MAIL, "From: mara@senn.example\r\nDate: yesterday\r\n\r\nText.\r\n");

        assertThat(read.metadata().authors()).containsExactly("mara@senn.example");
        assertThat(read.metadata().published()).isEmpty();
        assertThat(read.metadata().title()).isEmpty();
    }

    @Test
    void aMailWithoutTextSaysSo() {
        assertThat(mail("Content-Type: image/png\n\nxxx\n").why()).isEqualTo("empty: there is no text in the mail");
    }
}
