package io.onrecord.reading.page;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Reads the role of an element off its markup. The words are those that templates of all sorts of sites share; there are
 * none here that one site alone uses.
 */
final class Hints {

    /** Longest class or id that is looked at; longer ones are generated, or hostile. */
    private static final int LONGEST = 300;

    private static final Set<String> FURNITURE_TAGS = Set.of("aside", "dialog", "menu");
    private static final Set<String> FURNITURE_ROLES = Set.of(
            "navigation",
            "banner",
            "complementary",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "alert",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "tooltip",
            "form");

    /** Classes that say what an article is about, and would make one on advertising an advertisement. */
    private static final Pattern SUBJECTS = Pattern.compile("\\b(?:category|tag|has|type|format|status)-\\S+");

    private static final int MOST_NAMES = 20;

    private static final Set<String> COMMENTS = Set.of(
            "comments",
            "comment",
            "comment-list",
            "comments-list",
            "commentlist",
            "comments-area",
            "comments-section",
            "comment-section",
            "comments-container",
            "comments-wrapper",
            "comment-body",
            "comment-content",
            "comment-text",
            "user-comments",
            "article-comments",
            "post-comments",
            "fb-comments",
            "disqus_thread",
            "disqus",
            "respond",
            "comment-respond",
            "commentarea");

    private static final Set<String> BODY = Set.of(
            "article body",
            "articlebody",
            "article text",
            "article copy",
            "story body",
            "storybody",
            "story text",
            "story content",
            "storycontent",
            "entry content",
            "entry text",
            "entry body",
            "post content",
            "post body",
            "post text",
            "postcontent",
            "postbody",
            "articlecontent",
            "articletext",
            "article content",
            "body content",
            "body copy",
            "bodycopy",
            "body text",
            "bodytext",
            "content body",
            "contentbody",
            "news body",
            "news text",
            "article main",
            "article section",
            "article sections",
            "article paragraphs",
            "paragraphs",
            "blog content",
            "blog body",
            "rich text",
            "richtext",
            "wysiwyg",
            "single content",
            "text content",
            "page content body");

    private static final Set<String> CONTENT =
            Set.of("article", "story", "content", "main", "entry", "post", "text", "blog", "body", "page");

