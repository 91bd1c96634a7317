package io.onrecord.server.desk;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import io.onrecord.reading.Notice;
import io.onrecord.reading.ReadingOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The articles of a job as they are read, each under the address that its sender knows. It ends early where the job is stopped. For one
 * thread.
 */
final class JobArticles implements Iterator<Outcome<Article>>, AutoCloseable {

    /** What messages say to whoever types commands; here nobody does. */
    private static final String OPTION = ": --";

    private final Job job;
    private final ArticleReader reader;
    private final Iterator<Pasted> texts;
    private final Articles others;
    private final Optional<SentFiles> files;
    private final int asked;
    private int read;

    JobArticles(Job job, Submission submission, ReadingOptions options) {
        this.job = job;
        this.reader = new ArticleReader(options);
        this.texts = submission.texts().iterator();
        this.files = submission.files();
        this.asked = submission.size();
        List<Input> inputs = new ArrayList<>();
        submission.addresses().forEach(address -> inputs.add(new Input.Address(address)));
        files.ifPresent(sent -> sent.all().forEach(file -> inputs.add(new Input.File(file.path()))));
        this.others = reader.open(inputs, this::notice);
    }

    private void notice(Notice notice) {
        if (notice.kind() != Notice.Kind.LAYOUT) {
            job.notice(named(notice.address()) + ": " + named(notice.message()));
        }
    }

    private String named(String words) {
        return files.map(sent -> sent.named(words)).orElse(words);
    }

    @Override
    public boolean hasNext() {
        if (files.isEmpty() && asked > 1) {
            // Whoever asks for more is done with those before. A feed among the addresses may have many articles.
            job.share((double) read / asked);
        }
        return !job.isStopping() && (texts.hasNext() || others.hasNext());
    }

    @Override
    public Outcome<Article> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more articles");
        }
        read++;
        if (texts.hasNext()) {
            Pasted text = texts.next();
            return told(reader.text(text.articleAddress(), text.text(), text.metadata()));
        }
        Outcome<Article> outcome = others.next();
        OptionalLong total = others.bytesTotal();
        if (total.orElse(0) > 0) {
            job.share((double) others.bytesRead() / total.getAsLong());
        }
        return told(outcome);
    }

    private Outcome<Article> told(Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Skipped<Article> skipped) {
            String why = named(skipped.why());
            int option = why.indexOf(OPTION);
            return new Outcome.Skipped<>(
                    named(skipped.address()), skipped.stage(), option < 0 ? why : why.substring(0, option));
        }
        Article article = ((Outcome.Kept<Article>) outcome).value();
        String address = named(article.address());
        return address.equals(article.address())
                ? outcome
                : new Outcome.Kept<>(Article.of(address, article.text(), article.metadata()));
    }

    @Override
    public void close() {
        others.close();
    }
}
