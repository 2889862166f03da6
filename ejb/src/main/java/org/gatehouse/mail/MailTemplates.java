package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The templates of letters: those of the product, and the administrator's in the folder {@code gatehouse.email.template-dir}, where
 * one of the same name replaces the product's. A template is an HTML file with places for values; the plain text beside it has the
 * same name and ends in {@code .txt}. One that is no whole page is put into the frame that all letters share, {@code frame.html}, which
 * the folder can have as well.
 */
@ApplicationScoped
public class MailTemplates {

    private static final List<String> OWN = List.of("email/account_confirmation.html", "email/email_otp.html", "email/event_notification.html",
            "email/invitation.html",
            "email/magic_link.html", "email/password_reset.html", "email/setup.html");

    /** A name can leave the folder neither by dots nor by an absolute path. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9_-]{0,63}/){0,3}[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.html");

    private static final String FRAME = "frame.html";

    /** How a template begins that needs no frame. */
    private static final Pattern PAGE = Pattern.compile("\\s*<(?:!doctype|html)", Pattern.CASE_INSENSITIVE);

    /** Where the frame has the template. */
    private static final String CONTENT = "{{ content }}";

    private static final long LARGEST = 256 * 1024;

    @Inject
    @ConfigProperty(name = "gatehouse.email.template-dir")
    private Optional<String> folder = Optional.empty();

    public MailTemplates() {
    }

    MailTemplates(Path folder) {
        this.folder = Optional.of(folder.toString());
    }

    /** The names of all templates, in order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(OWN);
        folder.map(Path::of).filter(Files::isDirectory).ifPresent(given -> names.addAll(namesIn(given)));
        return List.copyOf(names);
    }

    /** Whether there is a template of this name. */
    public boolean exists(String name) {
        return find(name).isPresent();
    }

    /** The HTML of a template. */
    Optional<PlaceholderText> find(String name) {
        return isName(name) ? read(name).map(this::framed).map(PlaceholderText::new) : Optional.empty();
    }

    private String framed(String template) {
        return PAGE.matcher(template).lookingAt() ? template : read(FRAME).orElse(CONTENT).replace(CONTENT, template);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.equals(FRAME);
    }

    /** The plain text that goes with a template, if somebody has written one. */
    Optional<PlaceholderText> findText(String name) {
        return isName(name) ? read(name.replaceFirst("\\.html$", ".txt")).map(PlaceholderText::new) : Optional.empty();
    }

    private Optional<String> read(String name) {
        return folder.map(Path::of).flatMap(given -> readFile(given, name)).or(() -> readOwn(name));
    }

    private static Optional<String> readFile(Path folder, String name) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(name);
            // A link inside of the folder may lead anywhere: what counts is where the file is.
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(root) && Files.size(file) <= LARGEST;
            return inside ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> readOwn(String name) {
        try (InputStream resource = MailTemplates.class.getResourceAsStream(name)) {
            return resource == null ? Optional.empty() : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(MailTemplates::isName).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
