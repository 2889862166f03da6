package org.gatehouse.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {

    private static final String RESET = "email/password_reset.html";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Letter letter(String template, String subject, Locale locale, Map<String, String> values) {
        return new Letter("a@example.com", template, subject, locale, values, null, Instant.EPOCH);
    }

    private WrittenLetter write(Letter letter) {
        return new LetterWriter(new MailTemplates(folder)).write(letter);
    }

    @Test
    void speaksThePersonsLanguage() {
        Map<String, String> values = Map.of("user", "Alice", "url", "https://id.example.com/x");

        WrittenLetter english = write(letter(RESET, "", Locale.ENGLISH, values));
        WrittenLetter german = write(letter(RESET, "", Locale.GERMAN, values));

        assertThat(english.subject()).isEqualTo("Reset your password");
        assertThat(english.text()).startsWith("Hello Alice,").contains("\nhttps://id.example.com/x\n");
        assertThat(german.subject()).isEqualTo("Passwort zurücksetzen");
        assertThat(german.html()).contains("lang=\"de\"").contains("Guten Tag Alice,");
    }

    @Test
    void aTemplateThatIsNoWholePageGetsTheFrameOfAllLetters() throws IOException {
        Files.writeString(folder.resolve("hello.html"), "<p>Hello {{ user }}</p>");
        Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html><html><body>{{ user }}</body></html>");
        Map<String, String> values = Map.of("user", "Alice");

        assertThat(write(letter("hello.html", "x", Locale.ENGLISH, values)).html()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<p>Hello Alice</p>").endsWith("</html>\n");
        assertThat(write(letter("page.html", "x", Locale.ENGLISH, values)).html()).isEqualTo("<!DOCTYPE html><html><body>Alice</body></html>");

        Files.writeString(folder.resolve("frame.html"), "<html><p>House</p>{{ content }}</html>");
        assertThat(write(letter("hello.html", "x", Locale.ENGLISH, values)).html()).isEqualTo("<html><p>House</p><p>Hello Alice</p></html>");
        assertThat(new MailTemplates(folder).names()).contains("hello.html").doesNotContain("frame.html");
        assertThat(new MailTemplates(folder).exists("frame.html")).isFalse();
    }

    @Test
    void aLinkThatLogsInSaysSoInBothLanguages() {
        Map<String, String> values = Map.of("user", "Alice", "username", "alice", "url", "https://id.example.com/x");

        WrittenLetter english = write(letter("email/magic_link.html", "", Locale.ENGLISH, values));
        WrittenLetter german = write(letter("email/magic_link.html", "", Locale.GERMAN, values));

        assertThat(english.subject()).isEqualTo("Your link to log in");
        assertThat(english.text()).contains("log in to your account alice").contains("\nhttps://id.example.com/x\n");
        assertThat(german.subject()).isEqualTo("Ihr Link zum Anmelden");
        assertThat(german.html()).contains("Wer ihn hat, kann sich anmelden.").contains("href=\"https://id.example.com/x\"");
    }

    @Test
    void escapesWhatIsPutIntoHtml() {
        WrittenLetter written = write(letter(RESET, "", Locale.ENGLISH, Map.of("user", "<script>alert(1)</script>{{ url }}", "url", "https://x/?a=1&b=\"'")));

        assertThat(written.html()).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;{{ url }},")
                .contains("href=\"https://x/?a=1&amp;b=&quot;&#39;\"");
    }

    @Test
    void letsNoValueBeginALineOrAHeader() {
        WrittenLetter written = write(letter(RESET, "Hi {{ user }}\r\nBcc: b@example.com", Locale.ENGLISH,
                Map.of("user", "A\r\nX: y\n\nhttps://evil.example", "url", "https://x/")));

        assertThat(written.subject()).isEqualTo("Hi A X: y https://evil.example Bcc: b@example.com");
        assertThat(written.text()).contains("Hello A X: y https://evil.example,");
    }

    @Test
    void namesNoLinkAndNoCodeInTheSubject() {
        assertThat(write(letter(RESET, "{{ url }}{{code}}x", Locale.ENGLISH, Map.of("url", "s3cret", "code", "123456"))).subject()).isEqualTo("x");
    }

    @Test
    void usesTheAdministratorsTemplateInPlaceOfTheProducts() throws IOException {
        Files.createDirectories(folder.resolve("email"));
        Files.writeString(folder.resolve(RESET), "<b>{{ user }}</b> {{ unknown }} {{ text.unknown }} {{ text.password_reset.button }}");
        Files.writeString(folder.resolve("own.html"), "{{ code }}");

        assertThat(write(letter(RESET, "", Locale.ENGLISH, Map.of("user", "A&B"))).html()).contains("\n<b>A&amp;B</b>   Reset password</div>");
        assertThat(write(letter("own.html", "S", Locale.ENGLISH, Map.of("code", "123456"))).text()).contains("123456");
        assertThat(new MailTemplates(folder).names()).contains("own.html", RESET, "email/email_otp.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.html", "/etc/passwd", "email/../../secret.html", "email/nothing.html", "", "email\\x.html", "link.html",
        "email/password_reset.txt", "secret.html\u0000.html"})
    void findsNothingOutsideOfItsFolders(String name) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("secret.html"), "secret");
        Files.createSymbolicLink(folder.resolve("link.html"), outside);

        assertThatIllegalArgumentException().isThrownBy(() -> write(letter(name, "S", Locale.ENGLISH, Map.of())));
        assertThat(new MailTemplates(folder).exists(name)).isFalse();
    }
}
