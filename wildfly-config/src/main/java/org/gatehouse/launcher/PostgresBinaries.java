package org.gatehouse.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked once from the jar on the class path. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    /** Unpacks below {@code directory} unless that was done before; a half-done unpacking is started over. */
    static PostgresBinaries unpackedIn(Path directory) {
        PostgresBinaries binaries = new PostgresBinaries(directory);
        Path complete = directory.resolve("complete");
        if (!Files.exists(complete)) {
            try {
                Directories.delete(directory);
                Files.createDirectories(directory);
                binaries.unpack();
                Files.createFile(complete);
            } catch (IOException e) {
                throw new StartupFailure("PostgreSQL cannot be unpacked to " + directory + ": " + e.getMessage(), e);
            }
        }
        return binaries;
    }

    /** Absolute path of a program. */
    String program(String name) {
        return directory.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    private void unpack() throws IOException {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (resource == null) {
                throw new IOException("no PostgreSQL for this platform on the class path; set GATEHOUSE_DATABASE_URL instead");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar);
                }
            }
        }
    }

    private void write(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory.normalize())) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
