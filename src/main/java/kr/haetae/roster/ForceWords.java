package kr.haetae.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.ForceKind;

/** The Korean words for kinds of forces. */
final class ForceWords {
    private static final Map<String, ForceKind> BY_WORD = byWord();

    private ForceWords() {}

    /** The kind meant by a constant's name or a Korean word, in any spelling. */
    static Optional<ForceKind> called(String text) {
        return Optional.ofNullable(BY_WORD.get(Spelling.key(text)));
    }

    private static Map<String, ForceKind> byWord() {
        Map<String, ForceKind> found = new HashMap<>();
        for (ForceKind kind : ForceKind.values()) {
            found.put(Spelling.key(kind.name()), kind);
            for (String word : words(kind).split("\\|")) {
                found.put(Spelling.key(word), kind);
            }
        }
        return Map.copyOf(found);
    }

    private static String words(ForceKind kind) {
        return switch (kind) {
            case STATION_OFFICERS -> "경찰서|경찰서 경력|일반경력";
            case PRECINCT_PATROL -> "지구대·파출소|지구대|파출소|지역경찰";
            case MOBILE_UNIT -> "기동대|경찰기동대";
            case MOBILE_PATROL -> "기동순찰대|기순대";
            case CRIMINAL_INVESTIGATION -> "형사";
            case TRAFFIC -> "교통";
            case STRIKE_RESERVE -> "타격대|112타격대|예비대";
            case CYBER -> "사이버수사|사이버";
            case PROTECTION_DETAIL -> "신변보호";
        };
    }
}
