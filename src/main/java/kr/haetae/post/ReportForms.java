package kr.haetae.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Decision.Fault;
import kr.haetae.event.Phase;
import kr.haetae.event.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * What a situation report asks, by the kind of post and the phase; data, from the same table that screens are given. The first form
 * that fits holds; where none does, a report has no fields.
 */
public record ReportForms(List<Form> forms) {
    /** @param phases in which it is filled in; none: in every one */
    public record Form(List<PostKind> postKinds, List<Phase> phases, List<Field> fields) {
        public Form {
            postKinds = List.copyOf(postKinds);
            phases = List.copyOf(phases);
            fields = List.copyOf(fields);
        }

        boolean fits(PostKind kind, @Nullable Phase phase) {
            return postKinds.contains(kind) && (phases.isEmpty() || (phase != null && phases.contains(phase)));
        }
    }

    /**
     * One question.
     *
     * @param options the answers to choose from; none: a whole number between {@code min} and {@code max} is asked
     */
    public record Field(String code, boolean required, List<String> options, int min, int max) {
        public Field {
            options = List.copyOf(options);
        }

        Optional<Fault> check(@Nullable String value, String pointer) {
            if (value == null) {
                return required
                        ? Optional.of(new Fault(pointer, "missing-field", "The field " + pointer + " is missing."))
                        : Optional.empty();
            }
            if (options.isEmpty()) {
                return number(value) ? Optional.empty()
                        : Optional.of(new Fault(pointer, "out-of-range", "The field " + pointer
                                + " is a whole number between " + min + " and " + max + "."));
            }
            return options.contains(value) ? Optional.empty()
                    : Optional.of(new Fault(pointer, "unknown-value", "The field " + pointer + " is one of "
                            + String.join(", ", options) + "."));
        }

        private boolean number(String value) {
            return value.matches("0|[1-9][0-9]{0,6}") && Integer.parseInt(value) >= min
                    && Integer.parseInt(value) <= max;
        }
    }

    public ReportForms {
        forms = List.copyOf(forms);
    }

    /** All that is wrong with a situation report's fields. */
    List<Fault> check(PostKind kind, @Nullable Phase phase, Map<String, String> given) {
        List<Field> asked = forms.stream().filter(form -> form.fits(kind, phase)).findFirst().map(Form::fields)
                .orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        asked.forEach(field -> field.check(given.get(field.code()), pointer(field.code())).ifPresent(faults::add));
        given.keySet().stream().sorted()
                .filter(code -> asked.stream().noneMatch(field -> field.code().equals(code)))
                .forEach(code -> faults.add(unasked(code)));
        return faults;
    }

    /** A nil report and a sign-off have no fields. */
    static List<Fault> checkNone(Map<String, String> given) {
        return given.keySet().stream().sorted().map(ReportForms::unasked).toList();
    }

    private static Fault unasked(String code) {
        return new Fault(pointer(code), "unknown-field", "This report's form has no field " + code + ".");
    }

    /** RFC 6901; a code is letters only. */
    private static String pointer(String code) {
        return "/fields/" + code;
    }
}
