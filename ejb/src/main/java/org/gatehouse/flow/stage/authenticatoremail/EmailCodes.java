package org.gatehouse.flow.stage.authenticatoremail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.mail.LetterStyle;
import org.gatehouse.mail.MailQueue;
import org.gatehouse.mail.PersonalLetters;
import org.gatehouse.mail.StageMail;
import org.gatehouse.model.directory.User;

/** Puts codes into letters. */
@ApplicationScoped
public class EmailCodes {

    @Inject
    private PersonalLetters letters;

    @Inject
    private MailQueue queue;

    @Inject
    private StageMail mail;

    void send(AuthenticatorEmailStageSettings settings, User user, String to, String code) {
        LetterStyle style = mail.style(settings.useGlobalSettings(), server(settings), settings.template(), settings.subject());
        queue.post(letters.to(user, to, style, settings.tokenExpiry().duration()).with("code", code));
    }

    static StageMail.Server server(AuthenticatorEmailStageSettings settings) {
        return new StageMail.Server(settings.host(), settings.port(), settings.username(), settings.password(), settings.useTls(),
                settings.useSsl(), settings.timeout(), settings.fromAddress());
    }
}
