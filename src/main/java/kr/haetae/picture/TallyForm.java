package kr.haetae.picture;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.haetae.event.Clearance;
import kr.haetae.event.UnitCode;

/**
 * A tally with plain collections, as snapshots hold it: the one entity whose maps are persistent ones.
 *
 * @param waiting ascending
 */
record TallyForm(UnitCode unit, Clearance clearance, Map<String, Long> counts, Map<String, Long> unsent,
        List<Waiting> waiting) {
    /** How many have been waiting since when. */
    record Waiting(Instant since, int number) {}

    static final class Out extends JsonSerializer<Tally> {
        @Override
        public void serialize(Tally tally, JsonGenerator out, SerializerProvider provider) throws IOException {
            List<Waiting> waiting = new ArrayList<>();
            tally.waiting().forEach((since, number) -> waiting.add(new Waiting(since, number)));
            provider.defaultSerializeValue(
                    new TallyForm(tally.unit(), tally.clearance(), tally.counts().toMap(),
                            tally.unsent().toMap(), waiting),
                    out);
        }
    }

    static final class In extends JsonDeserializer<Tally> {
        @Override
        public Tally deserialize(JsonParser in, DeserializationContext context) throws IOException {
            TallyForm form = context.readValue(in, TallyForm.class);
            SortedMap<Instant, Integer> waiting = TreeMap.empty();
            for (Waiting mark : form.waiting()) {
                waiting = waiting.put(mark.since(), mark.number());
            }
            return new Tally(form.unit(), form.clearance(), Sums.of(form.counts()),
                    Sums.of(form.unsent()), waiting);
        }
    }
}
