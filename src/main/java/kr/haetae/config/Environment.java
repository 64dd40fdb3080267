package kr.haetae.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Reads typed values out of the environment; what can't be read becomes a problem, and its default stands in. */
final class Environment {
    private static final int LIKELY_MISSPELLING = 6;

    private final Map<String, String> variables;
    private final Problems problems;

    Environment(Map<String, String> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
        refuseUnknown();
    }

    Optional<String> text(Setting setting) {
        var value = Optional.ofNullable(variables.get(setting.key())).map(String::strip);
        if (value.filter(String::isEmpty).isPresent()) {
            problems.add("%s is empty; unset it to get the default.".formatted(setting.key()));
            return Optional.empty();
        }
        return value;
    }

    String textOrDefault(Setting setting) {
        return text(setting).orElse(setting.defaultText);
    }

    Optional<Secret> secret(Setting setting) {
        var direct = text(setting);
        var file = Optional.ofNullable(variables.get(setting.fileKey()));
        if (direct.isPresent() && file.isPresent()) {
            problems.add("Set either %s or %s, not both.".formatted(setting.key(), setting.fileKey()));
        }
        return direct.or(() -> file.flatMap(name -> readSecret(setting, name))).map(Secret::new);
    }

    private Optional<String> readSecret(Setting setting, String name) {
        try {
            var value = Files.readString(Path.of(name)).strip();
            problems.unless(!value.isEmpty(), "%s names the empty file %s.".formatted(setting.fileKey(), name));
            return Optional.of(value);
        } catch (IOException | InvalidPathException e) {
            problems.add("%s names %s, which cannot be read.".formatted(setting.fileKey(), name));
            return Optional.empty();
        }
    }

    int integer(Setting setting) {
        return bounded(setting, Environment::parseInteger).intValue();
    }

    /** For a setting whose default the machine decides. */
    int integer(Setting setting, int derived) {
        return bounded(setting, Environment::parseInteger, () -> (long) derived).intValue();
    }

    int bytes(Setting setting) {
        return Math.toIntExact(bounded(setting, ByteSize::parse));
    }

    Duration span(Setting setting) {
        return Duration.ofSeconds(bounded(setting, text -> Span.parse(text).toSeconds()));
    }

    Optional<Path> path(Setting setting) {
        return parsed(setting, text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("the path of a file", e);
            }
        });
    }

    boolean flag(Setting setting) {
        return parsed(setting, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        }).orElse(false);
    }

    /** Written as the constants are, in any case, with hyphens: {@code self-signed}. */
    <E extends Enum<E>> Optional<E> choice(Setting setting, Class<E> choices) {
        return parsed(setting, text -> Arrays.stream(choices.getEnumConstants())
                .filter(it -> written(it).equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + Arrays.stream(choices.getEnumConstants())
                        .map(Environment::written).collect(Collectors.joining(", ")))));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The parser's exception says what is wanted; the value is repeated without a password that stands in a URL. */
    <T> Optional<T> parsed(Setting setting, Function<String, T> parser) {
        return text(setting).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problems.add("%s must be %s, not \"%s\".".formatted(setting.key(), e.getMessage(), withoutUser(text)));
                return Optional.empty();
            }
        });
    }

    private static String withoutUser(String text) {
        return text.replaceFirst("//[^/]*@", "//…@");
    }

    private Long bounded(Setting setting, Function<String, Long> parser) {
        return bounded(setting, parser, () -> parser.apply(setting.defaultText));
    }

    private Long bounded(Setting setting, Function<String, Long> parser, Supplier<Long> unset) {
        return parsed(setting, text -> {
            var value = parser.apply(text);
            if (value >= setting.least && value <= setting.most) return value;
            throw new IllegalArgumentException("from " + setting.range());
        }).orElseGet(unset);
    }

    private static Long parseInteger(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number", e);
        }
    }

    private void refuseUnknown() {
        Set<String> known = Arrays.stream(Setting.values())
                .flatMap(it -> it.secret() ? Stream.of(it.key(), it.fileKey()) : Stream.of(it.key()))
                .collect(Collectors.toSet());
        variables.keySet().stream().filter(it -> it.startsWith("HAETAE_") && !known.contains(it)).sorted()
                .forEach(it -> problems.add("%s is no setting%s".formatted(it, suggestion(it, known))));
    }

    private static String suggestion(String wrong, Set<String> known) {
        var distance = new LevenshteinDistance(LIKELY_MISSPELLING);
        return known.stream().filter(it -> distance.apply(wrong, it) >= 0)
                .min(Comparator.<String>comparingInt(it -> distance.apply(wrong, it)).thenComparing(it -> it))
                .map("; did you mean %s?"::formatted).orElse(".");
    }
}
