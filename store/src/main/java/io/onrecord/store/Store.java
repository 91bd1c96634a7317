package io.onrecord.store;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Constraint;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Variant;
import io.onrecord.claims.Variants;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Correction;
import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Producer;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Identity;
import io.onrecord.store.StoreException.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Keeps records: one SQLite file that anyone can open with SQLite's own tools, or a PostgreSQL database, chosen by the address
 * alone. The tables are described in {@code docs/design/store.md}.
 *
 * <p>Safe to share between threads: they write one after the other, and read the last whole state meanwhile. Several processes
 * may have one store open; a file must lie on a disk of their machine, never on a network disk. What a method wrote is on the
 * disk when it returns, and whatever happens before leaves nothing.
 *
 * <p>Every method throws {@link StoreException} where the store cannot do what is asked, with what to do about it.
 */
public final class Store implements AutoCloseable {

    /**
     * How to open a store.
     *
     * @param patience how long to wait for another process that writes, before giving up; at least a millisecond
     * @param clock tells when records are kept
     */
    public record Options(Duration patience, Clock clock) {

        /** Waits five seconds; the clock of the machine. */
        public static final Options DEFAULT = new Options(Duration.ofSeconds(5), Clock.systemUTC());

        public Options {
            if (patience.toMillis() < 1 || patience.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a store waits between 1 ms and 24 days, not " + patience);
            }
        }
    }

    private final Database database;
    private final Clock clock;
    private final Articles articles;
    private final IdentityTables identities;
    private final CorrectionTables corrections;
    private final OriginTables origins;
    private final ClaimTables claims;
    private final ClaimSelect claimSelect;
    private final IdentityWords words;
    private final VectorTables vectors;
    private final Reviews reviews;
    private final Feeds feeds;
    private final Visits visits;
    private final Arrivals arrivals;
    private final ArticleList list;
    private final SavedSearches saved;
    private final Parties parties;
    private final DeskUsers users;

    private Store(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.articles = new Articles(database, clock);
        this.identities = new IdentityTables(database, clock);
        this.corrections = new CorrectionTables(database, clock);
        this.origins = new OriginTables(database);
        this.claims = new ClaimTables(database, clock);
        this.claimSelect = new ClaimSelect(database);
        this.words = new IdentityWords(database);
        this.vectors = new VectorTables(database);
        this.reviews = new Reviews(database);
        this.feeds = new Feeds(database, clock);
        this.visits = new Visits(database, clock);
        this.arrivals = new Arrivals(database);
        this.list = new ArticleList(database);
        this.saved = new SavedSearches(database, clock);
        this.parties = new Parties(database);
        this.users = new DeskUsers(database, clock);
    }

    /** Opens a store with the options that nearly everybody wants. */
    public static Store open(String address) {
        return open(address, Options.DEFAULT);
    }

    /**
     * Opens a store, makes it where there is none, and brings an older one up to date.
     *
     * @param address a file, or {@code jdbc:postgresql://host/database?user=…}, whose tables stand in the schema
     *     {@code onrecord} or the one named by {@code currentSchema}
     * @throws StoreException if there is something else, a newer store, or nothing can be made
     */
    public static Store open(String address, Options options) {
        return open(address, options, Migrations.SHIPPED);
    }

