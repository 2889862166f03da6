package org.gatehouse.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class CallLimitTest {

    private final CallLimit limit = new CallLimit(2);
    private final OutgoingResponse answer = new OutgoingResponse(200, "", new byte[0]);

    /** A server during whose answer other things happen. */
    private static final class Meanwhile extends OutgoingHttp {

        private final Deque<Call> during = new ArrayDeque<>();
        private final OutgoingResponse answer;

        Meanwhile(OutgoingResponse answer) {
            this.answer = answer;
        }

        @Override
        public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
            if (!during.isEmpty()) {
                during.pop().happens();
            }
            return answer;
        }
    }

    private interface Call {
        void happens() throws OutgoingFailure;
    }

    private final OutgoingRequest request = OutgoingRequest.get("https://example.org/");

    @Test
    void refusesWhatIsOneTooManyAtOnce() throws OutgoingFailure {
        Meanwhile http = new Meanwhile(answer);
        http.during.add(() -> limit.send(http, request));
        http.during.add(() -> assertThatThrownBy(() -> limit.send(http, request)).isInstanceOf(OutgoingFailure.class).hasMessageContaining("Too many"));

        assertThat(limit.send(http, request)).isSameAs(answer);
    }

    @Test
    void givesThePlaceBackAlsoAfterAFailure() throws OutgoingFailure {
        Meanwhile http = new Meanwhile(answer);
        for (int i = 0; i < 5; i++) {
            http.during.add(() -> {
                throw new OutgoingFailure(OutgoingFailure.Reason.TIMED_OUT, "late");
            });
            assertThatThrownBy(() -> limit.send(http, request)).hasMessage("late");
        }

        assertThat(limit.send(http, request)).isSameAs(answer);
    }
}
