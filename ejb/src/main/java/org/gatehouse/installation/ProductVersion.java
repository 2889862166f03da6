package org.gatehouse.installation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the running product, from what Maven wrote into the archive. */
public final class ProductVersion {

    private static final String POM = "/META-INF/maven/org.gatehouse/gatehouse-ejb/pom.properties";

    private static final String CURRENT = read();

    private ProductVersion() {
    }

    /** The version, or {@code 0.0.0} when the archive was not built by Maven. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream file = ProductVersion.class.getResourceAsStream(POM)) {
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
