package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.flow.review.FlowDiagram;
import org.gatehouse.flow.review.FlowDiagrams;
import org.gatehouse.flow.review.FlowExplanation;
import org.gatehouse.flow.review.FlowExplanations;
import org.gatehouse.policy.PolicyExplanation;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.page.PageAddress;

/** What the editor's page shows of a flow beside its form: its drawing, its export, and what its policies say about a user. */
@Named("flowPanel")
@RequestScoped
public class FlowPanel {

    private static final String FLOW = "authentik_flows.flow";

    @Inject
    private FlowDiagrams diagrams;

    @Inject
    private FlowExplanations explanations;

    @Inject
    private ConsoleObjects objects;

    @Inject
    private HttpServletRequest request;

    private FlowDiagram diagram;

    /** What policies say about one thing: its name, {@code yes}, {@code no} or {@code failed}, and what each of them says. */
    public record Answer(String name, String verdict, List<String> reasons) {
    }

    public boolean isShown(String model) {
        return model.equals(FLOW);
    }

    public FlowDiagram diagram(String slug) {
        if (diagram == null) {
            Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
            diagram = diagrams.of(objects.actor(), slug, locale);
        }
        return diagram;
    }

    public String exportAddress(String slug) {
        return "/api/v3/flows/instances/" + PageAddress.encode(slug) + "/export/";
    }

    /** The page that runs the flow. */
    public String runAddress(String slug) {
        return PageAddress.ofFlow(slug);
    }

    /** The name that was asked about, or empty. */
    public String getAsked() {
        return Optional.ofNullable(request.getParameter("explain")).map(String::strip).orElse("");
    }

    /** The answers for the user that was asked about: first the flow itself, then each stage; empty when there is no such user. */
    public List<Answer> answers(String slug) {
        try {
            FlowExplanation explanation = explanations.explain(objects.actor(), slug, getAsked());
            List<Answer> stages = explanation.stages().stream().map(stage -> answer(stage.name(), stage.decision())).toList();
            return Stream.concat(Stream.of(answer("", explanation.flow())), stages.stream()).toList();
        } catch (InvalidInput unknown) {
            return List.of();
        }
    }

    private static Answer answer(String name, PolicyExplanation explanation) {
        return new Answer(name, verdict(explanation.verdict().passing(), explanation.verdict().failed()), explanation.parts().stream()
                .map(part -> part.label() + ": " + verdict(part.verdict().passing(), part.verdict().failed())
                        + (part.verdict().messages().isEmpty() ? "" : " (" + String.join(" ", part.verdict().messages()) + ")")).toList());
    }

    private static String verdict(boolean passing, boolean failed) {
        return passing ? "yes" : failed ? "failed" : "no";
    }
}
