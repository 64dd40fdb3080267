package kr.haetae.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.haetae.event.Phase;
import kr.haetae.event.PostKind;

/** How officers fill in the form of their post's kind and the phase: mostly nothing is wrong. The forms stand in {@code /api/v1/codes}. */
final class Forms {
    private static final double WRONG = 0.05;

    private final Chance chance;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private Forms(Chance chance) {
        this.chance = chance;
    }

    static Map<String, String> answers(PostKind kind, Phase phase, Chance chance) {
        Forms form = new Forms(chance);
        switch (kind) {
            case POLLING_PLACE -> form.pollingPlace(phase);
            case BALLOT_STORAGE -> form.storage();
            case COUNTING_CENTRE -> form.countingCentre();
            default -> {}
        }
        return new TreeMap<>(form.answers);
    }

    private void pollingPlace(Phase phase) {
        switch (phase) {
            case PREPARATION ->
                choose("facilities", "OK", "FAULT").choose("order", "CALM", "UNEASY").number("people", 2);
            case VOTING -> choose("queue", "NORMAL", "CROWDED").choose("order", "CALM", "UNEASY")
                    .choose("facilities", "OK", "FAULT").number("people", 2);
            case TRANSPORT -> choose("seal", "INTACT", "DAMAGED").choose("stage", "SEALING", "DEPARTED")
                    .number("escort", 2).choose("order", "CALM", "UNEASY");
            default -> {}
        }
    }

    private void storage() {
        choose("seal", "INTACT", "DAMAGED").choose("cctv", "SHOWN", "FAULT").choose("round", "DONE", "NOT_DONE")
                .choose("door", "LOCKED", "OPEN").number("people", 2);
    }

    private void countingCentre() {
        for (String cordon : List.of("cordonInside", "cordonFence", "cordonOutside")) {
            choose(cordon, "HELD", "NOT_SET");
        }
        choose("crowd", "SMALL", "LARGE").choose("order", "CALM", "UNEASY").number("people", 30);
    }

    private Forms choose(String field, String usual, String rare) {
        answers.put(field, chance.often(WRONG) ? rare : usual);
        return this;
    }

    private Forms number(String field, int number) {
        answers.put(field, Integer.toString(number));
        return this;
    }
}
