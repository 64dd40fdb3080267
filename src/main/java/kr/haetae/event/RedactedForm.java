package kr.haetae.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An event inside another's body: {@code {"type":…,"version":…,"event":{…}}}, the last as {@link EventCodec} writes it. */
final class RedactedForm {
    private RedactedForm() {}

    static final class Out extends JsonSerializer<Event> {
        @Override
        public void serialize(Event event, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("type", EventCodec.type(event));
            json.writeNumberField("version", EventCodec.version(event));
            json.writeFieldName("event");
            json.writeRawValue(new String(EventCodec.encode(event), StandardCharsets.UTF_8));
            json.writeEndObject();
        }
    }

    static final class In extends JsonDeserializer<Event> {
        @Override
        public Event deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode form = json.readValueAsTree();
            if (!(form.get("event") instanceof ObjectNode event)) {
                throw context.weirdStringException("", Event.class, "what is left of an entry is an object");
            }
            return EventCodec.decode(form.path("type").asText(), form.path("version").asInt(),
                    event.toString().getBytes(StandardCharsets.UTF_8))
                    .orElseThrow(() -> context.weirdStringException(form.path("type").asText(), Event.class,
                            "is not known to this program"));
        }
    }
}
