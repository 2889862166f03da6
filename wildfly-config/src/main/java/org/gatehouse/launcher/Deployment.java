package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** An archive in a node's {@code deployments} directory, steered by the marker files of WildFly's deployment scanner. */
final class Deployment {

    private static final String NAME = "gatehouse.ear";
    private static final List<String> MARKERS =
            List.of("dodeploy", "deployed", "failed", "isdeploying", "isundeploying", "undeployed", "pending", "skipdeploy");

    private final Path archive;

    Deployment(Path base) {
        this.archive = base.resolve("deployments").resolve(NAME);
    }

    /** Puts the archive there; an equal one stays, but is deployed anew, since only a fresh marker tells about this start. */
    void place(Path ear) throws IOException {
        if (!Files.isRegularFile(ear)) {
            throw new IOException("no EAR at " + ear);
        }
        Path marker = archive.resolveSibling(NAME + ".fingerprint");
        Fingerprint wanted = Fingerprint.ofFile(ear);
        clearMarkers();
        if (!Files.exists(archive) || !wanted.isRecordedIn(marker)) {
            Path incoming = archive.resolveSibling(NAME + ".incoming");
            Files.copy(ear, incoming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(incoming, archive, StandardCopyOption.ATOMIC_MOVE);
            wanted.recordIn(marker);
        }
        request();
    }

    /** Before a start: asks for the deployment of what is there, if there is anything. */
    void renew() throws IOException {
        if (Files.exists(archive)) {
            clearMarkers();
            request();
        }
    }

    boolean isDeployed() {
        return Files.exists(marker("deployed"));
    }

    boolean hasFailed() {
        return Files.exists(marker("failed"));
    }

    /** What the scanner says about the failure, on one line and shortened. */
    String failure() {
        try {
            String text = Files.readString(marker("failed")).replaceAll("\\s+", " ").strip();
            return text.length() > 300 ? text.substring(0, 300) + "…" : text;
        } catch (IOException e) {
            return "the deployment failed";
        }
    }

    private void request() throws IOException {
        Files.writeString(marker("dodeploy"), NAME);
    }

    private void clearMarkers() throws IOException {
        for (String suffix : MARKERS) {
            Files.deleteIfExists(marker(suffix));
        }
    }

    private Path marker(String suffix) {
        return archive.resolveSibling(NAME + "." + suffix);
    }
}
