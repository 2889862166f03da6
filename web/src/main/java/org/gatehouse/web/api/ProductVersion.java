package org.gatehouse.web.api;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the running product, from what Maven wrote into the archive. */
public final class ProductVersion {

    private static final String POM = "/META-INF/maven/org.gatehouse/gatehouse-web/pom.properties";

    private ProductVersion() {
    }

    /** The version, or {@code 0.0.0} when the archive was not built by Maven. */
    public static String of(ServletContext servlets) {
        try (InputStream file = servlets.getResourceAsStream(POM)) {
            Properties pom = new Properties();
            if (file != null) {
                pom.load(file);
            }
            return pom.getProperty("version", "0.0.0");
        } catch (IOException unreadable) {
            return "0.0.0";
        }
    }
}
