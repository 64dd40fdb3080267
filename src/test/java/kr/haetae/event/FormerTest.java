package kr.haetae.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bodies as programs before this one wrote them. */
class FormerTest {
    private static final String REPORTED = """
            {"incident":"0192f0c4-aaaa-7cc1-9d6b-0c2f3a4b5c6d","number":"서울강남-0412","unit":"seoul-gangnam",
            "kind":"BRIBERY","code":2,"text":"금품 제공","post":null,"position":{"latitude":37.5,"longitude":127.03},
            "occurredAt":"2026-06-03T01:00:00Z","source":"CALL_112","callNumber":"112-7",
            "reportedBy":{"account":null,"name":"시민","unit":null},
            "enteredBy":{"account":"0192f0c4-bbbb-7cc1-9d6b-0c2f3a4b5c6d","name":"상황실","unit":"seoul-gangnam"}}""";
    private static final String SETTINGS = """
            {"settings":{"closureNeedsApproval":true,"escalation":[{"kind":null,"code":0,"phase":null,
            "waiting":"ACKNOWLEDGEMENT","minutes":2}]},"by":{"account":null,"name":"지휘관","unit":"npa"}}""";

    @Test
    void anIncidentFromBeforeRoutingWasTheSituationRoomsAndEverybodys() {
        assertThat(decoded("incident-reported", REPORTED)).isEqualTo(new Event.IncidentReported(
                UUID.fromString("0192f0c4-aaaa-7cc1-9d6b-0c2f3a4b5c6d"), "서울강남-0412", UnitCode.of("seoul-gangnam"),
                IncidentKind.BRIBERY, 2, "금품 제공", null, new Position(37.5, 127.03),
                Instant.parse("2026-06-03T01:00:00Z"), IncidentSource.CALL_112, "112-7", new Person(null, "시민", null),
                new Person(UUID.fromString("0192f0c4-bbbb-7cc1-9d6b-0c2f3a4b5c6d"), "상황실",
                        UnitCode.of("seoul-gangnam")),
                Handling.SITUATION, Clearance.GENERAL, null, null));
    }

    @Test
    void settingsFromBeforeRoutingHaveTheStandardOne() {
        assertThat(decoded("incident-settings-changed", SETTINGS)).isEqualTo(
                new IncidentEvent.IncidentSettingsChanged(new IncidentSettings(true,
                        List.of(new EscalationRule(null, 0, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 2)),
                        IncidentSettings.STANDARD_ROUTING), new Person(null, "지휘관", UnitCode.HEADQUARTERS)));
    }

    @Test
    void whatIsWrittenTodayIsReadAsWritten() {
        Event event = decoded("incident-reported", REPORTED);

        assertThat(EventCodec.version(event)).isEqualTo(2);
        assertThat(EventCodec.decode("incident-reported", 2, EventCodec.encode(event))).hasValue(event);
        assertThat(EventCodec.decode("incident-reported", 3, EventCodec.encode(event))).isEmpty();
    }

    private static Event decoded(String type, String body) {
        return EventCodec.decode(type, 1, body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
