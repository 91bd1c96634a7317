package io.onrecord.server.api;

import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.page.Pages;
import io.onrecord.server.view.ApiView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What programs can ask for: the description, and a page that shows it. */
public final class ApiPage {

    private final Pages pages;
    private final Description description = Description.shipped();
    private final ApiView view = ApiView.of(description.tree());

    public ApiPage(Pages pages) {
        this.pages = pages;
    }

    public List<Route> routes() {
        byte[] yaml = description.yaml().getBytes(StandardCharsets.UTF_8);
        return List.of(
                pages.form("/api", "api.jte", request -> view),
                new Route(
                        Method.GET,
                        Pages.API + "/openapi.yaml",
                        Access.PUBLIC,
                        request -> Response.of(200, "application/yaml", out -> out.write(yaml))),
                new Route(
                        Method.GET,
                        Pages.API + "/openapi.json",
                        Access.PUBLIC,
                        request -> Response.json(description.tree())));
    }
}
