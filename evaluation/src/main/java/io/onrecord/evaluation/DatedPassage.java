package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.StatementDate;
import java.util.Optional;

/**
 * One statement of a gold file with the date on which it was made.
 *
 * @param article the passage, with its publication date if the file has one
 * @param attribution the words of the statement
 * @param date when it was made; empty where nobody can say
 */
record DatedPassage(Article article, Attribution attribution, Optional<StatementDate> date) {}
