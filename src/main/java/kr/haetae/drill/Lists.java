package kr.haetae.drill;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.TransportKind;
import org.jspecify.annotations.Nullable;

/** The lists that the drill imports, as an administrator would upload them. */
final class Lists {
    private Lists() {}

    /** docs/roster.md. */
    static byte[] posts(List<PlacedPost> posts) {
        return csv(List.of("kind", "name", "province", "district", "dong", "station"), posts.stream()
                .map(post -> List.of(post.kind().name(), post.name(), text(post.province()), text(post.district()),
                        text(post.dong()), post.unit().value())));
    }

    static byte[] forces(List<Force> forces) {
        return csv(List.of("unit", "kind", "name", "strength", "onLeave", "training", "detached"), forces.stream()
                .map(force -> List.of(force.unit().value(), force.kind().name(), force.name(),
                        Integer.toString(force.strength()), Integer.toString(force.onLeave()),
                        Integer.toString(force.training()), Integer.toString(force.detached()))));
    }

    static byte[] duties(List<Duty> duties) {
        return csv(List.of("unit", "force", "forceKind", "posts", "planned", "from", "until"), duties.stream()
                .map(duty -> List.of(duty.unit().value(), Force.name(duty.service().force()),
                        duty.service().force().name(),
                        duty.posts().stream().map(Object::toString).collect(Collectors.joining(">")),
                        Integer.toString(duty.planned()), duty.from().toString(), duty.until().toString())));
    }

    static byte[] routes(List<BallotRoute> routes) {
        return csv(List.of("number", "kind", "from", "to", "departsAt", "arrivesAt", "checkpoints", "boxes"),
                routes.stream().map(route -> List.of(route.number(), TransportKind.TO_COUNTING.name(),
                        route.from().id().toString(), route.to().id().toString(), route.departs().toString(),
                        route.arrives().toString(), BallotRoute.CHECKPOINT, String.join(";", route.boxes()))));
    }

    /** {@code prefix}: of every login. */
    static byte[] accounts(String prefix, List<Staff.Member> members) {
        return csv(List.of("login", "name", "role", "unit", "post"), members.stream()
                .map(member -> List.of(prefix + member.login(), member.name(), member.role().name(),
                        member.unit().value(),
                        member.post())));
    }

    private static byte[] csv(List<String> header, Stream<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
