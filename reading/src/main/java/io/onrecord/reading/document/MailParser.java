package io.onrecord.reading.document;

import io.onrecord.reading.item.Limited;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Parses one mail part by part (RFC 2045 to 2047, 5322). Only text is held; attachments are counted as they go by. A
 * mail attached to it is a mail of its own.
 */
final class MailParser {

    private static final String ORIGIN = "mail";

    private static final int MOST_HEADERS = 2000;
    private static final int LONGEST_HEADER = 1 << 18;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_PARTS = 10_000;
    private static final int DEEPEST = 50;
    private static final int LONGEST_VALUE = 1 << 14;

    /** Mark-up outweighs its text by far in newsletters. */
    private static final int HTML = 4 << 20;

    /** A mail being parsed, within others that hold it. */
    private static final class Open {

        private final Headers headers = new Headers();
        private final Deque<Container> containers = new ArrayDeque<>();
        private final int number;
        private int attachments;

        /** A mail that has just begun; {@code number} others began before it. */
        private Open(int number) {
            this.number = number;
            containers.push(new Container(false));
        }
    }

    private record Container(List<Mail.Part> parts, boolean alternatives) {

        Container(boolean alternatives) {
            this(new ArrayList<>(), alternatives);
        }

        Mail.Part part() {
            return new Mail.Part.Several(List.copyOf(parts), alternatives);
        }
    }

    /** Headers that are kept, each as it first stands. */
    private static final class Headers {

        private @Nullable String subject;
        private @Nullable String from;
        private @Nullable String date;
        private boolean list;

        void take(Field field) {
            String body = field.getBody();
            String value = body == null ? "" : body.substring(0, Math.min(LONGEST_VALUE, body.length()));
            switch (field.getName().toLowerCase(Locale.ROOT)) {
                case "subject" -> subject = subject == null ? value : subject;
                case "from" -> from = from == null ? value : from;
                case "date" -> date = date == null ? value : date;
                case "list-id", "list-unsubscribe" -> list = true;
                default -> {
                    // Its way, and its looks.
                }
            }
        }
    }

    private final MimeTokenStream tokens = new MimeTokenStream(MimeConfig.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(LONGEST_LINE)
            .build());

    private final DocumentLimits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private final SortedMap<Integer, Mail> mails = new TreeMap<>();
    private int begun;
    private int parts;
    private long held;
    private @Nullable String disposition;
    private @Nullable String contentType;

    private MailParser(DocumentLimits limits) {
        this.limits = limits;
    }

    /** The mail, and after it those attached to it in the order they begin. */
    static List<Mail> parse(InputStream in, DocumentLimits limits) throws IOException, DocumentException {
        MailParser parser = new MailParser(limits);
        try {
            parser.tokens.parse(new Limited(in, limits.documentBytes()));
            for (EntityState state = parser.tokens.getState();
                    state != EntityState.T_END_OF_STREAM;
                    state = parser.tokens.next()) {
                parser.take(state);
            }
        } catch (MimeException e) {
            throw new DocumentException(
                    "not read as a mail" + Says.detail(e.getCause() == null ? e : e.getCause())
                            + ": its headers or lines go on beyond all" + " measure, or it is none",
                    e);
        } catch (Limited.TooLongException e) {
            throw new DocumentException("a mail larger than " + Wording.bytes(limits.documentBytes()), e);
        }
        return List.copyOf(parser.mails.values());
    }

    private void take(EntityState state) throws IOException, DocumentException {
        switch (state) {
            case T_START_MESSAGE -> {
                open.push(new Open(begun++));
                checkDepth();
            }
            case T_END_MESSAGE -> endMail();
            case T_START_HEADER -> {
                disposition = null;
                contentType = null;
            }
            case T_FIELD -> field(tokens.getField());
            case T_START_MULTIPART -> {
                mail().containers
                        .push(new Container("multipart/alternative"
                                .equalsIgnoreCase(tokens.getBodyDescriptor().getMimeType())));
                checkDepth();
            }
            case T_END_MULTIPART -> {
                Container inner = mail().containers.pop();
                container().parts().add(inner.part());
            }
            case T_BODY -> body(tokens.getBodyDescriptor());
            default -> {
                // Text around the parts, for programs of old.
            }
        }
    }

    private void endMail() {
        Open mail = open.pop();
        Headers headers = mail.headers;
        Properties properties = new Properties(ORIGIN);
        properties.title(headers.subject == null ? null : words(headers.subject));
        properties.published(headers.date == null ? null : MailDate.iso(headers.date));
        for (String name : senders(headers.from)) {
            if (headers.list) {
                properties.outlet(name);
            } else {
                properties.author(name);
            }
        }
        mails.put(
                mail.number,
                new Mail(properties.metadata(), mail.containers.getLast().part(), mail.attachments));
    }

