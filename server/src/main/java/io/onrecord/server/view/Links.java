package io.onrecord.server.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses of the desk's own pages. */
public final class Links {

    private Links() {}

    /** Where a statement stands in its article. */
    public static String statement(String id) {
        return "/statements/" + encoded(id);
    }

    public static String article(String id) {
        return "/articles/" + encoded(id);
    }

    public static String speaker(String id) {
        return "/speakers/" + encoded(id);
    }

    public static String claim(String id) {
        return "/claims/" + encoded(id);
    }

    /**
     * An address with another value of a parameter, and from the beginning of its list.
     *
     * @param address path and parameters
     * @param value empty for without it
     */
    public static String with(String address, String name, String value) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        List<String> kept = new ArrayList<>();
        if (mark >= 0) {
            for (String parameter : address.substring(mark + 1).split("&", -1)) {
                boolean goes = parameter.isEmpty()
                        || parameter.equals(name)
                        || parameter.startsWith(name + "=")
                        || parameter.endsWith("=")
                        || parameter.startsWith(Cursor.PARAMETER + "=")
                        || parameter.startsWith("done=");
                if (!goes) {
                    kept.add(parameter);
                }
            }
        }
        if (!value.isEmpty()) {
            kept.add(name + "=" + encoded(value));
        }
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
