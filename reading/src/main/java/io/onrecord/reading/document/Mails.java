package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Wording;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles of one mail, or of a mailbox mail by mail. */
final class Mails implements Parts {

    private final Item item;
    private final DocumentLimits limits;
    private final DocumentNotes notes;
    private final @Nullable MailboxStream box;
    private final Deque<Outcome<Article>> ready = new ArrayDeque<>();
    private boolean taken;
    private int number;

    private Mails(Item item, DocumentLimits limits, DocumentNotes notes, @Nullable MailboxStream box) {
        this.item = item;
        this.limits = limits;
        this.notes = notes;
        this.box = box;
    }

    static Mails one(Item item, DocumentLimits limits, DocumentNotes notes) {
        return new Mails(item, limits, notes, null);
    }

    static Mails box(Item item, DocumentLimits limits, DocumentNotes notes) {
        return new Mails(item, limits, notes, new MailboxStream(item.bytes()));
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException, DocumentException {
        if (ready.isEmpty() && box == null && !taken) {
            taken = true;
            MailParser.parse(item.bytes(), limits).forEach(mail -> ready.add(article(mail, address())));
        }
        if (ready.isEmpty() && box != null) {
            boolean more = nextOf(box);
            if (!more && !taken) {
                taken = true;
                return Wording.skipped(
                        item.address(), "no mail in it: the mails of a mailbox begin with a line \"From \"");
            }
            taken = true;
        }
        return ready.poll();
    }

    @Override
    public void close() {
        // The stream belongs to whoever made the item.
    }

    /** Whether there was another mail. A mail that cannot be read never takes the next with it. */
    private boolean nextOf(MailboxStream stream) throws IOException {
        if (!stream.nextMail()) {
            return false;
        }
        number++;
        String address = item.address() + "#" + number;
        int attached = 0;
        try {
            for (Mail mail : MailParser.parse(stream, limits)) {
                ready.add(article(mail, attached == 0 ? address : address + "." + attached));
                attached++;
            }
        } catch (DocumentException e) {
            ready.add(Wording.skipped(address, e.why()));
        }
        return true;
    }

    /** The mail itself has the item's address, those attached to it are numbered. */
    private String address() {
        int attached = number++;
        return attached == 0 ? item.address() : item.address() + "#" + attached;
    }

    private Outcome<Article> article(Mail mail, String address) {
        if (mail.attachments() > 0) {
            notes.tell(
                    address,
                    Says.count(mail.attachments(), "attachment is", "attachments are")
                            + " not read: save what should be read, and read that");
        }
        Metadata metadata = mail.headers().orElse(item.known().metadata());
        Optional<Mail.Shown> shown = mail.shown();
        if (shown.isEmpty()) {
            return Wording.skipped(address, "empty: there is no text in the mail");
        }
        if (shown.get() instanceof Mail.Shown.Html html) {
            return Draft.article(address, Paragraphs.text(html.paragraphs()), metadata, limits);
        }
        MailText.Own own = MailText.own(((Mail.Shown.Plain) shown.get()).text());
        if (own.left() > 0) {
            notes.tell(address, Says.count(own.left(), "line", "lines") + " quoted from another mail left out");
        }
        return Draft.article(address, Layout.of(own.text()).text(own.text()), metadata, limits);
    }
}
