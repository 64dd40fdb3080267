package kr.haetae.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is guarded at a post. */
public enum PostKind {
    POLLING_PLACE("투표소"),
    EARLY_VOTING_PLACE("사전투표소"),
    COUNTING_CENTRE("개표소"),
    BALLOT_STORAGE("사전투표함보관소", "사전투표함 보관장소", "보관소"),
    ELECTION_COMMISSION("선관위", "선거관리위원회"),
    PROTECTION_DETAIL("신변보호", "후보자신변보호"),
    RALLY("유세장"),
    PRINTING_SITE("인쇄소", "투표용지인쇄소", "투표용지인쇄소·보관소"),
    POSTAL_CONVOY("우편회송", "우편회송차량");

    private static final Map<String, PostKind> BY_WORD = byWord();
    /** Separated by bars: a field of an enum is immutable. */
    private final String words;

    PostKind(String... words) {
        this.words = String.join("|", words);
    }

    /** The Korean word. */
    public String korean() {
        return words().getFirst();
    }

    /** The kind meant by a constant's name or a Korean word, in any spelling. */
    public static Optional<PostKind> called(String text) {
        return Optional.ofNullable(BY_WORD.get(Spelling.key(text)));
    }

    private List<String> words() {
        return List.of(words.split("\\|"));
    }

    private static Map<String, PostKind> byWord() {
        Map<String, PostKind> found = new HashMap<>();
        for (PostKind kind : values()) {
            found.put(Spelling.key(kind.name()), kind);
            kind.words().forEach(word -> found.put(Spelling.key(word), kind));
        }
        return Map.copyOf(found);
    }
}
