package org.gatehouse.web.console.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gatehouse.crypto.CertificateGeneration;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ListRow;

/** Makes a key pair with a self-signed certificate, {@code /if/admin/certificate.xhtml}. */
@Named("certificatePage")
@RequestScoped
public class CertificatePage {

    private static final String MODEL = "authentik_crypto.certificatekeypair";

    @Inject
    private CertificateGeneration generation;

    @Inject
    private ConsoleObjects objects;

    private List<String> problems = List.of();

    public void generate() throws IOException {
        try {
            JsonObject pair = generation.generate(objects.actor(), WireObject.empty().put("common_name", typed("common_name", "").strip())
                    .put("subject_alt_name", typed("subject_alt_name", "")).put("validity_days", days()).put("alg", typed("alg", "rsa")).build());
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().redirect(ListRow.editor(MODEL, pair.getString("pk")) + "&done=created");
            context.responseComplete();
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    private int days() {
        String typed = typed("validity_days", "").strip();
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** What was typed into a field, or what it starts with. */
    public String typed(String field, String first) {
        Map<String, String> posted = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return posted.getOrDefault(field, first);
    }

    public List<String> getAlgorithms() {
        return List.of("rsa", "ecdsa", "ed25519", "ed448");
    }

    public List<String> getProblems() {
        return problems;
    }
}
