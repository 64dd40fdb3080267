package kr.haetae.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.custody.CustodyId;
import kr.haetae.custody.TransportCommand;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** The fields that reports about ballot boxes have in common. */
final class TransportFields {
    record Seen(@Nullable String box, @Nullable List<@Nullable String> seals, @Nullable Boolean broken) {}

    record Who(@Nullable UUID account, @Nullable String name) {}

    private TransportFields() {}

    /** Absent counts as none. */
    static List<String> texts(Check check, String pointer, @Nullable List<@Nullable String> values, int most,
            int longest) {
        List<String> texts = new ArrayList<>();
        if (values == null) {
            return texts;
        }
        bounded(check, pointer, values.size(), 0, most);
        for (@Nullable
        String value : values) {
            texts.add(check.text(pointer + "/" + texts.size(), value, longest));
        }
        return texts;
    }

    static @Nullable List<BoxSeen> optionalBoxes(Check check, @Nullable List<@Nullable Seen> values) {
        return values == null ? null : boxes(check, values, 0);
    }

    /** None of them twice. */
    static List<BoxSeen> boxes(Check check, @Nullable List<@Nullable Seen> values, int least) {
        List<BoxSeen> boxes = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Seen value : check.all("/boxes", values, new Seen("-", null, null))) {
            String at = "/boxes/" + boxes.size();
            String number = check.text(at + "/box", value.box(), TransportCommand.LONGEST_NUMBER);
            if (!numbers.add(CustodyId.key(number))) {
                check.wrong(at + "/box", "box-twice", "The ballot box " + number + " stands here twice.");
            }
            boxes.add(new BoxSeen(number, value.seals() == null ? null
                    : texts(check, at + "/seals", value.seals(), TransportCommand.MOST_SEALS,
                            TransportCommand.LONGEST_NUMBER),
                    Boolean.TRUE.equals(value.broken())));
        }
        bounded(check, "/boxes", boxes.size(), least, TransportCommand.MOST_BOXES);
        return boxes;
    }

    static List<Person> people(Check check, String pointer, @Nullable List<@Nullable Who> values, UnitCode unit) {
        List<Person> people = new ArrayList<>();
        for (Who value : check.all(pointer, values, new Who(null, "-"))) {
            people.add(person(check, pointer + "/" + people.size(), value, unit));
        }
        bounded(check, pointer, people.size(), 1, TransportCommand.MOST_OFFICERS);
        return people;
    }

    static Person person(Check check, String pointer, Who who, UnitCode unit) {
        return new Person(who.account(), check.text(pointer + "/name", who.name(), RoutePlanResource.MAX_NAME), unit);
    }

    private static void bounded(Check check, String pointer, int size, int least, int most) {
        if (size < least || size > most) {
            check.wrong(pointer, "out-of-range",
                    "The field " + pointer + " has " + least + " to " + most + " lines, not " + size + ".");
        }
    }
}
