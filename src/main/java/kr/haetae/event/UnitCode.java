package kr.haetae.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The code of a unit of the command tree, such as {@code npa}, {@code seoul} or {@code seoul-gangnam}: 2 to 40 of a–z, 0–9, hyphen. */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    /** Headquarters (경찰청), the root of every command tree. */
    public static final UnitCode HEADQUARTERS = new UnitCode("npa");

    /** @throws IllegalArgumentException when the value has another form */
    public UnitCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a unit code is 2 to 40 of a-z, 0-9 and hyphen, not '" + value + "'");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
