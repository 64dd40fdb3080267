package kr.haetae.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the station of a place from its province, district and dong.
 *
 * <p>Knows former and short names. In a district shared by several stations only a dong that the tables know decides; a
 * missing or unknown dong stays ambiguous. Immutable and safe to share between threads. Sources: docs/roster.md.
 */
public final class Jurisdictions {
    private static final Pattern LEGAL_DONG = Pattern.compile("\\(([^(),]+?동)\\d*가?\\s*[,)]");

    private final CommandTree tree;
    private final Map<String, Province> provinces = new LinkedHashMap<>();
    private final Map<String, Beat> beats = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    private Jurisdictions(CommandTree tree) {
        this.tree = tree;
        Table.shipped("provinces.csv").forEach(line -> {
            var province = new Province(line.getField("province"), Table.words(line.getField("agencies")));
            provinces.put(Spelling.key(province.name()), province);
            Table.words(line.getField("names")).forEach(name -> provinces.put(Spelling.key(name), province));
        });
        Map<String, List<String>> dongs = new HashMap<>();
        Table.shipped("dongs.csv").forEach(line -> dongs.put(key(line.getField("province"), line.getField("district")),
                Table.words(line.getField("dongs"))));
        Table.shipped("districts.csv").forEach(line -> {
            String province = line.getField("province");
            String name = line.getField("district");
            List<String> stations = Table.words(line.getField("stations"));
            String key = key(province, name);
            if (line.getField("dong").isEmpty()) {
                beats.put(key, new Beat(new District(province, name, dongs.getOrDefault(key, List.of())), stations));
            } else {
                Objects.requireNonNull(beats.get(key), "a dong stands before its district").byDong()
                        .put(Spelling.key(line.getField("dong")), stations);
            }
        });
        Table.shipped("aliases.csv").forEach(line -> aliases.put(
                key(line.getField("province"), line.getField("district")),
                key(line.getField("to_province"), line.getField("to_district"))));
    }

    public static Jurisdictions shipped() {
        return Shipped.TABLES;
    }

    public CommandTree tree() {
        return tree;
    }

    /** All districts of the tables, in the election commission's order. */
    public List<District> districts() {
        return beats.values().stream().map(Beat::district).toList();
    }

    /** The short name of a province in any of its spellings, former names included: 전라북도 gives 전북. */
    public Optional<String> province(String text) {
        return Optional.ofNullable(provinces.get(Spelling.key(text))).map(Province::name);
    }

    /** The codes of a province's agencies: one, but two for 경기; empty for an unknown province. */
    public List<String> agencies(String province) {
        Province found = provinces.get(Spelling.key(province));
        return found == null ? List.of() : found.agencies();
    }

    /** The district of that name in any of its spellings, former names included: 경북 군위군 gives 대구 군위군. */
    public Optional<District> district(String province, String district) {
        return beat(province, district).map(Beat::district);
    }

    /** The longest dong of a district that a post's name begins with: 개포4동제4투 gives 개포4동. */
    Optional<String> dongIn(String province, String district, String postName) {
        String key = Spelling.postKey(postName);
        return beat(province, district).flatMap(beat -> beat.dongs().entrySet().stream()
                .filter(dong -> key.startsWith(dong.getKey()))
                .max(Comparator.comparingInt(dong -> dong.getKey().length()))
                .map(Map.Entry::getValue));
    }

    /**
     * Who answers for a place.
     *
     * @param dong null when the list does not say it
     * @param address its legal dong in parentheses contradicts the dong when a polling place lies outside its own dong
     */
    public Jurisdiction of(String province, String district, @Nullable String dong, @Nullable String address) {
        Optional<Beat> beat = beat(province, district);
        if (beat.isEmpty()) {
            List<String> agencies = agencies(province);
            return new Jurisdiction.Unmapped(agencies.size() == 1 ? agencies.getFirst() : null);
        }
        List<String> stations = beat.get().stations(dong);
        SequencedSet<String> ofAddress = address == null ? new LinkedHashSet<>() : beat.get().stationsAround(address);
        if (!ofAddress.isEmpty() && stations.size() == 1 && !ofAddress.contains(stations.getFirst())) {
            ofAddress.addFirst(stations.getFirst());
            stations = List.copyOf(ofAddress);
        }
        return jurisdiction(beat.get().district().province(), stations);
    }

    private Jurisdiction jurisdiction(String province, List<String> stations) {
        List<String> agencies = stations.isEmpty()
                ? agencies(province)
                : stations.stream().map(code -> tree.agencyOf(code).orElseThrow().code()).distinct().toList();
        String agency = agencies.size() == 1 ? agencies.getFirst() : null;
        return switch (stations.size()) {
            case 0 -> new Jurisdiction.Unmapped(agency);
            case 1 -> new Jurisdiction.Mapped(stations.getFirst(), agencies.getFirst());
            default -> new Jurisdiction.Ambiguous(agency, stations);
        };
    }

    private Optional<Beat> beat(String province, String district) {
        Province known = provinces.get(Spelling.key(province));
        if (known == null) {
            return Optional.empty();
        }
        String key = key(known.name(), district);
        return Optional.ofNullable(beats.get(aliases.getOrDefault(key, key)));
    }

    private static String key(String province, String district) {
        return Spelling.key(province) + "/" + Spelling.key(district);
    }

    private record Province(String name, List<String> agencies) {}

    /** A district with its stations: the usual ones, and those of the dong that differ. */
    private record Beat(
            District district, List<String> usual, Map<String, List<String>> byDong, Map<String, String> dongs) {
        Beat(District district, List<String> usual) {
            this(district, usual, new LinkedHashMap<>(), new LinkedHashMap<>());
            district.dongs().forEach(dong -> dongs.put(Spelling.key(dong), dong));
        }

        List<String> stations(@Nullable String dong) {
            if (byDong.isEmpty()) {
                return usual;
            }
            String key = dong == null ? "" : Spelling.key(dong);
            List<String> special = byDong.get(key);
            if (special != null) {
                return special;
            }
            return dongs.containsKey(key) ? usual : all();
        }

        /** The stations of the dong that share their stem with the legal dong of an address; empty if it tells nothing. */
        SequencedSet<String> stationsAround(String address) {
            Matcher legal = LEGAL_DONG.matcher(address);
            SequencedSet<String> found = new LinkedHashSet<>();
            if (!byDong.isEmpty() && legal.find()) {
                String stem = Spelling.key(legal.group(1)).replaceFirst("동$", "");
                Pattern numbered = Pattern.compile(Pattern.quote(stem) + "[본\\d]*동");
                dongs.keySet().stream()
                        .filter(dong -> numbered.matcher(dong).matches())
                        .forEach(dong -> found.addAll(stations(dong)));
            }
            return found;
        }

        private List<String> all() {
            SequencedSet<String> all = new LinkedHashSet<>(usual);
            byDong.values().forEach(all::addAll);
            return new ArrayList<>(all);
        }
    }

    private static final class Shipped {
        static final Jurisdictions TABLES = new Jurisdictions(CommandTree.shipped());
    }
}
