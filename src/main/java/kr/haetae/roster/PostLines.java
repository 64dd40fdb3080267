package kr.haetae.roster;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.roster.PostImport.ErrorCode;
import kr.haetae.roster.PostImport.Line;
import kr.haetae.roster.PostImport.LineError;
import org.jspecify.annotations.Nullable;

/** The lines of one file under its header: each is a post or has at least one error. Used once, by one thread. */
final class PostLines {
    /** Controls and invisible format characters, such as those that turn the direction of text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    /** Around the outermost points of the country: 마라도 33.11, 고성 38.61, 백령도 124.61, 독도 131.87. */
    private static final Position.Bounds KOREA = new Position.Bounds(33.0, 38.7, 124.5, 132.0);

    private final Header header;
    private final Jurisdictions jurisdictions;
    private final List<Line> good = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private final Map<UUID, Long> lineOf = new HashMap<>();
    private long number;

    PostLines(Header header, Jurisdictions jurisdictions) {
        this.header = header;
        this.jurisdictions = jurisdictions;
    }

    List<Line> good() {
        return good;
    }

    List<LineError> errors() {
        return errors;
    }

    void read(CsvRecord record) {
        number = record.getStartingLineNumber();
        int before = errors.size();
        List<String> fields = record.getFields();
        if (fields.stream().allMatch(String::isBlank)) {
            return;
        }
        if (!fits(fields)) {
            error(null, ErrorCode.FIELD_COUNT, "the line has %d fields, the header %d; is a comma not quoted?"
                    .formatted(fields.size(), header.names().size()));
            return;
        }
        checkTexts(fields);
        PostRow post = post(fields);
        if (errors.size() > before || post == null) {
            return;
        }
        Long other = lineOf.putIfAbsent(post.id(), number);
        if (other == null) {
            good.add(new Line(number, post));
        } else {
            error(Column.NAME, ErrorCode.DUPLICATE_POST, "the same post stands in line " + other + ": " + post.name());
        }
    }

    /**
     * Behind the last column only what repeats a cell is harmless: the list of 2025 does so for all of 경북. Empty cells
     * alone are what a comma without quotes pushes out, and then every column behind it is wrong.
     */
    private boolean fits(List<String> fields) {
        int columns = header.names().size();
        if (fields.size() <= columns) {
            return fields.size() == columns;
        }
        List<String> left = fields.stream().skip(columns).filter(cell -> !cell.isBlank()).toList();
        return !left.isEmpty() && fields.subList(0, columns).containsAll(left);
    }

    private void checkTexts(List<String> fields) {
        for (Column column : header.positions().keySet()) {
            String text = header.field(fields, column);
            if (INVISIBLE.matcher(text).find()) {
                error(column, ErrorCode.CONTROL_CHARACTER, "the field holds a control or invisible character");
            } else if (text.codePointCount(0, text.length()) > column.maxLength) {
                error(column, ErrorCode.VALUE_TOO_LONG,
                        "the field has more than %d characters".formatted(column.maxLength));
            }
        }
    }

    private @Nullable PostRow post(List<String> fields) {
        String name = required(fields, Column.NAME);
        PostKind kind = kind(fields, name);
        String province = province(fields);
        String asWritten = header.field(fields, Column.DISTRICT);
        Optional<District> district = jurisdictions.district(province == null ? "" : province, asWritten);
        if (district.isEmpty()) {
            required(fields, Column.DISTRICT);
        }
        String station = station(fields, province);
        Position position = position(fields);
        if (kind == null || province == null || name.isEmpty()) {
            return null;
        }
        String home = district.map(District::province).orElse(province);
        String place = district.map(District::name).orElse(asWritten);
        String dong = optional(fields, Column.DONG);
        String address = optional(fields, Column.ADDRESS);
        return new PostRow(
                PostId.of(kind, home, place, name),
                kind,
                name,
                home,
                place,
                dong,
                optional(fields, Column.PLACE),
                address,
                optional(fields, Column.FLOOR),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                station == null ? found(home, place, dong, address, name) : given(station));
    }

    private Jurisdiction given(String station) {
        return new Jurisdiction.Mapped(station, jurisdictions.tree().agencyOf(station).orElseThrow().code());
    }

