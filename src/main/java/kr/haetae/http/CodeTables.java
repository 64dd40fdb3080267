package kr.haetae.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.haetae.event.Phase;
import kr.haetae.event.PostKind;
import kr.haetae.post.ReportForms;
import org.jspecify.annotations.Nullable;

/** The file of code tables, for those who need more of it than its bytes. */
final class CodeTables {
    private static final JsonMapper READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Form(List<PostKind> postKinds, List<Phase> phases, List<Field> fields) {}

    private record Field(String code, boolean required, @Nullable List<Option> options, @Nullable Integer min,
            @Nullable Integer max) {}

    private record Option(String code) {}

    private CodeTables() {}

    /** @throws IllegalStateException when the program was packed without it */
    static byte[] bytes() {
        try (InputStream in = CodeTables.class.getResourceAsStream("codes.json")) {
            if (in == null) {
                throw new IllegalStateException("codes.json is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of every table by their codes.
     *
     * @param language {@code ko} or {@code en}
     */
    static Map<String, Map<String, String>> words(String language) {
        try {
            Map<String, Map<String, String>> tables = new HashMap<>();
            READER.readTree(bytes()).properties().forEach(table -> {
                Map<String, String> words = new HashMap<>();
                table.getValue().forEach(it -> words.put(it.get("code").asText(), it.get(language).asText()));
                tables.put(table.getKey(), words);
            });
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forms of situation reports; screens are given the same table with its words. */
    static ReportForms reportForms() {
        try {
            JsonNode forms = READER.readTree(bytes()).get("reportForms");
            return new ReportForms(List.of(READER.treeToValue(forms, Form[].class)).stream().map(CodeTables::form)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportForms.Form form(Form form) {
        return new ReportForms.Form(form.postKinds(), form.phases(),
                form.fields().stream().map(CodeTables::field).toList());
    }

    private static ReportForms.Field field(Field field) {
        List<Option> options = field.options() == null ? List.of() : field.options();
        return new ReportForms.Field(field.code(), field.required(), options.stream().map(Option::code).toList(),
                field.min() == null ? 0 : field.min(), field.max() == null ? 0 : field.max());
    }
}
