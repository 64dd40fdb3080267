package kr.haetae.roster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NationalRosterTest {
    private static final List<PostRow> ROSTER = NationalRoster.of(1);

    @Test
    void hasTheTotalsOf2025() {
        assertThat(ROSTER.stream().collect(groupingBy(PostRow::kind, counting()))).isEqualTo(Map.of(
                PostKind.POLLING_PLACE, 14_295L, PostKind.EARLY_VOTING_PLACE, 3_568L, PostKind.COUNTING_CENTRE, 254L));
        assertThat(ROSTER).extracting(PostRow::id).doesNotHaveDuplicates();
    }

    @Test
    void dependsOnTheSeedAlone() {
        assertThat(NationalRoster.of(1)).isEqualTo(ROSTER);
        assertThat(NationalRoster.of(2)).hasSameSizeAs(ROSTER).isNotEqualTo(ROSTER);
    }

    @Test
    void putsEveryPostUnderAStationAndPostsUnderEveryStation() {
        assertThat(ROSTER).allMatch(post -> post.jurisdiction() instanceof Jurisdiction.Mapped);
        assertThat(ROSTER.stream()
                .map(post -> ((Jurisdiction.Mapped) post.jurisdiction()).station())
                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(CommandTree.shipped().units(UnitKind.STATION).stream()
                        .map(Unit::code)
                        .toList());
    }

    @Test
    void namesPostsAsTheElectionCommissionDoes() {
        assertThat(ROSTER).extracting(PostRow::name).contains("서귀포시개표소", "수서동제1투표소").allMatch(name -> name.matches(
                ".+(읍|면|동)(제\\d+)?(사전)?투표소|.+(구|시|군)(제\\d)?개표소"));
        assertThat(ROSTER).allMatch(post -> post.latitude() == null && post.longitude() == null);
    }

    @Test
    void givesTownsMorePollingPlacesThanTheCountry() {
        Map<Boolean, Double> mean = ROSTER.stream()
                .filter(post -> post.kind() == PostKind.POLLING_PLACE)
                .collect(groupingBy(post -> post.province() + post.district() + post.dong(), counting()))
                .entrySet()
                .stream()
                .collect(
                        groupingBy(dong -> dong.getKey().endsWith("면"), Collectors.averagingLong(Map.Entry::getValue)));
        assertThat(mean.get(true)).isBetween(1.0, 3.0);
        assertThat(mean.get(false)).isBetween(4.0, 8.0);
    }
}
