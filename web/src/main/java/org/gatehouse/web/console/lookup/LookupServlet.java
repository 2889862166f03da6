package org.gatehouse.web.console.lookup;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ConsoleSection;
import org.gatehouse.web.console.ConsoleSections;
import org.gatehouse.web.console.FieldLabels;
import org.gatehouse.web.console.Option;
import org.gatehouse.web.console.ReferenceOptions;

/**
 * {@code GET /if/admin/lookup?q=…[&target=…]}: objects with such a name as {@code [{value, label, kind, href}]}. A target is a list
 * of the console; without one, the lists people look into most are searched.
 */
@WebServlet("/if/admin/lookup")
public class LookupServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> EVERYWHERE = List.of("applications", "users", "groups", "flows", "providers");
    private static final int MOST = 20;
    private static final int MOST_EVERYWHERE = 4;
    private static final int LONGEST = 100;

    @Inject
    private transient ConsoleObjects objects;

    @Inject
    private transient ConsoleSections sections;

    @Inject
    private transient FieldLabels labels;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = Optional.ofNullable(request.getParameter("q")).map(text -> text.substring(0, Math.min(LONGEST, text.length()))).orElse("");
        Optional<String> target = Optional.ofNullable(request.getParameter("target")).filter(name -> !name.isEmpty());
        JsonArrayBuilder found = Json.createArrayBuilder();
        List<String> lists = target.map(List::of).orElse(EVERYWHERE);
        lists.stream().flatMap(name -> sections.find(name).stream())
                .forEach(section -> search(section, wanted, target.isPresent() ? MOST : MOST_EVERYWHERE, found));
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(found.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void search(ConsoleSection section, String wanted, int most, JsonArrayBuilder found) {
        try {
            objects.list(section, new ModelQuery(wanted, Map.of(), "", 1, most)).rows().forEach(row -> found.add(entry(section, row)));
        } catch (AccessDenied closed) {
            // A list that the person may not see has nothing for them.
        }
    }

    private JsonObject entry(ConsoleSection section, JsonObject row) {
        Option option = ReferenceOptions.option(row);
        return Json.createObjectBuilder().add("value", option.value()).add("label", option.label()).add("kind", labels.list(section))
                .add("href", objects.row(section, row).getHref()).build();
    }
}