    static Store open(String address, Options options, Migrations migrations) {
        Database database = database(address, options);
        try {
            migrations.apply(database, options.clock());
            return new Store(database, options.clock());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static Database database(String address, Options options) {
        if (address.startsWith(PostgresDatabase.PREFIX)) {
            return PostgresDatabase.open(address, options.patience());
        }
        if (address.isBlank() || address.startsWith("jdbc:") || address.startsWith("postgres")) {
            throw new StoreException(
                    Reason.ADDRESS,
                    "'" + PostgresDatabase.named(address)
                            + "' is no address of a store: name a file, or jdbc:postgresql://host/database");
        }
        try {
            return SqliteDatabase.open(Path.of(address), options.patience());
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Reason.ADDRESS, "'" + StoreException.shown(address) + "' cannot be the name of a file", e);
        }
    }

    /** What the store is called: its file, or its address without a password. */
    public String name() {
        return database.name();
    }

    /**
     * Keeps a record, in one transaction.
     *
     * <p>Ids are derived from address, text and places, so they stay: when an article is read again by another producer, its row
     * stays, and statements whose cue and content are as before have the ids they had. Only the engine's rows are replaced.
     */
    public Put put(ArticleRecord record) {
        return articles.put(record);
    }

    /** Whether an article is kept as read by this producer, so that putting it again would change nothing. */
    public boolean holds(String articleId, Producer producer) {
        return articles.holds(articleId, producer);
    }

    /** The record of a version of an article. */
    public Optional<ArticleRecord> get(String articleId) {
        return articles.get(articleId);
    }

    /** Addresses that end so, or else those that have it in them, in the order of their characters. */
    public List<String> addresses(String part, int most) {
        return articles.addresses(part, most);
    }

    /** The versions of the article at an address, the newest first. */
    public List<Kept> versions(String address) {
        return articles.versions(address);
    }

    /** Where a version of an article stands: its neighbours, and who its speakers are. */
    public Optional<Surroundings> surroundings(String articleId) {
        return articles.surroundings(articleId);
    }

    /** An article with its corrections and its surroundings, by its number in this store. */
    public Optional<KeptArticle> kept(int article) {
        return articles.kept(article);
    }

    /** An article with its corrections and its surroundings. */
    public Optional<KeptArticle> kept(String articleId) {
        return articles.kept(articleId);
    }

    /**
     * All records in the order they were first kept, one in memory at a time. Each is as it is when its turn comes: what is put or
     * forgotten meanwhile may or may not be seen, but never half.
     */
    public StoredRecords records() {
        return new StoredRecords(database);
    }

    /** How much is kept. */
    public Counts counts() {
        return articles.counts();
    }

    /**
     * Deletes articles with all that was made of them, for good: their records, the identities they had part in (which are to be
     * made anew), and the decisions about them. In a file their bytes are overwritten, too; it shrinks when a quarter of it is free.
     */
    public Forgotten forget(Selection selection) {
        return new Forgetting(database).forget(selection);
    }

    /** How much {@link #forget} would delete, without deleting anything. */
    public Forgotten wouldForget(Selection selection) {
        return new Forgetting(database).preview(selection);
    }

    /** The record of a version of an article with what people put right. */
    public Optional<Corrected> corrected(String articleId) {
        return corrections.corrected(articleId);
    }

    /** As {@link #records}, with what people put right: what is shown, searched, compared and exported. */
    public CorrectedRecords correctedRecords() {
        return new CorrectedRecords(database);
    }

    /**
     * Keeps what a person says of a statement. It holds for every article with the same text, now and later.
     *
     * @param statementId id in the corrected record, or in the engine's
     * @param author who says so
     * @param note why
     * @return the entry as it stands in the history
     * @throws StoreException if the article or the statement is not kept (any more); nothing is changed then
     */
    public Correction correct(
            String articleId, String statementId, Change change, String author, Optional<String> note) {
        return correct(articleId, statementId, List.of(change), author, note).get(0);
    }

    /** The same with several changes, all of them or none. */
    public List<Correction> correct(
            String articleId, String statementId, List<Change> changes, String author, Optional<String> note) {
        return corrections.correct(articleId, statementId, changes, author, note);
    }

    /** What people said of the statements of an article's text, in the order they did. */
    public List<Correction> corrections(String articleId) {
        return corrections.corrections(articleId);
    }

    /**
     * Takes back what was last said of a statement, as an entry of its own.
     *
     * @return what was taken back; empty if nothing holds
     * @throws StoreException if the article or the statement is not kept (any more)
     */
    public Optional<Correction> undo(String articleId, String statementId, String author, Optional<String> note) {
        return corrections.undo(articleId, statementId, author, note);
    }

    /**
     * Keeps corrections made elsewhere, all of them or none; those that are kept already are passed over.
     *
     * @param articleId an article with the text that they are about
     * @return how many were new
     * @throws StoreException if the article is not kept, or one of them is about another text
     */
    public int addCorrections(String articleId, List<Correction> made) {
        return corrections.add(articleId, made);
    }

    /** Ids of the articles that were corrected, one for each text, in the order they were first kept. */
    public List<String> correctedArticles() {
        return corrections.articles();
    }

    /**
     * Statements whose ids begin so, in the corrected record or in the engine's, by their ids.
     *
     * @param prefix lower-case hexadecimal digits
     * @param most how many are wanted
     */
    public List<StatementPlace> statements(String prefix, int most) {
        return new StatementSearch(database).find(prefix, most);
    }

    /** The statement whose id begins most like some digits; empty where there is nothing alike. */
    public Optional<StatementPlace> nearestStatement(String prefix) {
        return new StatementSearch(database).nearest(prefix);
    }

    /** Looks at everything: the pages of the file, what refers to what, and each record as a whole. */
    public Examination check() {
        return new Check(database).run();
    }

    /** The speakers of all articles, as {@link io.onrecord.speakers.Identities} takes them; all in memory. */
    public List<Appearance> appearances() {
        return identities.appearances();
    }

    /** Replaces who is the same over articles; what refers to speakers that are gone is left out. */
    public void putIdentities(List<Identity> all) {
        identities.replace(all);
    }

    /** Who is the same over articles, as it was last put and is still true: what changed articles had part in is left out. */
    public List<Identity> identities() {
        return identities.all();
    }

    /** How much is still to be done before {@link #identities} is up to date: 0, or about so many speakers. */
    public long identitiesLeft() {
        return database.read(IdentityUpdating::left);
    }

    /**
     * Brings the next few identities up to date, in one transaction. The result of all steps is that of
     * {@link io.onrecord.speakers.Identities} over all speakers and decisions, whatever came in which order.
     *
     * @return about how much was done; 0 if all is up to date
     */
    public int stepIdentities() {
        return IdentityUpdating.step(database);
    }

    /**
     * Identities among whose names are all of some words, those with the most articles first.
     *
     * @param words folded, as {@link io.onrecord.speakers.NameWords} gives them; none finds nobody
     * @param most how many at most
     */
    public List<Somebody> called(List<String> words, int most) {
        return this.words.called(words, most);
    }

    /**
     * Those of them who are wanted. All who have the words are looked at until there are enough, some at a time in memory.
     *
     * @param words folded, as {@link io.onrecord.speakers.NameWords} gives them; none finds nobody
     * @param wanted must not ask this store
     * @param most how many at most
     */
    public List<Somebody> called(List<String> words, Predicate<Somebody> wanted, int most) {
        return this.words.called(words, wanted, most);
    }

    /** An identity by its id. */
    public Optional<Somebody> identity(String id) {
        return words.byId(id);
    }

    /** The speakers that an identity is, the earliest article first. */
    public List<SpeakerPlace> speakers(String identityId) {
        return words.members(identityId);
    }

    /** All folded words of names, in the order of characters, from a shortest to a longest one in code points. */
    public List<String> nameWords(int shortest, int longest) {
        return words.words(shortest, longest);
    }

    /** Tells this store from every other, wherever it is moved. */
    public String id() {
        return database.read(session -> session.texts("SELECT id FROM store").get(0));
    }

    /** The record of an article by its number in this store. */
    public Optional<ArticleRecord> get(int article) {
        return articles.get(article);
    }

    /**
     * The articles that changed: put, read again, given vectors, or forgotten. Whoever follows them asks from 0 on first, and then
     * from the horizon of the time before on; some may come once more.
     */
    public Changes changes(long since) {
        return changes(since, 0);
    }

    /**
     * The same, without those that were had.
     *
     * @param after number of the last article that was had
     */
    public Changes changes(long since, int after) {
        return new Changes(database, since, after);
    }

    /** Numbers in this store of an article's versions, by its address, or of the one version that has an id. */
    public List<Integer> numbers(String addressOrId) {
        return articles.numbers(addressOrId);
    }

    /**
     * Asks for vectors of a model, which the statements that have none, or another's, then wait for.
     *
     * @param model name and digest
     * @return how many statements wait
     */
    public long awaitVectors(String model) {
        return vectors.await(model);
    }

    /** How many statements wait for vectors, of whatever model was last asked for. */
    public long pendingStatements() {
        return vectors.waiting();
    }

    /**
     * Articles whose statements wait for vectors, in the order of their numbers.
     *
     * @param after the last article that was had
     * @param most how many at most
     */
    public List<Pending> pendingVectors(int after, int most) {
        return vectors.pending(after, most);
    }

    /**
     * Keeps the vectors of some articles, in one transaction. An article that was read again meanwhile still waits.
     *
     * @param model name and digest of what made them
     * @return how many articles have theirs now
     */
    public int putVectors(String model, List<Meant> all) {
        return vectors.put(model, all);
    }

    /** What made the vectors that are kept; empty where there are none, or two models' while they are made anew. */
    public Optional<String> vectorModel() {
        return vectors.model();
    }

    /** The vectors of an article's statements by their ids; those that have none yet are not in it. */
    public Map<String, ByteVector> vectors(String articleId) {
        return vectors.vectors(articleId);
    }

    /**
     * Keeps what a user decided about two speakers.
     *
     * @param author who decided
     * @return the id of the decision, by which it is taken back
     * @throws StoreException if one of the articles is not kept
     */
    public String decide(Decision decision, String author) {
        return StoredDecisions.id(MadeDecision.Of.SPEAKERS, identities.decide(decision, author));
    }

    /** What users decided and did not take back, in the order they did. */
    public List<Decision> decisions() {
        return identities.decisions();
    }

    /**
     * Whether claims and origins are made of all that is kept; costs next to nothing.
     *
     * @param maker what compares
     */
    public boolean claimsAreDone(String maker) {
        return claims.isDone(maker);
    }

    /**
     * Finds which articles are copies and brings claims up to date with what came, changed and went. It works step by step, each
     * a transaction of some articles; where it is killed the next goes on. The result is a function of what is kept, in whatever
     * order it came.
     *
     * @param maker what compares: where another did before, all is made anew
     * @param reading what claims are made of, of a record; a pure function
     * @param matcher compares them
     * @param left is told after each step how much is left: articles, pairs and propositions
     */
    public ClaimWork makeClaims(
            String maker, Function<ArticleRecord, ClaimReading> reading, Matcher matcher, LongConsumer left) {
        claims.madeBy(maker);
        while (origins.step() > 0) {
            left.accept(origins.pending() + claims.pending());
        }
        ClaimUpdate update = new ClaimUpdate(database, reading, matcher);
        while (update.step()) {
            left.accept(claims.pending());
        }
        return new ClaimWork(update.articles(), update.candidates(), update.links());
    }

    /** The id of the article that one was copied from: the earliest of them all; empty where it is no copy. */
    public Optional<String> origin(String articleId) {
        return origins.of(articleId);
    }

    /**
     * Keeps what a user decided in one go about the claims of statements, all of it or nothing; it holds from the next {@link #makeClaims} on. What is of
     * one kind and has one first statement can be taken back as one decision.
     *
     * @param decisions at least one
     * @param author who decided
     * @return the id of the decision that the first of them is part of, by which it is taken back
     * @throws StoreException if one of the statements is not kept
     */
    public String decide(List<Constraint> decisions, String author) {
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("nothing is decided");
        }
        return StoredDecisions.id(MadeDecision.Of.CLAIMS, claims.decide(decisions, author));
    }

