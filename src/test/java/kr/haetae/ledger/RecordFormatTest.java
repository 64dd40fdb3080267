package kr.haetae.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.Hash;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/record.md, whose hashes were computed by another program. These bytes are for ever. */
class RecordFormatTest {
    private static final UUID LEDGER = UUID.fromString("0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d");
    private static final String BODY = """
            {"incident":"0192f0c4-aaaa-7cc1-9d6b-0c2f3a4b5c6d","text":"현장 확인","by":{"account":null,"name":"홍길동","unit":"seoul"}}""";
    private static final String ENVELOPE = """
            {"format":1,"ledger":"0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d","seq":1,"at":"2026-06-03T10:07:21.114000Z",\
            "realAt":"2026-06-03T10:07:21.114000Z","command":"0192f0c4-bbbb-7cc1-9d6b-0c2f3a4b5c6d","part":0,\
            "request":"1f58b9145b24d108d7ac38887338b3ea3229833b9c1e418250343f907bfd1047",\
            "account":"0192f0c4-cccc-7cc1-9d6b-0c2f3a4b5c6d","unit":"seoul","type":"incident-commented","version":1,\
            "commitment":"141d2f93f4d22913045af341e72a3b47e74b17101f6fb2d943a4bcb7e2806c3f"}""";
    private static final String GENESIS = "87e46807ad437d01452fd920c4993d24d85185c52903ccf9f27391356daf9a1f";
    private static final String HASH = "ffdeddf02240f154f06f21ddc350e589b2c3af11fef6bd6b6e6df7afe70ecbd1";

    @Test
    void theBytesAreThoseOfTheDocument() {
        byte[] salt = new byte[32];
        for (byte i = 0; i < 32; i++) {
            salt[i] = i;
        }
        Event event = new Event.IncidentCommented(
                UUID.fromString("0192f0c4-aaaa-7cc1-9d6b-0c2f3a4b5c6d"), "현장 확인",
                new Person(null, "홍길동", UnitCode.of("seoul")));
        Instant at = Instant.parse("2026-06-03T10:07:21.114Z");
        byte[] body = EventCodec.encode(event);
        Envelope envelope = new Envelope(LEDGER, 1, at, at, UUID.fromString("0192f0c4-bbbb-7cc1-9d6b-0c2f3a4b5c6d"), 0,
                Hash.of("request".getBytes(StandardCharsets.UTF_8)),
                UUID.fromString("0192f0c4-cccc-7cc1-9d6b-0c2f3a4b5c6d"),
                UnitCode.of("seoul"), "incident-commented", 1, Chain.commitment(salt, body));

        Link link = Link.forge(Chain.genesis(LEDGER), envelope, salt, body, event);

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(BODY);
        assertThat(new String(link.envelopeBytes(), StandardCharsets.UTF_8)).isEqualTo(ENVELOPE);
        assertThat(Chain.genesis(LEDGER).hex()).isEqualTo(GENESIS);
        assertThat(link.hash().hex()).isEqualTo(HASH);
        assertThat(Envelope.parse(link.envelopeBytes())).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "{\"format\":2}", "{\"format\":\"1\"}", "{\"ledger\":\"x\"}",
        "\u0000"})
    void whatIsNoEnvelopeIsSaidToBeNone(String bytes) {
        assertThatThrownBy(() -> Envelope.parse(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 300, 460})
    void aCutEnvelopeIsNone(int length) {
        String cut = ENVELOPE.substring(0, length);
        assertThatThrownBy(() -> Envelope.parse(cut.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Envelope.parse((ENVELOPE + " {}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
