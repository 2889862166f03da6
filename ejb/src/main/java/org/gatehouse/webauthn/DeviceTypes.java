package org.gatehouse.webauthn;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The models of authenticators that are known by name. The list is not complete, and a model that is not on it is no worse. */
@ApplicationScoped
public class DeviceTypes {

    /** The model of an authenticator that does not say what it is. */
    public static final UUID UNKNOWN = new UUID(0, 0);

    private static final String FILE = "device-types.csv";

    private final Map<UUID, DeviceType> known = load();

    /** All, by name. */
    public Collection<DeviceType> all() {
        return known.values();
    }

    /** The type with this number; one that is not on the list has its number as a description. */
    public DeviceType get(UUID aaguid) {
        DeviceType type = known.get(aaguid);
        return type == null ? new DeviceType(aaguid, aaguid.toString(), true) : type;
    }

    public boolean isKnown(UUID aaguid) {
        return known.containsKey(aaguid);
    }

    /**
     * Whether a new credential may be used where only some models are allowed. A model that attests has to have done so: without a
     * statement anybody can claim any number. One that does not say what it is is allowed if {@link #UNKNOWN} is.
     *
     * @param allowed none: every model
     */
    public boolean permits(Set<UUID> allowed, Credential credential) {
        boolean attested = !credential.format().equals("none");
        return allowed.isEmpty() || allowed.contains(credential.aaguid())
                && (attested || credential.aaguid().equals(UNKNOWN) || !get(credential.aaguid()).attests());
    }

    private static Map<UUID, DeviceType> load() {
        try (InputStream file = DeviceTypes.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(DeviceTypes::read)
                    .collect(Collectors.toMap(DeviceType::aaguid, type -> type, (first, second) -> first, LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DeviceType read(String line) {
        String[] columns = line.split(",", 3);
        return new DeviceType(UUID.fromString(columns[0]), columns[2], columns[1].equals("attests"));
    }
}