    /** The claims that are asked for, the most disputed first, then the most carried. */
    public List<ClaimSummary> claims(ClaimQuery query) {
        return claimSelect.find(query);
    }

    /** The claims that some statements have part in, in the order of the statements, each once. */
    public List<ClaimSummary> claimsOf(List<String> statementIds) {
        return claimsOf(statementIds, ClaimQuery.all(Integer.MAX_VALUE));
    }

    /** Those of the claims that are asked for which some statements have part in, in the order of the statements, each once. */
    public List<ClaimSummary> claimsOf(List<String> statementIds, ClaimQuery query) {
        return claimSelect.ofStatements(statementIds, query);
    }

    /**
     * Ids of the claims that a name stands for.
     *
     * @param name the id of a claim, six or more digits of its beginning, or the id of a statement
     * @return none where nothing has it; several, at most ten, where it is not enough
     */
    public List<String> claimsNamed(String name) {
        return claimSelect.named(name);
    }

    /** A claim with all that is on record of it. */
    public Optional<ClaimView> claim(String claimId) {
        return claimSelect.view(claimId);
    }

    /** All claims that statements have part in, with all that is on record of them, one in memory at a time. */
    public StoredClaims allClaims() {
        return new StoredClaims(database, claimSelect);
    }

    /** The wordings of the quotations of a claim, compared with the fullest of each speaker, in the order of its members. */
    public List<Variant> variants(String claimId) {
        return claimSelect
                .claim(claimId)
                .map(claim -> Variants.of(claim, this::get))
                .orElse(List.of());
    }

