package kr.haetae.config;

import java.util.List;

/** Everything that is wrong with the settings, one sentence each, naming the variable. */
public final class ConfigurationErrors extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    ConfigurationErrors(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
