package io.onrecord.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.onrecord.text.Foreign;
import java.util.Map;

/** Pages out of templates, which escape by context whatever is put into them. Safe to share between threads. */
public final class Templates {

    private static final String COMPILED = "io.onrecord.server.page.html";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);

    /**
     * Renders.
     *
     * @param template its file under {@code src/main/jte}, such as {@code home.jte}
     * @param parameters by the names that it declares
     */
    public String render(String template, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        engine.render(template, parameters, out);
        // Whatever a template shows, nothing of it turns the rest of the page round.
        return Foreign.fit(out.toString());
    }
}
