package io.onrecord.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a paragraph, by its words alone, is what a page wraps around its articles. The phrases are those that pages of all
 * sorts share. English alone.
 */
final class FurnitureLine {

    private static final WordLists LISTS = WordLists.of(FurnitureLine.class, "furniture.txt");

    /** In UTF-16 units. What pages say of themselves is short; notices on cookies and rights are the longest. */
    private static final int LONGEST = 400;

    private static final int SHORT = 140;

    private static final int LEAST_HEADLINE = 20;
    private static final int LEAST_HEADLINE_WORDS = 4;

    private static final String MONTHS =
            "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april"
                    + "|june|july|august|september|october|november|december";

    /** Whole paragraphs. */
    private static final Pattern LABEL = whole("(?:- |\\* )?(?:"
            + "advert(?:isement|isements|s)?(?: ?[-–—]? ?(?:continue reading|story continues|scroll to continue)(?: below)?)?"
            + "|(?:story|article) continues(?: below)?(?: (?:the )?advertisement)?|continue reading(?: below)?"
            + "|sponsored(?: content| links| stories| by .{1,30})?|promoted(?: content| stories)?|paid (?:content|post)"
            + "|(?:loading|comments?|tags|topics|filed under|share|print|email|save|tweet|newsletters?|skip)"
            + "|(?:image|media|video) (?:caption|source|copyright)"
            + "|share (?:this|via)(?: (?:article|story|page|post|link|shortlink|with your friends))?"
            + "|(?:watch|listen|read|see)(?: more| also| next| now| live)?|also read|click here(?: to .{1,60})?)");

    /** Whole paragraphs that have other stories under them. */
    private static final Pattern LIST_LABEL = whole(
            "(?:most (?:read|popular|viewed|shared|commented)|trending(?: now)?"
                    + "|recommended(?: for you| stories| reading)?|popular (?:now|stories)|(?:top|latest|other|more) (?:stories|news|articles)"
                    + "|you (?:may|might) (?:also )?(?:like|be interested in)|more on this(?: story| topic)?|more from [\\p{L}\\p{N}' ]{1,30}"
                    + "|related(?: (?:articles?|stories|story|topics?|news|content|links?|coverage|posts?|reading))?"
                    + "|read (?:next|more)|what to read next|up next|don['’]t miss|editor['’]?s['’]? picks?|in other news|at a glance|key points)");

    /** Before a headline, with a colon after it. */
    private static final Pattern BEFORE_HEADLINE =
            start("[\\[(]?(?:(?:read|see|watch|listen)(?: more| also| next| now| here)?"
                    + "|also (?:read|see|on .{1,20})|read (?:the )?full (?:story|article)|related(?: (?:story|stories|article|articles|news|content|coverage))?"
                    + "|more(?: (?:on this|news|coverage))?|don['’]t miss|must[- ]read|recommended|explainer|opinion|exclusive|breaking(?: news)?"
                    + "|(?:in )?pictures|(?:photo |picture )?gallery|video|podcast)s? ?[:|»>–—] ?\\S");

    /** These open other stories however the line ends. */
    private static final Pattern BEFORE_STORY = start(
            "[\\[(]?(?:read more|read also|also read|see also|related|read next|don['’]t miss)(?: \\p{L}+)? ?[:|»>–—] ?\\S");

    private static final Pattern RUNNING_STORY = start(
            "[\\p{L}\\p{N}'’ &.-]{1,40} (?:latest|live|live updates|live blog|liveblog|latest news|breaking) ?[:–—|] ?\\S");

    private static final String NETWORKS =
            "twitter|facebook|instagram|x|threads|tiktok|youtube|linkedin|whatsapp|telegram|google news|snapchat|pinterest|mastodon|bluesky|social media";

