package org.gatehouse.web.flow;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.flow.FlowView;
import org.gatehouse.web.http.QueryString;
import org.gatehouse.web.page.PageAddress;
import org.gatehouse.web.page.PageText;
import org.gatehouse.web.page.PlainJson;

/** One step of a flow as the Facelets below {@code /flow} read it, {@code #{page}}. */
public final class FlowPage {

    private static final String LOGOUT = "You're about to log out of ";

    /** How challenges begin their headings, before the application's name and a full stop, and the texts that say it. */
    private static final Map<String, String> HEADINGS = Map.of("You're about to sign into ", "flow.consent.header",
            "A device wants to sign into ", "flow.device.header", LOGOUT, "flow.logout.header");

    private final FlowView view;
    private final String action;
    private final Locale locale;
    private final Map<String, Object> challenge;

    /**
     * @param action the address the form is posted to
     * @param locale the language of the page
     */
    FlowPage(FlowView view, String action, Locale locale) {
        this.view = view;
        this.action = action;
        this.locale = locale;
        this.challenge = PlainJson.of(view.challenge());
    }

    public String getAction() {
        return action;
    }

    public String getExecution() {
        return view.execution();
    }

    public String getStep() {
        return view.step();
    }

    public String getComponent() {
        return view.component();
    }

    /** The Facelet that shows the challenge. */
    public String getInclude() {
        return ChallengePages.of(view.component());
    }

    /** The challenge in plain values. */
    public Map<String, Object> getChallenge() {
        return challenge;
    }

    public String getTitle() {
        return said(info("title"));
    }

    public String getLayout() {
        return info("layout").isEmpty() ? "stacked" : info("layout");
    }

    /** The picture behind the page, or empty for the brand's. */
    public String getBackground() {
        return PageAddress.image(info("background")).orElse("");
    }

    private String info(String name) {
        JsonValue info = view.challenge().get("flow_info");
        return info instanceof JsonObject object ? object.getString(name, "") : "";
    }

    /** The captcha on the page, of its own or embedded into another challenge; empty when there is none. */
    public Map<?, ?> getCaptcha() {
        if (view.component().equals("ak-stage-captcha")) {
            return challenge;
        }
        return challenge.get("captcha_stage") instanceof Map<?, ?> embedded ? embedded : Map.of();
    }

    /** The script that shows the captcha, or empty. */
    public String getCaptchaScript() {
        return getCaptcha().get("js_url") instanceof String url ? PageAddress.link(url).orElse("") : "";
    }

    /** Whether a consent challenge asks for nothing but a logout. */
    public boolean isLogout() {
        return challenge.get("header_text") instanceof String header && header.startsWith(LOGOUT);
    }

    /** The clients' pages that a logout shows in frames. */
    List<String> frames() {
        return challenge.get("logout_urls") instanceof List<?> frames
                ? frames.stream().map(frame -> ((Map<?, ?>) frame).get("url")).map(String::valueOf).toList() : List.of();
    }

    /** The picture of the person the challenge is about, or empty. */
    public String getAvatar() {
        return challenge.get("pending_user_avatar") instanceof String avatar ? PageAddress.image(avatar).orElse("") : "";
    }

    /** Whether the challenge is about a person who can say "not you?". */
    public boolean isPersonal() {
        return challenge.get("pending_user") instanceof String user && !user.isBlank();
    }

    /** What is wrong with a field; empty when nothing is. */
    public List<String> errors(String field) {
        return challenge.get("response_errors") instanceof Map<?, ?> errors && errors.get(field) instanceof Collection<?> details
                ? details.stream().map(FlowPage::text).filter(Objects::nonNull).map(this::said).toList() : List.of();
    }

    /** What is wrong with no field in particular, or with a field that the page does not show. */
    public List<String> errorsBut(List<String> shown) {
        return challenge.get("response_errors") instanceof Map<?, ?> errors
                ? errors.keySet().stream().map(Object::toString).filter(field -> !shown.contains(field))
                        .flatMap(field -> errors(field).stream()).toList() : List.of();
    }

    /** A sentence of the engine in the language of the page; what an administrator wrote, and what has no translation, as it is. */
    public String said(String sentence) {
        if (sentence == null) {
            return "";
        }
        return HEADINGS.entrySet().stream().filter(heading -> sentence.startsWith(heading.getKey()) && sentence.endsWith(".")).findFirst()
                .flatMap(heading -> PageText.find(heading.getValue(), locale)
                        .map(text -> text.replace("{0}", sentence.substring(heading.getKey().length(), sentence.length() - 1))))
                .orElseGet(() -> SaidSentence.in(locale, sentence));
    }

    /** Whether the challenge, one without a page of its own, asks for a code. */
    public boolean isCoded() {
        return view.component().startsWith("ak-stage-authenticator-");
    }

    /** The fields of a prompt challenge, in their order. */
    public List<PromptField> getPrompts() {
        return challenge.get("fields") instanceof List<?> fields
                ? fields.stream().map(field -> PromptField.of((Map<?, ?>) field)).toList() : List.of();
    }

    public List<String> getPromptKeys() {
        return getPrompts().stream().map(PromptField::getKey).toList();
    }

    /** The fields of a prompt challenge that are typed into. */
    public List<String> getInputKeys() {
        return getPrompts().stream().filter(prompt -> prompt.getWidget().equals("INPUT")).map(PromptField::getKey).toList();
    }

    /** The first of these fields that is to be corrected; the first of all when none is. It gets the focus. */
    public String focus(List<String> fields) {
        return fields.stream().filter(field -> !errors(field).isEmpty()).findFirst()
                .orElse(fields.isEmpty() ? "" : fields.get(0));
    }

    /** Whether the page needs the script that talks to authenticators. */
    public boolean isWebauthn() {
        return view.challenge().containsKey("passkey_challenge") || view.component().equals("ak-stage-authenticator-webauthn")
                || getDevices().stream().anyMatch(DeviceChoice::isKey);
    }

    /** A part of the challenge as JSON text, for a script; empty when it is missing. */
    public String json(String field) {
        JsonValue value = view.challenge().get(field);
        return value == null || value == JsonValue.NULL ? "" : value.toString();
    }

    /** The devices that a validation challenge offers; the one to use first is the first. */
    public List<DeviceChoice> getDevices() {
        return view.challenge().get("device_challenges") instanceof JsonArray devices
                ? devices.getValuesAs(JsonObject.class).stream().map(DeviceChoice::of).toList() : List.of();
    }

    /** What people call the device that a stage sets up; the stage's own name when its type is not known here. */
    public String setupName(String model, String name) {
        String type = model.replaceAll(".*authenticator|stage$", "");
        return PageText.find("device.class." + type, locale).orElse(name);
    }

    /** The QR code of a set-up challenge, or empty. */
    public String getQrCode() {
        String url = view.challenge().getString("config_url", "");
        return url.isEmpty() ? "" : QrCode.dataUrl(url);
    }

    /** The secret of a set-up challenge in groups of four, for people who cannot scan its QR code. */
    public String getTypedSecret() {
        String url = view.challenge().getString("config_url", "");
        return QueryString.parse(url.substring(url.indexOf('?') + 1)).getOrDefault("secret", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String text(Object detail) {
        return detail instanceof Map<?, ?> map ? Optional.ofNullable(map.get("string")).map(Object::toString).orElse(null) : null;
    }
}