    private static final Set<String> FURNITURE = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "sidebar",
            "side bar",
            "rail",
            "right rail",
            "footer",
            "foot",
            "header menu",
            "masthead",
            "topbar",
            "toolbar",
            "share",
            "shares",
            "sharing",
            "sharedaddy",
            "addthis",
            "addtoany",
            "sharethis",
            "follow us",
            "related",
            "relateds",
            "relatedposts",
            "jp relatedposts",
            "recommend",
            "recommended",
            "recommendation",
            "recommendations",
            "recirc",
            "recirculation",
            "read more",
            "readmore",
            "read next",
            "up next",
            "also read",
            "more stories",
            "more from",
            "more news",
            "more on",
            "more articles",
            "most read",
            "most popular",
            "popular",
            "trending",
            "latest",
            "you may like",
            "you might",
            "promo",
            "promos",
            "promotion",
            "promoted",
            "teaser",
            "teasers",
            "newsletter",
            "newsletters",
            "signup",
            "sign up",
            "subscribe",
            "subscription",
            "subscriber",
            "optin",
            "opt in",
            "paywall",
            "regwall",
            "meter",
            "ad",
            "ads",
            "adv",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "adsense",
            "adslot",
            "ad slot",
            "adunit",
            "adbox",
            "dfp",
            "gpt",
            "sponsor",
            "sponsored",
            "sponsors",
            "outbrain",
            "taboola",
            "comment",
            "comments",
            "commentlist",
            "disqus",
            "respond",
            "replies",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "modal",
            "popup",
            "overlay",
            "lightbox",
            "tooltip",
            "login",
            "byline",
            "bylines",
            "author",
            "authors",
            "author box",
            "author bio",
            "authorbox",
            "vcard",
            "timestamp",
            "dateline",
            "published",
            "pubdate",
            "post date",
            "postmeta",
            "post meta",
            "entry meta",
            "article meta",
            "meta",
            "tags",
            "taglist",
            "tag list",
            "topics",
            "keywords",
            "categories",
            "category list",
            "widget",
            "widgets",
            "pagination",
            "pager",
            "pagenav",
            "prev next",
            "print",
            "printfriendly",
            "skip link",
            "hidden",
            "visually hidden",
            "visuallyhidden",
            "sr only",
            "screen reader text",
            "screen reader",
            "offscreen",
            "copyright",
            "disclosure",
            "rating",
            "ratings",
            "feedback",
            "poll",
            "quiz",
            "carousel",
            "slider",
            "ticker",
            "contact us",
            "support us",
            "donate",
            "donation",
            "shopping",
            "buy now",
            "noprint",
            "at a glance",
            "key points",
            "fact box",
            "pullquote",
            "pull quote");

    private static final Set<String> FIGURE = Set.of(
            "caption",
            "captions",
            "figcaption",
            "wp caption",
            "credit",
            "credits",
            "photo credit",
            "image credit",
            "photographer",
            "image caption",
            "gallery",
            "slideshow",
            "thumbnail",
            "thumb",
            "video",
            "videos",
            "player",
            "media caption",
            "media",
            "social",
            "socials",
            "embed",
            "tweet",
            "twitter",
            "photo",
            "photos",
            "audio",
            "podcast");

    private static final Set<String> DOUBTFUL = Set.of(
            "header",
            "head",
            "title",
            "headline",
            "banner",
            "list",
            "card",
            "module",
            "link",
            "links",
            "extra",
            "notice",
            "alert",
            "disclaimer",
            "summary",
            "form");

    private Hints() {}

    static Role of(Element element) {
        String tag = element.normalName();
        if (tag.equals("figure") || tag.equals("figcaption") || tag.equals("caption")) {
            return Role.FIGURE;
        }
        if (tag.equals("nav") || tag.equals("footer") || isComments(element)) {
            return Role.OUTSIDE;
        }
        if (FURNITURE_TAGS.contains(tag)
                || FURNITURE_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return Role.FURNITURE;
        }
        if (element.attr("itemprop").contains("articleBody")
                || element.attr("property").contains("articleBody")) {
            return Role.BODY;
        }
        Role role = isRow(tag) ? Role.NONE : ofWords(words(element), tag);
        // What is quoted belongs to the article, however it is dressed.
        return tag.equals("blockquote") && role == Role.FIGURE ? Role.NONE : role;
    }

    /** What readers wrote is often longer than the article, so this must be sure: whole names alone. */
    private static boolean isComments(Element element) {
        if (element.attr("itemprop").equals("comment")
                || COMMENTS.contains(element.id().toLowerCase(Locale.ROOT))) {
            return true;
        }
        String names = element.className();
        return !names.isEmpty()
                && Arrays.stream(names.toLowerCase(Locale.ROOT).split(" ", MOST_NAMES))
                        .anyMatch(COMMENTS::contains);
    }

    private static Role ofWords(Set<String> words, String tag) {
        boolean article = tag.equals("article") || tag.equals("main");
        if (article || words.isEmpty() || tag.equals("body") || tag.equals("html")) {
            return article ? Role.CONTENT : Role.NONE;
        }
        boolean furniture = any(words, FURNITURE);
        if (any(words, BODY)) {
            return furniture ? Role.CONTENT : Role.BODY;
        }
        if (furniture) {
            return Role.FURNITURE;
        }
        if (any(words, FIGURE)) {
            return Role.FIGURE;
        }
        if (any(words, DOUBTFUL)) {
            return Role.DOUBTFUL;
        }
        return any(words, CONTENT) ? Role.CONTENT : Role.NONE;
    }

    private static boolean any(Set<String> words, Set<String> known) {
        for (String word : words) {
            if (known.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What rows of tables are called says what they are about. */
    private static boolean isRow(String tag) {
        return tag.equals("tr") || tag.equals("td") || tag.equals("th") || tag.equals("tbody");
    }

    /** The words of class and id, in small letters, and each two and three in a row. */
    private static Set<String> words(Element element) {
        String names = SUBJECTS.matcher(element.className()).replaceAll(" ") + ' ' + element.id();
        Set<String> words = new HashSet<>();
        String[] last = {"", ""};
        StringBuilder word = new StringBuilder();
        int length = Math.min(LONGEST, names.length());
        for (int i = 0; i <= length; i++) {
            char c = i < length ? names.charAt(i) : ' ';
            boolean starts = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
            if ((starts || !Character.isLetterOrDigit(c)) && word.length() > 0) {
                String one = word.toString();
                word.setLength(0);
                words.add(one);
                words.add(last[1] + ' ' + one);
                words.add(last[0] + ' ' + last[1] + ' ' + one);
                last[0] = last[1];
                last[1] = one;
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        return words;
    }
}
