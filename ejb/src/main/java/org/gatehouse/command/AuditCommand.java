package org.gatehouse.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.chain.AuditAnchor;
import org.gatehouse.event.chain.AuditReport;
import org.gatehouse.event.chain.AuditVerification;

/** Verifies that nobody has changed the audit log. */
@ApplicationScoped
public class AuditCommand implements LocalCommand {

    @Inject
    private AuditVerification verification;

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public String usage() {
        return "\n  Verifies the chain of the audit log and prints its last link. The exit code is 1 when something was changed.";
    }

    @Override
    public String run(CommandCall call) {
        call.allowing();
        AuditReport report = verification.verify(Actor.ofSystem(), Optional.<AuditAnchor>empty());
        if (!report.isWhole()) {
            throw new CommandRefused("The audit log was changed: " + report.fault().map(fault -> fault.kind() + " at link " + fault.seq()).orElse("")
                    + ".");
        }
        return report.checked() + " events are as they were written; " + report.waiting() + " are not linked yet. The last link is "
                + report.lastSeq() + ":" + report.lastHash();
    }
}
