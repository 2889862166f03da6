package org.gatehouse.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.crypto.Digests;

/**
 * The version of style sheets and scripts, {@code ?v=#{staticFiles.version}}: it changes when one of them does, so browsers may
 * keep what they have for as long as they like ({@code undertow-handlers.conf}).
 */
@Named("staticFiles")
@ApplicationScoped
public class StaticFiles {

    private static final Set<String> FOLDERS = Set.of("/static/css/", "/static/js/");

    @Inject
    private ServletContext context;

    private String version = "";

    @PostConstruct
    void read() {
        StringBuilder all = new StringBuilder();
        for (String folder : new TreeSet<>(FOLDERS)) {
            new TreeSet<>(context.getResourcePaths(folder)).forEach(file -> all.append(file).append(content(file)));
        }
        version = Digests.sha256(all.toString()).substring(0, 12);
    }

    private String content(String file) {
        try (InputStream stream = context.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String getVersion() {
        return version;
    }
}
