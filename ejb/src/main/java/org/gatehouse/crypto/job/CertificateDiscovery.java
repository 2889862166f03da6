package org.gatehouse.crypto.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.CertificateModel;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.task.Job;
import org.gatehouse.task.JobLog;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;

/**
 * Takes over certificates and keys from the folder {@code gatehouse.certificates.folder}, and follows their renewal. What was taken over is
 * known by its mark {@code goauthentik.io/crypto/discovered/…}; a file that goes away takes nothing along, as it may be in use.
 */
@ApplicationScoped
public class CertificateDiscovery implements Job {

    private static final String MARK = "goauthentik.io/crypto/discovered/";

    @Inject
    private CertificateKeyPairRepository certificates;

    @Inject
    private CertificateModel model;

    @Inject
    private ManagedModels models;

    @Inject
    private DiscoveredMarks marks;

    @Inject
    @ConfigProperty(name = "gatehouse.certificates.folder")
    private Optional<String> folder;

    @Override
    public String name() {
        return "certificate-discovery";
    }

    @Override
    public String description() {
        return "Takes over certificates and keys from a folder.";
    }

    @Override
    public String usualTimes() {
        return "5 * * * *";
    }

    @Override
    public void run(JobLog log) {
        if (folder.filter(path -> !path.isBlank()).isEmpty()) {
            log.info("No folder is configured (gatehouse.certificates.folder).");
            return;
        }
        try {
            Map<String, CertificateFiles> found = CertificateFiles.in(Path.of(folder.get()));
            found.forEach((name, files) -> takeOver(name, files, log));
            log.info(found.size() + " certificates are in the folder.");
        } catch (IOException unreadable) {
            log.error("The folder cannot be read.");
        }
    }

    private void takeOver(String name, CertificateFiles files, JobLog log) {
        try {
            JsonObject document = document(name, files);
            certificates.findByManaged(MARK + name).ifPresentOrElse(pair -> {
                if (!pair.getCertificate().strip().equals(document.getString("certificate_data").strip())) {
                    models.patch(Actor.ofSystem(), model, pair.getId().toString(), document);
                    log.info("The certificate '" + name + "' has been renewed.");
                }
            }, () -> {
                marks.mark(models.create(Actor.ofSystem(), model, document), MARK + name);
                log.info("The certificate '" + name + "' has been taken over.");
            });
        } catch (IOException unreadable) {
            log.warning("The files of '" + name + "' cannot be read.");
        } catch (InvalidInput refused) {
            log.warning("The files of '" + name + "' are no certificate with its key: " + refused.problems().byField().keySet());
        }
    }

    private static JsonObject document(String name, CertificateFiles files) throws IOException {
        JsonObjectBuilder document = Json.createObjectBuilder().add("name", name).add("certificate_data", files.certificateText());
        files.keyText().ifPresent(key -> document.add("key_data", key));
        return document.build();
    }
}
