package io.onrecord.cli;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.io.InputStream;
import java.util.List;

/** Records of another machine: those that a store has already are left as they are, others are put. */
final class RecordImport implements ImportFormat {

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String about() {
        return "records with their texts, as export records --with-text writes them";
    }

    @Override
    public List<String> endings() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public void run(String name, InputStream standardInput, Store store, Corrector corrector, Imported imported) {
        try (RecordFiles files = new RecordFiles(List.of(name), standardInput)) {
            while (files.hasNext()) {
                Outcome<ArticleRecord> outcome = files.next();
                if (outcome instanceof Outcome.Kept<ArticleRecord> kept) {
                    put(kept.value(), store, imported);
                } else if (outcome instanceof Outcome.Skipped<ArticleRecord> skipped) {
                    imported.skipped(skipped);
                }
            }
        }
    }

    private static void put(ArticleRecord record, Store store, Imported imported) {
        try {
            imported.taken(
                    switch (store.put(record)) {
                        case NEW -> "new";
                        case NEWER_VERSION -> "newer versions";
                        case REPLACED -> "by another producer than before";
                        case UNCHANGED -> "already there";
                    });
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.UNFIT) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
            imported.skipped(new Outcome.Skipped<>(
                    record.article().address(), Outcome.Stage.WRITING, String.valueOf(e.getMessage())));
        }
    }
}
