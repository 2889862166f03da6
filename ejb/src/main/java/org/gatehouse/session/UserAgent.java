package org.gatehouse.session;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.type.WireObject;

/**
 * What a browser says it is, read roughly: enough for a person to recognise their own login in a list. It is the browser's own
 * claim, so nothing may depend on it.
 */
record UserAgent(String text, String browser, String version, String system, String device) {

    private record Mark(String name, Pattern pattern) {

        Mark(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }
    }

    // The order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edge", "Edg(?:e|A|iOS)?/(\\d+)"),
            new Mark("Opera", "OPR/(\\d+)"),
            new Mark("Firefox", "(?:Firefox|FxiOS)/(\\d+)"),
            new Mark("Chrome", "(?:Chrome|CriOS)/(\\d+)"),
            new Mark("Safari", "Version/(\\d+)[^ ]* (?:Mobile/\\w+ )?Safari/"),
            new Mark("curl", "curl/(\\d+)"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iOS", "iPhone|iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "Mac OS X"),
            new Mark("Chrome OS", "CrOS"),
            new Mark("Linux", "Linux"));

    private static final List<Mark> DEVICES = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Mac", "Macintosh"));

    static UserAgent of(String text) {
        for (Mark browser : BROWSERS) {
            Matcher found = browser.pattern().matcher(text);
            if (found.find()) {
                return new UserAgent(text, browser.name(), found.group(1), first(SYSTEMS, text), first(DEVICES, text));
            }
        }
        return new UserAgent(text, "Other", "", first(SYSTEMS, text), first(DEVICES, text));
    }

    private static String first(List<Mark> marks, String text) {
        return marks.stream().filter(mark -> mark.pattern().matcher(text).find()).map(Mark::name).findFirst().orElse("Other");
    }

    JsonObject toJson() {
        return WireObject.empty()
                .put("device", WireObject.empty().put("brand", "").put("family", device).put("model", "").build())
                .put("os", WireObject.empty().put("family", system).put("major", "").put("minor", "").put("patch", "")
                        .put("patch_minor", "").build())
                .put("user_agent", WireObject.empty().put("family", browser).put("major", version).put("minor", "").put("patch", "").build())
                .put("string", text)
                .build();
    }
}