    private static final List<Pattern> NOTICES = List.of(
            start(
                    "(?:follow|like|find|join) (?:us|@\\w+|him|her|them|[\\p{L}\\p{N}@' .]{1,50}?)(?: .{0,30}?)?\\b(?:on|at) (?:our )?(?:"
                            + NETWORKS + ")\\b"),
            start("(?:follow|tweet) (?:\\p{L}+ )?@\\w+"),
            start(
                    "(?:please )?(?:click here to )?(?:sign[- ]up|subscribe|register|get|receive|join)\\b.{0,100}\\b(?:newsletters?|inbox|e-?mail"
                            + "|unlimited|alerts|access|briefing|subscription|mailing list|free trial|podcast)\\b"),
            start("(?:subscribe|sign up)(?: (?:now|today|here|to [\\p{L}\\p{N}' ]{1,40}))?[.!]?$"),
            anywhere(
                    "(?:enable|turn on|activate|requires?) javascript|javascript (?:is|must be) (?:disabled|enabled|required|turned)"
                            + "|browser (?:does not|doesn['’]t) support|video (?:can ?not|can['’]t) be played|media is not supported"
                            + "|(?:video|audio) player(?: is)? (?:loading|not)|adobe flash"),
            anywhere(
                    "(?:we|site|website|page) (?:and our partners )?uses? (?:\\p{L}+ )?cookies|(?:use of|accept(?: all)?|our) cookies|cookie (?:policy|settings|notice|preferences)"),
            start(
                    "(?:(?:photo|image|picture|photograph|illustration|graphic|video)s?(?: credits?| courtesy(?: of)?| source| copyright)?|credits?) ?[:/] ?\\S"),
            start("(?:image|media|video) (?:copyright|caption|source)\\b"),
            start(
                    "(?:photo|photograph|picture|image|illustration|graphic)s? (?:by|courtesy(?: of)?|via|from) \\p{Lu}.{1,60}$"),
            anywhere(
                    "\\((?:[\\p{L} ]+ )?(?:photo|image|picture|credit)s?(?: by| courtesy| credit|:|/)[^)]{2,60}\\)\\.?$"),
            start("(?:copyright )?(?:©|\\(c\\) ?(?:19|20)\\d\\d)|copyright,? (?:19|20)\\d\\d"),
            anywhere(
                    "all rights reserved|may not be (?:published|reproduced)[, ].{0,40}(?:broadcast|rewritten|permission)"),
            start(
                    "(?:join the (?:conversation|discussion)|leave a (?:comment|reply)|(?:what do you think|do you agree)\\?"
                            + "|(?:tell|let) us (?:what you think|know)|have your say|comments? (?:are|is) (?:closed|open|off)|log in to comment|view comments)"),
            start(
                    "(?:do you )?(?:have|got|know)\\b.{1,40}\\b(?:story|tips?|news|question|information|pictures|photos|comment)\\b.{0,60}(?:e-?mail|contact|call|send|reach|text|get in touch|whatsapp|@)"),
            start("(?:e-?mail|contact|write to|reach|call) (?:us|the (?:author|writer|reporter|newsdesk|newsroom))\\b"),
            anywhere(
                    "(?:reached|contacted|emailed|followed|reach (?:him|her|them)|contact (?:him|her|them)|e-?mail (?:him|her|them))(?: on twitter)? (?:at|on|via)? ?(?:@\\w+|\\S+@\\S+)"),
            // What a page builder should have turned into markup.
            start("\\[\\w+ [^\\]]{1,200}\\].{0,200}\\[/\\w+\\]$"),
            start("(?:download|get|install) (?:our|the [\\p{L}\\p{N}' ]{1,30}) app\\b"),
            start("(?:click|tap|scroll) (?:here|down|below|through|on the)\\b"),
            start("(?:support|help) (?:us|our|independent)\\b.{0,40}\\bjournalism\\b|donate (?:now|today|here)"));

    /** Who wrote, with nothing but names in it. Java goes down its stack with each round of a loop, so they are few. */
    private static final Pattern WRITTEN_BY = Pattern.compile(
            "(?:(?i:additional|further|with|extra) )?(?i:reporting|writing|editing|research|compiled|edited|written"
                    + "|produced|translated|contributions)(?: (?i:and) (?i:writing|editing|reporting))? (?i:by|from)(?:[ ,;:&/]+(?:\\p{Lu}[\\p{L}.'’-]*|and|in|at|by|for|of|the|additional|reporting|writing|editing)){1,24}\\.?");

