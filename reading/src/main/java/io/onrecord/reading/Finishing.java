package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.language.Guess;
import io.onrecord.reading.language.LanguageCodes;
import io.onrecord.reading.language.Languages;
import io.onrecord.text.AgencyCredit;
import io.onrecord.text.AgencyCredits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is done with every article, however it came: its language is told, and the agency it is credited to. Immutable. */
final class Finishing {

    private static final String FROM_TEXT = "text";

    private final Optional<String> wanted;

    /** @param wanted code of the language that is read; empty for any */
    Finishing(Optional<String> wanted) {
        this.wanted = wanted.map(code -> LanguageCodes.of(code).orElse(code));
    }

    Outcome<Article> of(Outcome<Article> outcome) {
        if (!(outcome instanceof Outcome.Kept<Article> kept)) {
            return outcome;
        }
        try {
            return of(kept.value());
        } catch (RuntimeException | StackOverflowError e) {
            // As for any other step: one article never stops a run.
            return Wording.skipped(
                    kept.value().address(), "a fault of Onrecord, please report it with the input: " + e);
        }
    }

    private Outcome<Article> of(Article article) {
        Metadata metadata = article.metadata();
        Optional<String> told = Languages.of(article.text().value()).map(Guess::tag);
        // Pages often carry the language of the template they were made from: the text goes before where they differ.
        boolean overruled = told.isPresent()
                && metadata.language()
                        .flatMap(LanguageCodes::of)
                        .filter(told.get()::equals)
                        .isEmpty();
        Optional<String> language = overruled ? told : metadata.language();
        Optional<String> code = language.flatMap(LanguageCodes::of);
        if (wanted.isPresent() && code.isPresent() && !code.equals(wanted)) {
            return new Outcome.Skipped<>(article.address(), Outcome.Stage.LANGUAGE, why(code.get()));
        }
        if (overruled) {
            metadata = with(metadata, language, metadata.agency(), Map.of("language", FROM_TEXT));
        }
        List<AgencyCredit> credits = metadata.agency().isPresent() ? List.of() : AgencyCredits.of(article);
        if (!credits.isEmpty()) {
            AgencyCredit credit = credits.get(0);
            metadata = with(
                    metadata,
                    metadata.language(),
                    Optional.of(credit.agency()),
                    Map.of("agency", credit.kind().origin()));
        }
        return new Outcome.Kept<>(Article.of(article.address(), article.text(), metadata));
    }

    private String why(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        String only = Locale.forLanguageTag(wanted.orElseThrow()).getDisplayLanguage(Locale.ENGLISH);
        return "it is in " + name + " (" + code + "), and " + only
                + " is read: --language any reads every language, with less to be found";
    }

    private static Metadata with(
            Metadata known, Optional<String> language, Optional<String> agency, Map<String, String> from) {
        Metadata named = new Metadata(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                language,
                agency,
                Optional.empty(),
                from);
        return named.orElse(known);
    }
}
