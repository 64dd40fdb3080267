package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.Cursor;
import kr.haetae.ledger.Verification.Report;
import kr.haetae.testing.PostgresFixture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

class VerificationTest {
    private static final int ENTRIES = 40;
    private static final UUID ID = UUID.randomUUID();
    private static PostgresFixture.@Nullable Database postgres;
    private static @Nullable Node node;
    private static @Nullable Cursor head;

    @BeforeContainer
    static void write() {
        PostgresFixture.Database fresh = PostgresFixture.database();
        Node writer = Node.open(fresh.options(), ID);
        await(Future.all(IntStream.range(0, ENTRIES)
                .mapToObj(i -> writer.comment(UUID.randomUUID(), UUID.randomUUID(), "증거 " + i))
                .toList()));
        fresh.execute("CREATE TABLE entry_copy AS TABLE entry");
        fresh.execute("CREATE TABLE body_copy AS TABLE body");
        fresh.execute("CREATE TABLE ledger_copy AS TABLE ledger");
        head = writer.ledger.cursor();
        await(writer.ledger.close());
        postgres = fresh;
        node = writer;
    }

    @AfterContainer
    static void close() {
        node().close();
        postgres().close();
    }

    @BeforeTry
    void restore() {
        postgres().execute(
                "TRUNCATE entry, body, ledger; INSERT INTO entry TABLE entry_copy; INSERT INTO body TABLE body_copy;"
                        + " INSERT INTO ledger TABLE ledger_copy");
    }

    @Property(tries = 1)
    void anUntouchedRecordHolds() {
        Report report = verify();

        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.bodies()).isEqualTo(ENTRIES);
        assertThat(report.head()).isEqualTo(head);
    }

    @Property(tries = 150)
    void oneChangedBitIsFoundWhereverItIs(
            @ForAll @IntRange(min = 1, max = ENTRIES) int seq,
            @ForAll @IntRange(max = 3) int column,
            @ForAll @IntRange(max = 100_000) int anyBit) {
        String table = column < 2 ? "entry" : "body";
        String name = new String[]{"envelope", "hash", "salt", "bytes"}[column];
        long bits = 8 * postgres().number("SELECT octet_length(" + name + ") FROM " + table + " WHERE seq = " + seq);
        long bit = anyBit % bits;

        postgres().execute("UPDATE " + table + " SET " + name + " = set_bit(" + name + ", " + bit + ", 1 - get_bit("
                + name + ", " + bit
                + ")) WHERE seq = " + seq);

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(seq));
    }

    @Property(tries = 20)
    void aRemovedEntryIsFound(@ForAll @IntRange(min = 1, max = ENTRIES - 1) int seq) {
        postgres().execute("DELETE FROM entry WHERE seq = " + seq);

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(seq));
    }

    @Property(tries = 10)
    void aCutTailShowsInTheHead(@ForAll @IntRange(min = 1, max = ENTRIES) int from) {
        postgres().execute("DELETE FROM entry WHERE seq >= " + from + "; DELETE FROM body WHERE seq >= " + from);

        Report report = verify();
        assertThat(report.fault()).isEmpty();
        assertThat(report.head()).isNotEqualTo(head);
    }

    @Property(tries = 10)
    void aBodyOfAnotherEntryIsFound(@ForAll @IntRange(min = 2, max = ENTRIES) int seq) {
        postgres().execute(
                "UPDATE body SET salt = o.salt, bytes = o.bytes FROM body o WHERE o.seq = 1 AND body.seq = " + seq);

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(seq));
    }

    @Property(tries = 10)
    void changedColumnsAreFound(@ForAll @IntRange(min = 1, max = ENTRIES) int seq, @ForAll boolean part) {
        postgres().execute(
                "UPDATE entry SET " + (part ? "part = 7" : "command = gen_random_uuid()") + " WHERE seq = " + seq);

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(seq));
    }

    @Property(tries = 1)
    void anotherGenesisAndABodyWithoutAnEntryAreFound() {
        postgres().execute("INSERT INTO body SELECT ledger, 99, salt, bytes FROM body WHERE seq = 1");
        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(99));

        postgres().execute("UPDATE ledger SET genesis = sha256('x')");
        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isZero());
    }

    @Property(tries = 10)
    void aMissingBodyThatNoEntryErasedIsFound(@ForAll @IntRange(min = 1, max = ENTRIES) int seq) {
        postgres().execute("DELETE FROM body WHERE seq = " + seq);

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(seq));
    }

    @Property(tries = 10)
    void aNodeDoesNotOpenWhatItCanNotRead(@ForAll @IntRange(min = 1, max = ENTRIES) int seq) {
        postgres().execute("UPDATE body SET bytes = '{}' WHERE seq = " + seq);

        assertThatThrownBy(() -> await(Ledger.open(node().database, ID, new Counting(), LedgerSettings.defaults())))
                .isInstanceOfSatisfying(LedgerStopped.class, stopped -> assertThat(stopped.state())
                        .isInstanceOfSatisfying(LedgerState.Stopped.class,
                                state -> assertThat(state.seq()).isEqualTo(seq)));
    }

    private static Report verify() {
        return await(Verification.run(node().database.pool(), ID));
    }

    private static Node node() {
        return Objects.requireNonNull(node);
    }

    private static PostgresFixture.Database postgres() {
        return Objects.requireNonNull(postgres);
    }
}
