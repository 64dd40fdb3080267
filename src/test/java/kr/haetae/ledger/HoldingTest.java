package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Spelled;
import kr.haetae.testing.PostgresFixture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Words are found on a database whose locale knows nothing of Hangul. */
class HoldingTest {
    private static final List<String> TEXTS = List.of(
            "역삼1동 제3투표소 앞에서 고성", decomposed("투표용지 훼손 의심 각서"), "\"기표소\" 안 촬영\n경고함", "C:\\서류 100% 확인",
            "CCTV 확인 완료, Café 앞", "ÀÉÎ ŞIĞ straße 𝄞 음표", "ㅋㅋ 가 각 갂", "ABC abc", "쓰레기통 / 가방", "=cmd|' /C calc'!A0");
    private static final int ENTRIES = 60;
    private static PostgresFixture.@Nullable Database postgres;
    private static @Nullable Node node;

    @BeforeContainer
    static void write() {
        PostgresFixture.Database fresh = PostgresFixture.ofLocale("C");
        Node writer = Node.open(fresh.options(), UUID.randomUUID());
        for (int i = 0; i < ENTRIES; i++) {
            writer.commented(UUID.randomUUID(), new UUID(1, 1), TEXTS.get(i % TEXTS.size()) + " " + i);
        }
        postgres = fresh;
        node = writer;
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(node).close();
        Objects.requireNonNull(postgres).close();
    }

    @Property(tries = 1)
    void theDatabaseIsOfTheLocaleC() {
        assertThat(Objects.requireNonNull(postgres)
                .number("SELECT count(*) FROM pg_database WHERE datname = current_database() AND datctype = 'C'"))
                .isEqualTo(1);
    }

    /** Any piece of a text finds it, composed or not, in any case; and nothing is taken for it that does not hold it. */
    @Property(tries = 200)
    void anyPieceFindsItsText(@ForAll @IntRange(max = 59) int which, @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 3) int spelling) {
        String text = Normalizer.normalize(text(which), Normalizer.Form.NFC);
        int begin = Math.min(from, text.length() - 1);
        String piece = text.substring(begin, Math.min(text.length(), begin + length)).strip();
        if (piece.isEmpty() || piece.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return;
        }
        Spelled query = Spelled.of(switch (spelling) {
            case 0 -> piece;
            case 1 -> decomposed(piece);
            case 2 -> piece.toLowerCase(Locale.ROOT);
            default -> decomposed(piece.toLowerCase(Locale.ROOT));
        });

        List<Long> found = search(query);

        assertThat(query.in(text(which))).isTrue();
        assertThat(found).contains(which + 1L).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found).allSatisfy(seq -> assertThat(query.in(text((int) (seq - 1)))).isTrue());
    }

    @Property(tries = 1)
    void aWindowIsGoneThroughPieceByPiece() {
        Ledger<Counting.Picture> ledger = Objects.requireNonNull(node).ledger;
        Window first = await(ledger.holding("abc", 41, 10));
        assertThat(first.from()).isEqualTo(31);
        assertThat(first.entries()).extracting(Entry::seq).containsExactly(38L);
        Window nothing = await(ledger.holding("없는 말", 61, 1_000));
        assertThat(nothing.from()).isEqualTo(1);
        assertThat(nothing.entries()).isEmpty();
    }

    @Property(tries = 1)
    void theLongestPieceThatEveryLocaleFoldsAlike() {
        assertThat(Spelled.of("가방 \"역삼1동").fragment()).isEqualTo("역삼1동");
        assertThat(Spelled.of("CAFÉ").fragment()).isEqualTo("caf");
        assertThat(Spelled.of("É").fragment()).isEmpty();
        assertThat(Spelled.of("  ").terms()).isEmpty();
        assertThat(Spelled.of("역삼 고성").in("역삼1동", "고성")).isTrue();
        assertThat(Spelled.of("역삼 없음").in("역삼1동", "고성")).isFalse();
    }

    private static List<Long> search(Spelled query) {
        Ledger<Counting.Picture> ledger = Objects.requireNonNull(node).ledger;
        List<Long> found = new ArrayList<>();
        long before = ENTRIES + 1;
        while (before > 1) {
            Window window = await(ledger.holding(query.fragment(), before, 25));
            window.entries().stream().filter(it -> query.in(((Event.IncidentCommented) it.event()).text()))
                    .map(Entry::seq).forEach(found::add);
            assertThat(window.from()).isLessThan(before);
            before = window.from();
        }
        return found;
    }

    private static String text(int which) {
        return TEXTS.get(which % TEXTS.size()) + " " + which;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
