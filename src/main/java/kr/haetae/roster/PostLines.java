package kr.haetae.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.roster.PostImport.ErrorCode;
import kr.haetae.roster.PostImport.Line;
import org.jspecify.annotations.Nullable;

/** The lines of a list of posts. */
final class PostLines extends CsvLines<Column, PostRow> {
    /** Around the outermost points of the country: 마라도 33.11, 고성 38.61, 백령도 124.61, 독도 131.87. */
    private static final Position.Bounds KOREA = new Position.Bounds(33.0, 38.7, 124.5, 132.0);

    private final Header<Column> header;
    private final Jurisdictions jurisdictions;
    private final List<Line> good = new ArrayList<>();
    private final Map<UUID, Long> lineOf = new HashMap<>();

    PostLines(Header<Column> header, Jurisdictions jurisdictions) {
        super(header);
        this.header = header;
        this.jurisdictions = jurisdictions;
    }

    List<Line> good() {
        return good;
    }

    @Override
    void add(long line, PostRow post) {
        Long other = lineOf.putIfAbsent(post.id(), line);
        if (other == null) {
            good.add(new Line(line, post));
        } else {
            error(Column.NAME, ErrorCode.DUPLICATE_POST, "the same post stands in line " + other + ": " + post.name());
        }
    }

    @Override
    @Nullable
    PostRow row(List<String> fields) {
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
}
