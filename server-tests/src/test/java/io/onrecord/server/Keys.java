package io.onrecord.server;

import com.microsoft.playwright.Page;

/** Somebody at a page with a keyboard and nothing else, who always sees where they are. */
final class Keys {

    /** More than the controls of any page. */
    private static final int MOST = 400;

    private static final String SEEN = """
            () => {
              const e = document.activeElement;
              const style = getComputedStyle(e);
              const box = e.getBoundingClientRect();
              const lit = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
              const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return e === document.body || (lit && inSight) ? '' : e.outerHTML.slice(0, 200);
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Goes on with the tabulator until what a selector names has the focus; no key but that. */
    Keys to(String selector) {
        for (int pressed = 0; pressed < MOST; pressed++) {
            page.keyboard().press("Tab");
            // Where a page scrolls there, that takes a moment.
            Chromium.until(
                    page,
                    () -> "".equals(page.evaluate(SEEN)),
                    () -> "focus that does not show: " + page.evaluate(SEEN));
            if (isAt(selector)) {
                return this;
            }
        }
        throw new AssertionError("the tabulator does not lead to " + selector + " on " + page.url());
    }

    /** Whether it has the focus. */
    boolean isAt(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String words) {
        page.keyboard().type(words);
        return this;
    }

    /** Presses a key that leads to another page. */
    Keys follow(String key) {
        page.evaluate("window.before = true");
        page.keyboard().press(key);
        Chromium.until(page, () -> (Boolean) page.evaluate("!('before' in window)"));
        page.waitForLoadState();
        return this;
    }
}
