package kr.haetae.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what is wrong, so that all of it is said at once. */
final class Problems {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void unless(boolean right, String sentence) {
        if (!right) add(sentence);
    }

    void range(Setting setting, long value) {
        unless(value >= setting.least && value <= setting.most,
                "%s must be from %s.".formatted(setting.key(), setting.range()));
    }

    void range(Setting setting, Duration value) {
        range(setting, value.toSeconds());
    }

    /** What the step makes, or the substitute while its refusals are gathered here. */
    <T> T gather(Supplier<T> step, T substitute) {
        try {
            return step.get();
        } catch (ConfigurationErrors errors) {
            sentences.addAll(errors.sentences());
            return substitute;
        }
    }

    /** Fails with {@link ConfigurationErrors} when anything was wrong. */
    void refuse() {
        if (!sentences.isEmpty()) throw new ConfigurationErrors(sentences);
    }
}
