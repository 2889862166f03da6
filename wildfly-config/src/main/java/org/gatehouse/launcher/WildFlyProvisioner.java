package org.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes a server from the stock WildFly distribution and the CLI scripts, in the way an operator would: unpack, then
 * {@code jboss-cli.sh --file=…}. Does nothing when the server there was made from the same distribution and scripts.
 */
public final class WildFlyProvisioner {

    private final Path distribution;
    private final Path home;

    /**
     * @param distribution the zip {@code org.wildfly:wildfly-dist}
     * @param home         directory of the server; replaced when it was made from something else
     */
    public WildFlyProvisioner(Path distribution, Path home) {
        this.distribution = distribution.toAbsolutePath();
        this.home = home.toAbsolutePath();
    }

    /**
     * Provisions if needed; two processes never do so at the same time.
     *
     * @return the server, with both {@link WildFlyProfile profiles} configured
     * @throws StartupFailure when the distribution is missing or a script fails
     */
    public WildFlyHome provision() {
        CliScripts scripts = CliScripts.bundled();
        Fingerprint wanted = scripts.fingerprint(distribution.getFileName().toString());
        try {
            Files.createDirectories(home.getParent());
            synchronized (WildFlyProvisioner.class) {
                provisionUnderLock(scripts, wanted);
            }
        } catch (IOException e) {
            throw new StartupFailure("WildFly cannot be provisioned in " + home + ": " + e.getMessage(), e);
        }
        return new WildFlyHome(home, wanted);
    }

    private void provisionUnderLock(CliScripts scripts, Fingerprint wanted) throws IOException {
        Path marker = home.resolve("gatehouse.fingerprint");
        Path lockPath = home.resolveSibling(home.getFileName() + ".lock");
        try (FileChannel lockFile = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Between processes; freed with the channel.
            lockFile.lock();
            if (!wanted.isRecordedIn(marker)) {
                Directories.delete(home);
                unpack();
                apply(scripts);
                wanted.recordIn(marker);
            }
        }
    }

    /** Without the zip's top directory; a zip read as a stream has no modes, so the scripts are made executable. */
    private void unpack() throws IOException {
        if (!Files.isRegularFile(distribution)) {
            throw new IOException("no distribution at " + distribution);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                write(entry, home.resolve(name).normalize(), zip);
            }
        }
    }

    private void write(ZipEntry entry, Path target, InputStream content) throws IOException {
        if (!target.startsWith(home)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.copy(content, target);
        if (target.toString().endsWith(".sh")) {
            target.toFile().setExecutable(true, false);
        }
    }

    private void apply(CliScripts scripts) throws IOException {
        Path folder = home.resolve("gatehouse-cli");
        scripts.writeTo(folder);
        runScript(folder, "driver.cli");
        for (WildFlyProfile profile : WildFlyProfile.values()) {
            runScript(folder, profile.script());
        }
    }

    private void runScript(Path folder, String script) {
        new Command(List.of(home.resolve("bin/jboss-cli.sh").toString(), "--file=" + script))
                .in(folder)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home"), "JBOSS_HOME", home.toString(), "NOPAUSE", "true"))
                .without("JAVA_OPTS")
                .run();
    }
}