    /** A list without a column for the dong still tells it: the election commission begins the name with it. */
    private Jurisdiction found(
            String province, String district, @Nullable String dong, @Nullable String address, String name) {
        String told = dong != null ? dong : jurisdictions.dongIn(province, district, name).orElse(null);
        return jurisdictions.of(province, district, told, address);
    }

    private @Nullable PostKind kind(List<String> fields, String name) {
        if (header.has(Column.KIND)) {
            String word = required(fields, Column.KIND);
            Optional<PostKind> kind = PostKind.called(word);
            if (kind.isEmpty() && !word.isEmpty()) {
                error(Column.KIND, ErrorCode.UNKNOWN_KIND, "unknown kind of post: " + cut(word));
            }
            return kind.orElse(null);
        }
        String key = Spelling.postKey(name);
        return key.endsWith("사전투표소")
                ? PostKind.EARLY_VOTING_PLACE
                : key.endsWith("개표소") ? PostKind.COUNTING_CENTRE : PostKind.POLLING_PLACE;
    }

    private @Nullable String province(List<String> fields) {
        String text = required(fields, Column.PROVINCE);
        Optional<String> province = jurisdictions.province(text);
        if (province.isEmpty() && !text.isEmpty()) {
            error(Column.PROVINCE, ErrorCode.UNKNOWN_PROVINCE, "unknown province: " + cut(text));
        }
        return province.orElse(null);
    }

    private @Nullable String station(List<String> fields, @Nullable String province) {
        String text = header.field(fields, Column.STATION);
        if (text.isEmpty()) {
            return null;
        }
        List<String> agencies = province == null ? List.of() : jurisdictions.agencies(province);
        List<Unit> called = jurisdictions.tree().called(text).stream()
                .filter(unit -> unit.kind() == UnitKind.STATION || unit.kind() == UnitKind.DETACHMENT)
                .toList();
        List<Unit> near = called.stream().filter(unit -> agencies.contains(unit.parent())).toList();
        if (called.isEmpty()) {
            error(Column.STATION, ErrorCode.UNKNOWN_STATION, "unknown station: " + cut(text));
        } else if (near.size() != 1 && province != null) {
            error(Column.STATION, ErrorCode.STATION_ELSEWHERE, "%s has no station %s".formatted(province, cut(text)));
        }
        return near.size() == 1 ? near.getFirst().code() : null;
    }

    private @Nullable Position position(List<String> fields) {
        String latitude = header.field(fields, Column.LATITUDE);
        String longitude = header.field(fields, Column.LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            Column empty = latitude.isEmpty() ? Column.LATITUDE : Column.LONGITUDE;
            error(empty, ErrorCode.POSITION_INCOMPLETE, "a position has a latitude and a longitude, or neither");
            return null;
        }
        Position position = Position.parse(latitude, longitude);
        if (position == null) {
            error(Column.LATITUDE, ErrorCode.NOT_A_NUMBER, "no position in degrees: %s, %s"
                    .formatted(cut(latitude), cut(longitude)));
        } else if (!Position.EARTH.contain(position)) {
            error(Column.LATITUDE, ErrorCode.POSITION_OFF_EARTH, "latitude %s, longitude %s; are they swapped?"
                    .formatted(cut(latitude), cut(longitude)));
        } else if (!KOREA.contain(position)) {
            error(Column.LATITUDE, ErrorCode.POSITION_OUTSIDE_KOREA, "latitude %s, longitude %s is outside Korea"
                    .formatted(cut(latitude), cut(longitude)));
        }
        return position;
    }

    private String required(List<String> fields, Column column) {
        String text = header.field(fields, column);
        if (text.isEmpty()) {
            error(column, ErrorCode.VALUE_MISSING, "the field is empty");
        }
        return text;
    }

    private @Nullable String optional(List<String> fields, Column column) {
        String text = header.field(fields, column);
        return text.isEmpty() ? null : text;
    }

    private void error(@Nullable Column column, ErrorCode code, String reason) {
        errors.add(new LineError(number, column == null ? null : header.name(column), code, reason));
    }

    static String cut(String text) {
        String shown = INVISIBLE.matcher(text).replaceAll("\uFFFD");
        return shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
    }
}
