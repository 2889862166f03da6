package org.gatehouse.flow.code;

import org.gatehouse.flow.StageResult;

/** What people are told about their codes. */
public final class SetupSentences {

    /** No further message is sent now. */
    public static final String WAIT = "Please wait a moment before you ask for another code.";

    /** Something has to be typed. */
    public static final String REQUIRED = "This field is required.";

    private static final String WRONG = "This code is not right.";
    private static final String GONE = "This code does not count any more. Please ask for another one.";

    private SetupSentences() {
    }

    /** What is said about a code that was not accepted. */
    public static StageResult refusal(SetupCodes.Verdict verdict) {
        return StageResult.invalid("code", verdict == SetupCodes.Verdict.GONE ? GONE : WRONG);
    }
}
