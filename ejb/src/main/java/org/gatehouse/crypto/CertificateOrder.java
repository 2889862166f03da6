package org.gatehouse.crypto;

import java.time.Duration;
import java.util.List;

/**
 * What a self-signed certificate shall say.
 *
 * @param commonName the subject's common name
 * @param alternativeNames DNS names it is also good for; may be empty
 * @param validity from now on
 */
public record CertificateOrder(String commonName, List<String> alternativeNames, Duration validity, KeyKind kind) {
}