    /** The propositions of a claim, in the order of its members; none where there is no such claim. */
    public List<Proposition> propositions(String claimId) {
        return claimSelect.propositions(claimId);
    }

    /**
     * What some outlets have on an event.
     *
     * @param words all of which an article about it has, in its title or text
     * @param outlets by their names, at least one
     * @param since the first day of publication, {@link LocalDate#MIN} for any
     * @param until the last day of publication, {@link LocalDate#MAX} for any
     */
    public Event event(List<String> words, List<String> outlets, LocalDate since, LocalDate until) {
        return new EventSelect(database).find(words, outlets, since, until);
    }

    /** Names of the outlets that articles are of, those with most articles first. */
    public List<String> outlets() {
        return claimSelect.outlets();
    }

    /** What users decided about claims and did not take back, in the order they did. */
    public List<ClaimDecision> claimDecisions() {
        return claims.decisions();
    }

    /** What people still have to look at. */
    public Reviews reviews() {
        return reviews;
    }

    /** The feeds that are watched. */
    public Feeds feeds() {
        return feeds;
    }

    /** When visitors were last there. */
    public Visits visits() {
        return visits;
    }

    /** The articles in the order they came. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Articles as lists show them. */
    public ArticleList list() {
        return list;
    }

    /** Who is on record, in lists and one by one. */
    public StoredPeople people() {
        return new StoredPeople(database);
    }

    /** Claims in lists, some at a time. */
    public StoredClaimList claimList() {
        return new StoredClaimList(database);
    }

    /** Who disputes whom. */
    public StoredDisputes disputes() {
        return new StoredDisputes(database);
    }

    /** What people decided about speakers and claims, with what was taken back. */
    public StoredDecisions decisionLog() {
        return new StoredDecisions(database, clock);
    }

    /** Searches that people saved. */
    public SavedSearches saved() {
        return saved;
    }

    /** Who all speakers are, and which articles are copies. */
    public Parties parties() {
        return parties;
    }

    /** Who may use the desk where it is shared. */
    public DeskUsers users() {
        return users;
    }

    /** For tests that look beneath. */
    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
