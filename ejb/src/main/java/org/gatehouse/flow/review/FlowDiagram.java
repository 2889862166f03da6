package org.gatehouse.flow.review;

import java.util.List;

/**
 * A flow as a drawing: policies that guard it, then its stages in their order.
 *
 * @param name what people call the flow
 * @param slug its slug
 * @param requirement what has to be the case for the flow to start, by its wire name
 * @param gate the policies of the flow itself
 * @param steps its stages
 */
public record FlowDiagram(String name, String slug, String requirement, Gate gate, List<Step> steps) {

    /**
     * The policies in front of something.
     *
     * @param policies what is bound, in words; empty for an open gate
     * @param mode {@code any} or {@code all}
     */
    public record Gate(List<String> policies, String mode) {

        /** Whether nothing is bound. */
        public boolean isOpen() {
            return policies.isEmpty();
        }
    }

    /**
     * One stage.
     *
     * @param name its name
     * @param type what kind of stage it is, in words
     * @param onPlan whether its policies are asked when the plan is made
     * @param onReach whether they are asked when the browser reaches it
     */
    public record Step(String name, String type, Gate gate, boolean onPlan, boolean onReach) {
    }

    /** The drawing in the language of Mermaid flowcharts, which API clients draw themselves. */
    public String toMermaid() {
        StringBuilder text = new StringBuilder("graph TD\n");
        text.append("start([\"").append(quote("Flow: " + name)).append("\"])\n");
        String before = "start";
        if (!gate.isOpen()) {
            text.append(decision("gate", gate)).append(before).append(" --> gate\n")
                    .append("gate -- no --> denied[[\"Denied\"]]\n");
            before = "gate -- yes";
        }
        for (int i = 0; i < steps.size(); i++) {
            before = step(text, i, before);
        }
        return text.append(before).append(" --> done([\"End of the flow\"])\n").toString();
    }

    private String step(StringBuilder text, int index, String before) {
        Step step = steps.get(index);
        String node = "stage" + index;
        String next = index + 1 < steps.size() && !steps.get(index + 1).gate().isOpen() ? "policy" + (index + 1)
                : index + 1 < steps.size() ? "stage" + (index + 1) : "done";
        text.append(node).append("[\"").append(quote(step.name())).append("<br>").append(quote(step.type())).append("\"]\n");
        if (step.gate().isOpen()) {
            text.append(before).append(" --> ").append(node).append('\n');
            return node;
        }
        String policy = "policy" + index;
        text.append(decision(policy, step.gate())).append(before).append(" --> ").append(policy).append('\n')
                .append(policy).append(" -- yes --> ").append(node).append('\n')
                .append(policy).append(" -- no --> ").append(next).append('\n');
        return node;
    }

    private static String decision(String node, Gate gate) {
        return node + "{\"" + quote(String.join(gate.mode().equals("all") ? " and " : " or ", gate.policies())) + "\"}\n";
    }

    /** Names are typed by people: nothing in them may end the quoted text or start markup where the drawing is shown. */
    private static String quote(String text) {
        return text.replace("&", "#amp;").replace("\"", "#quot;").replace("<", "#lt;").replace(">", "#gt;").replaceAll("[\\r\\n]", " ");
    }
}
