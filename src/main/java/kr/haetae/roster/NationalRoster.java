package kr.haetae.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A full national roster for drills: real districts, dong and stations, made-up numbers of polling places per dong.
 *
 * <p>The totals are the election commission's of 2025-06-03. No positions: nothing to derive them from honestly. Every
 * post stands under a station; where the tables are not sure, a drill takes the first candidate.
 */
public final class NationalRoster {
    /** Polling places on 2025-06-03, election commission. */
    public static final int POLLING_PLACES = 14_295;
    /** Early-voting places on 2025-05-29 and 30, election commission. */
    public static final int EARLY_VOTING_PLACES = 3_568;
    /** Counting centres on 2025-06-03, election commission. */
    public static final int COUNTING_CENTRES = 254;

    private final Jurisdictions jurisdictions;
    private final List<Dong> dongs;
    private final Random random;

    private NationalRoster(Jurisdictions jurisdictions, long seed) {
        this.jurisdictions = jurisdictions;
        this.dongs = jurisdictions.districts().stream()
                .flatMap(district -> district.dongs().stream().map(name -> new Dong(district, name)))
                .toList();
        this.random = new Random(seed);
    }

    /** The roster of a seed: always the same posts in the same order, by kind, then district. */
    public static List<PostRow> of(long seed) {
        return new NationalRoster(Jurisdictions.shipped(), seed).posts();
    }

    private List<PostRow> posts() {
        List<PostRow> posts = new ArrayList<>(POLLING_PLACES + EARLY_VOTING_PLACES + COUNTING_CENTRES);
        double[] sizes = dongs.stream().mapToDouble(dong -> dong.size() * (0.6 + 0.8 * random.nextDouble())).toArray();
        perDong(posts, PostKind.POLLING_PLACE, shares(POLLING_PLACES, sizes));
        perDong(posts, PostKind.EARLY_VOTING_PLACE, shares(EARLY_VOTING_PLACES, sizes));
        countingCentres(posts);
        return List.copyOf(posts);
    }

    private void perDong(List<PostRow> posts, PostKind kind, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            Dong dong = dongs.get(i);
            for (int n = 1; n <= numbers[i]; n++) {
                boolean only = numbers[i] == 1;
                posts.add(
                        post(kind, dong.district(), dong.name(), dong.name() + (only ? "" : "제" + n) + kind.korean()));
            }
        }
    }

    /** One per district, a second one in the districts with the most dong. */
    private void countingCentres(List<PostRow> posts) {
        List<District> districts = jurisdictions.districts().stream().filter(each -> !each.dongs().isEmpty()).toList();
        List<District> largest = districts.stream()
                .sorted(Comparator.comparing((District each) -> -each.dongs().size()))
                .limit(COUNTING_CENTRES - districts.size())
                .toList();
        for (District district : districts) {
            // the seat of the district's office, as far as the tables know: its first dong
            String dong = district.dongs().getFirst();
            int number = largest.contains(district) ? 2 : 1;
            for (int n = 1; n <= number; n++) {
                String name = district.name() + (number == 1 ? "" : "제" + n) + PostKind.COUNTING_CENTRE.korean();
                posts.add(post(PostKind.COUNTING_CENTRE, district, dong, name));
            }
        }
    }

    private PostRow post(PostKind kind, District district, String dong, String name) {
        String province = district.province();
        return new PostRow(
                PostId.of(kind, province, district.name(), name),
                kind,
                name,
                province,
                district.name(),
                dong,
                null,
                null,
                null,
                null,
                null,
                settled(jurisdictions.of(province, district.name(), dong, null)));
    }

    private Jurisdiction settled(Jurisdiction jurisdiction) {
        return switch (jurisdiction) {
            case Jurisdiction.Mapped mapped -> mapped;
            case Jurisdiction.Ambiguous(var agency, var candidates) -> new Jurisdiction.Mapped(
                    candidates.getFirst(),
                    jurisdictions.tree().agencyOf(candidates.getFirst()).orElseThrow().code());
            case Jurisdiction.Unmapped unmapped ->
                throw new IllegalStateException("a district with dong but without a station");
        };
    }

    /** Whole shares of a total in proportion to the sizes, at least one each; the largest remainders get the rest. */
    private static int[] shares(int total, double[] sizes) {
        double unit = (total - sizes.length) / Arrays.stream(sizes).sum();
        int[] shares = Arrays.stream(sizes).mapToInt(size -> 1 + (int) (size * unit)).toArray();
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -(sizes[i] * unit % 1)))
                .limit(total - Arrays.stream(shares).sum())
                .forEach(i -> shares[i]++);
        return shares;
    }

    private record Dong(District district, String name) {
        /** Ours: a myeon has about half, a town dong twice the polling places of an eup. */
        double size() {
            return name.endsWith("면") ? 1 : name.endsWith("읍") ? 3 : 4;
        }
    }
}
