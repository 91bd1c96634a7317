package io.onrecord.server.page;

import io.onrecord.server.desk.Upkeep;
import io.onrecord.server.http.Assets;
import io.onrecord.server.http.Visitor;
import io.onrecord.server.view.ExportsView;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param assets where style and scripts are
 * @param visitor who looks at it
 * @param path of the page, for the navigation
 * @param address of the page, its path with its parameters; empty where one cannot come back to it
 * @param twin address of the same as JSON; empty where there is none
 * @param demo whether what is shown is made up
 * @param theme light or dark
 * @param upkeep what is being done behind the pages
 * @param exports its lists as files
 */
public record Frame(
        Assets assets,
        Visitor visitor,
        String path,
        String address,
        String twin,
        boolean demo,
        Theme theme,
        Upkeep.State upkeep,
        ExportsView exports) {

    private static final List<Part> PARTS = List.of(
            new Part("/", "Start"),
            new Part("/read", "Read"),
            new Part("/articles", "Articles"),
            new Part("/search", "Search"),
            new Part("/speakers", "Speakers"),
            new Part("/claims", "Claims"),
            new Part("/disputes", "Disputes"),
            new Part("/compare", "Compare"),
            new Part("/review", "Review"),
            new Part("/feeds", "Feeds"));

    /**
     * A part of the desk that one can go to from everywhere.
     *
     * @param path of its first page, below which its others are
     * @param label as people read it
     */
    public record Part(String path, String label) {}

    /** The parts of the desk, in the order of the navigation. */
    public List<Part> parts() {
        return PARTS;
    }

    /** What can be chosen between. */
    public List<Theme> themes() {
        return List.of(Theme.values());
    }

    /** The address of a file that the page needs. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** Whether the page is in a part of the desk, by how their paths begin. */
    public boolean isIn(String part) {
        return path.equals(part) || path.startsWith(part + "/");
    }
}
