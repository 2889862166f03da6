package org.gatehouse.crypto.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A certificate in a folder and the key beside it. Known are Certbot's folders ({@code live/example.com/fullchain.pem} with
 * {@code privkey.pem}), those of Kubernetes' secrets ({@code name/tls.crt} with {@code tls.key}), and flat files ({@code name.pem} or
 * {@code name.crt} with {@code name.key}).
 *
 * @param key empty where there is none
 */
record CertificateFiles(Path certificate, Optional<Path> key) {

    private static final Map<String, String> PAIRS = Map.of("fullchain.pem", "privkey.pem", "tls.crt", "tls.key");
    private static final Set<String> NOT_BY_THEMSELVES = Set.of("privkey.pem", "tls.key", "cert.pem", "chain.pem", "ca.crt", "ca.pem");
    private static final int DEEPEST = 4;
    private static final int MOST = 500;
    private static final long LARGEST = 100_000;

    /** The certificates in the folder by name: that of the folder, or of the file without its ending. */
    static Map<String, CertificateFiles> in(Path folder) throws IOException {
        Map<String, CertificateFiles> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            for (Path file : files.filter(path -> !isHidden(folder.relativize(path))).filter(Files::isRegularFile).sorted().limit(MOST).toList()) {
                read(file).forEach(found::putIfAbsent);
            }
        }
        return found;
    }

    private static boolean isHidden(Path path) {
        return Stream.iterate(path, part -> part != null, Path::getParent).anyMatch(part -> String.valueOf(part.getFileName()).startsWith("."));
    }

    private static Map<String, CertificateFiles> read(Path file) {
        String name = file.getFileName().toString();
        if (PAIRS.containsKey(name)) {
            return Map.of(file.getParent().getFileName().toString(), new CertificateFiles(file, existing(file.resolveSibling(PAIRS.get(name)))));
        }
        int dot = name.lastIndexOf('.');
        boolean flat = !NOT_BY_THEMSELVES.contains(name) && dot > 0 && Set.of("pem", "crt").contains(name.substring(dot + 1));
        return flat ? Map.of(name.substring(0, dot), new CertificateFiles(file, existing(file.resolveSibling(name.substring(0, dot) + ".key"))))
                : Map.of();
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    String certificateText() throws IOException {
        return text(certificate);
    }

    Optional<String> keyText() throws IOException {
        return key.isPresent() ? Optional.of(text(key.get())) : Optional.empty();
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }
}