    private void field(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (name.equals("content-disposition")) {
            disposition = field.getBody();
        } else if (name.equals("content-type")) {
            contentType = field.getBody();
        }
        Open mail = mail();
        // Headers of the mail itself, not of a part of it.
        if (mail.containers.size() == 1 && container().parts().isEmpty()) {
            mail.headers.take(field);
        }
    }

    private void body(BodyDescriptor descriptor) throws IOException, DocumentException {
        if (++parts > MOST_PARTS) {
            throw new DocumentException("a mail of more than " + MOST_PARTS + " parts, as no honest mail has");
        }
        String type = descriptor.getMimeType() == null
                ? "text/plain"
                : descriptor.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached = disposition != null
                && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
        if (attached || !(type.equals("text/plain") || type.equals("text/html"))) {
            mail().attachments++;
            return;
        }
        long most = type.equals("text/html") ? HTML : 4 * limits.articleBytes();
        byte[] bytes = tokens.getDecodedInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
        held += bytes.length;
        if (bytes.length > most || held > 4L * HTML + most) {
            throw new DocumentException("a mail with more than " + Wording.bytes(most) + " of text in one part");
        }
        container().parts().add(type.equals("text/html") ? html(bytes, descriptor) : plain(bytes, descriptor));
    }

    private Mail.Part plain(byte[] bytes, BodyDescriptor descriptor) {
        String text = MailText.lines(decoded(bytes, descriptor.getCharset()));
        // The stream keeps few parameters; this one is read from the header itself.
        String type = contentType == null
                ? ""
                : contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return new Mail.Part.Plain(Paragraphs.cleaned(
                type.contains("format=flowed") ? MailText.flowed(text, type.contains("delsp=yes")) : text));
    }

    private static Mail.Part html(byte[] bytes, BodyDescriptor descriptor) throws DocumentException {
        Document document = BoundedHtml.parse(decoded(bytes, descriptor.getCharset()))
                .orElseThrow(() -> new DocumentException(
                        "a mail with more than " + BoundedHtml.MOST_ELEMENTS + " elements in its HTML: save its text"));
        return new Mail.Part.Html(
                HtmlBlocks.of(document).stream().map(HtmlBlocks.Block::text).toList());
    }

    /** As declared; bytes that are not so, and those of which nothing is declared, as UTF-8, else as Windows has them. */
    private static String decoded(byte[] bytes, @Nullable String declared) {
        Charset known = known(declared);
        String text = known == null ? null : strict(bytes, known);
        text = text == null ? strict(bytes, StandardCharsets.UTF_8) : text;
        return text == null ? new String(bytes, RtfCharsets.WINDOWS) : text;
    }

    /** Null if the bytes are not of this encoding. */
    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Charset known(@Nullable String name) {
        try {
            // What calls itself Latin-1 or ASCII is what Windows has, as the Encoding Standard knows.
            Charset charset = name == null ? null : Charset.forName(name.strip());
            return charset == null || charset.equals(StandardCharsets.US_ASCII)
                    ? null
                    : charset.equals(StandardCharsets.ISO_8859_1) ? RtfCharsets.WINDOWS : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Names, else addresses. */
    private static List<String> senders(@Nullable String from) {
        if (from == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Address address : LenientAddressParser.DEFAULT.parseAddressList(from)) {
            if (address instanceof Mailbox mailbox) {
                String name = mailbox.getName() == null ? null : Properties.line(words(mailbox.getName()));
                names.add(name == null ? mailbox.getAddress() : name);
            }
        }
        return names;
    }

    /** A header's text, its encoded words decoded and its folding undone. */
    private static String words(String header) {
        try {
            return DecoderUtil.decodeEncodedWords(
                    header.replaceAll("\\r?\\n(?=[ \\t])", ""), DecodeMonitor.SILENT, StandardCharsets.UTF_8, Map.of());
        } catch (IllegalArgumentException e) {
            return header;
        }
    }

    private void checkDepth() throws DocumentException {
        int depth = 0;
        for (Open mail : open) {
            depth += mail.containers.size();
        }
        if (depth > DEEPEST) {
            throw new DocumentException("a mail nested more than " + DEEPEST + " deep, as no honest mail is");
        }
    }

    private Open mail() {
        return open.element();
    }

    private Container container() {
        return mail().containers.element();
    }
}
