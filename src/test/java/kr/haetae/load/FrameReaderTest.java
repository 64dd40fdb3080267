package kr.haetae.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However the network cuts what a server sends, the same frames come out, and a report in them is found. */
class FrameReaderTest {
    private static final int TEXT = 0x81;

    @Property(tries = 60)
    void framesSurviveAnyCut(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 70_000) Integer> sizes, @ForAll long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        List<byte[]> payloads = new ArrayList<>();
        for (int size : sizes) {
            byte[] payload = new byte[random.nextInt(3) == 0 ? size : size % 130];
            random.nextBytes(payload);
            payloads.add(payload);
            int cut = random.nextInt(payload.length + 1);
            if (random.nextInt(3) == 0) {
                sent.writeBytes(frame(1, Arrays.copyOf(payload, cut)));
                sent.writeBytes(frame(0x80, Arrays.copyOfRange(payload, cut, payload.length)));
            } else {
                sent.writeBytes(frame(TEXT, payload));
            }
        }
        List<byte[]> taken = new ArrayList<>();
        FrameReader reader = new FrameReader((opcode, bytes, from, to) -> {
            assertThat(opcode).isEqualTo(FrameReader.TEXT);
            taken.add(Arrays.copyOfRange(bytes, from, to));
        });

        byte[] all = sent.toByteArray();
        int at = 0;
        while (at < all.length) {
            int next = Math.min(all.length, at + 1 + random.nextInt(random.nextBoolean() ? 5 : 40_000));
            reader.read(Arrays.copyOfRange(all, at, next), 0);
            at = next;
        }

        assertThat(taken).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(payloads);
    }

    @Example
    void reportsOfTheRunAreFoundAndNoOthers() {
        Marks marks = new Marks(10, new Random(1));
        int first = marks.next(5);
        int second = marks.next(7);
        String text = "{\"put\":[{\"kind\":\"incident\",\"id\":\"%s\"},{\"id\":\"%s\"},{\"links\":[\"%s\"]},{\"id\":\"%s\"}]}"
                .formatted(marks.id(second), new UUID(1, 2), marks.id(first), marks.id(first));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Integer> found = new ArrayList<>();

        marks.find(bytes, 0, bytes.length, found::add);

        assertThat(found).containsExactly(second, first);
        assertThat(marks.scheduled(second)).isEqualTo(7);
        assertThat(UUID.fromString(marks.id(first)).version()).isEqualTo(4);
    }

    private static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        return Arrays.copyOf(frame.put(payload).array(), frame.position());
    }
}
