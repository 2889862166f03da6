package org.gatehouse.crypto.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.CertificateFacts;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.task.Job;
import org.gatehouse.task.JobLog;

/** Warns once a day of each certificate that runs out within thirty days, or has. */
@ApplicationScoped
public class CertificateExpiry implements Job {

    private static final Duration NOTICE = Duration.ofDays(30);

    @Inject
    private CertificateKeyPairRepository certificates;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "certificate-expiry";
    }

    @Override
    public String description() {
        return "Warns of certificates that run out within thirty days.";
    }

    @Override
    public String usualTimes() {
        return "30 4 * * *";
    }

    @Override
    public void run(JobLog log) {
        Instant limit = clock.instant().plus(NOTICE);
        certificates.findAllByName().forEach(pair -> {
            Optional<Instant> end = CertificateFacts.end(pair);
            end.filter(moment -> moment.isBefore(limit)).ifPresent(moment -> warn(pair, moment, log));
        });
        log.info("All certificates have been looked at.");
    }

    private void warn(CertificateKeyPair pair, Instant end, JobLog log) {
        String sentence = "The certificate '" + pair.getName() + "' " + (end.isBefore(clock.instant()) ? "ran" : "runs") + " out at " + end + ".";
        log.warning(sentence);
        events.record(EventDraft.of(EventAction.CONFIGURATION_WARNING, "crypto", Actor.ofSystem()).with("message", sentence)
                .with("certificate", Json.createObjectBuilder().add("app", "authentik_crypto").add("model_name", "certificatekeypair")
                        .add("pk", pair.getId().toString()).add("name", pair.getName()).build()));
    }
}