    private static final Pattern STAMP = whole(
            "(?:last |first |originally )?(?:updated?|published|posted|modified|created|issued)(?: (?:on|at))?:?(?:[ ,.|/:()-]+(?:on|at|the|by|"
                    + "mon|tue|wed|thu|fri|sat|sun|mon|tues|thurs|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|"
                    + MONTHS
                    + "|a\\.?m\\.?|p\\.?m\\.?|[a-z]{1,2}st|[a-z]{1,2}dt|gmt|utc|cet|bst|ist|ago|hours?|minutes?|mins?|days?|\\d{1,4}(?:st|nd|rd|th|am|pm|z)?|\\d{1,4}[t]\\d+)){1,16}\\)?\\.?");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Set<String> SHARING = LISTS.kind("sharing");

    private static final Set<String> NETWORK = LISTS.kind("network");

    /** Somebody states something, or the article tells of it. */
    private static final Pattern TELLS = Pattern.compile(
            "[\"“”„«»]|\\b(?:said|says?|told|tells?|asked|asks|claim(?:s|ed)|insist(?:s|ed)|according to|recalled|explained|promised"
                    + "|believes?|believed|found|ruled|reported|complained|warned|announced|added|wrote|argued|denied)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What headlines have somebody do. */
    private static final Pattern HEADLINE_VERB = Pattern.compile(
            "\\b(?:says?|warns?|den(?:y|ies)|claims?|vows?|urges?|calls?|slams?|accuses?|admits?|reveals?|insists?|wins?|loses?"
                    + "|dies?|hits?|faces?|backs?|rejects?|blames?|seeks?|plans?|wants?|sparks?|rises?|falls?|beats?|tells?|demands?|confirms?|hails?|mocks?|quits?|joins?)\\b");

    private FurnitureLine() {}

    static boolean isFurniture(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        if (LABEL.matcher(line).matches()
                || isListLabel(line)
                || STAMP.matcher(line).matches()
                || isSharing(line)) {
            return true;
        }
        if (line.length() <= SHORT && opensStory(line)) {
            return true;
        }
        if (WRITTEN_BY.matcher(line).matches()) {
            return true;
        }
        return !TELLS.matcher(line).find()
                && NOTICES.stream().anyMatch(notice -> notice.matcher(line).find());
    }

    /** Whether other stories may follow. */
    static boolean isListLabel(String line) {
        return line.length() <= SHORT && LIST_LABEL.matcher(line).matches();
    }

    /** Whether a line reads like the headline of a story: some words, a capital, no end of a sentence. */
    static boolean isHeadline(String line) {
        return line.length() >= LEAST_HEADLINE
                && line.length() <= SHORT
                && Character.isUpperCase(line.codePointAt(0))
                && !endsSentence(line)
                && words(line) >= LEAST_HEADLINE_WORDS;
    }

    static boolean hasHeadlineVerb(String line) {
        return HEADLINE_VERB.matcher(line).find();
    }

    private static boolean opensStory(String line) {
        if (BEFORE_STORY.matcher(line).find()) {
            return true;
        }
        return !endsSentence(line)
                && (BEFORE_HEADLINE.matcher(line).find()
                        || RUNNING_STORY.matcher(line).find());
    }

    private static boolean isSharing(String line) {
        if (line.length() > SHORT || endsSentence(line)) {
            return false;
        }
        Matcher word = WORD.matcher(line);
        int networks = 0;
        boolean shares = false;
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            if (!SHARING.contains(lower)) {
                return false;
            }
            networks += NETWORK.contains(lower) ? 1 : 0;
            shares |= lower.equals("share");
        }
        return networks >= 2 || (networks == 1 && shares);
    }

    private static boolean endsSentence(String line) {
        int i = line.length() - 1;
        while (i > 0 && "\"'”’)]".indexOf(line.charAt(i)) >= 0) {
            i--;
        }
        return ".!…:;".indexOf(line.charAt(i)) >= 0;
    }

    private static int words(String line) {
        int words = 1;
        for (int i = 0; i < line.length(); i++) {
            words += line.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    private static Pattern whole(String phrases) {
        return Pattern.compile(phrases + "[ .:…!»>]*", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern start(String phrases) {
        return Pattern.compile("^(?:" + phrases + ")", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern anywhere(String phrases) {
        return Pattern.compile(phrases, Pattern.CASE_INSENSITIVE);
    }
}
