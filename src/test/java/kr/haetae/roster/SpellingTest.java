package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpellingTest {
    @Property(tries = 300)
    void aKeyOfAKeyIsTheKey(@ForAll String text) {
        String key = Spelling.key(text);
        assertThat(Spelling.key(key)).isEqualTo(key);
    }

    @Example
    void whatComposesOnceAStopIsGoneIsComposed() {
        assertThat(Spelling.key("가.\u11a8")).isEqualTo(Spelling.key("각"));
        assertThat(Spelling.key("제.제1")).isEqualTo(Spelling.key("1"));
        assertThat(Spelling.key("H\u0331")).isEqualTo(Spelling.key("\u1e96"));
    }

    @Property(tries = 300)
    void everySpellingOfAPollingPlaceHasOneId(
            @ForAll("dongs") Dong dong, @ForAll @IntRange(min = 1, max = 20) int number,
            @ForAll("spellings") Spelled spelled) {
        PostRow plain = only("%s제%d투표소".formatted(dong.name(), number), dong.district().province(),
                dong.district().name());
        PostRow other = only(
                spelled.of("%s제%d투표소".formatted(dong.name(), number)),
                spelled.of(dong.district().province()),
                spelled.of(dong.district().name()));
        assertThat(other.id()).isEqualTo(plain.id());
        assertThat(other.jurisdiction()).isEqualTo(plain.jurisdiction());
        assertThat(plain.id().version()).isEqualTo(5);
        assertThat(plain.id().variant()).isEqualTo(2);
    }

    @Example
    void readsTheThreeSpellingsOfTheElectionCommission() {
        assertThat(Spelling.postKey("신사동제1투")).isEqualTo(Spelling.postKey("신사동 제1투표소"));
        assertThat(Spelling.postKey("구로제1동제２투표소")).isEqualTo(Spelling.postKey("구로1동 제2투"));
        assertThat(Spelling.postKey("금호2·3가동사전투표소")).isEqualTo(Spelling.postKey("금호2.3가동사전투표소"));
        assertThat(Spelling.postKey("홍제제1동투표소")).isEqualTo(Spelling.postKey("홍제1동투표소"));
        assertThat(Spelling.postKey("삼청동투표소")).isNotEqualTo(Spelling.postKey("삼청동제1투표소"));
        assertThat(Spelling.key("종로1ㆍ2ㆍ3ㆍ4가동")).isEqualTo(Spelling.key("종로1·2·3·4가동"));
    }

    @Example
    void theKindTheProvinceAndTheDistrictTellPostsOfOneNameApart() {
        assertThat(List.of(
                PostId.of(PostKind.POLLING_PLACE, "강원", "고성군", "서면투표소"),
                PostId.of(PostKind.EARLY_VOTING_PLACE, "강원", "고성군", "서면투표소"),
                PostId.of(PostKind.POLLING_PLACE, "경남", "고성군", "서면투표소"),
                PostId.of(PostKind.POLLING_PLACE, "강원", "양양군", "서면투표소")))
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Dong> dongs() {
        return Arbitraries.of(Jurisdictions.shipped().districts().stream()
                .flatMap(district -> district.dongs().stream().map(name -> new Dong(district, name)))
                .toList());
    }

    @Provide
    Arbitrary<Spelled> spellings() {
        return Arbitraries.of(Spelled.values());
    }

    private static PostRow only(String name, String province, String district) {
        return PostCsvTest.read("name,province,district\n\"%s\",\"%s\",\"%s\"\n".formatted(name, province, district))
                .posts()
                .getFirst();
    }

    record Dong(District district, String name) {}

    enum Spelled {
        DECOMPOSED,
        SPACED,
        FULL_WIDTH,
        CUT_OFF,
        FULL_STOPS,
        WITHOUT_ORDINAL;

        String of(String text) {
            return switch (this) {
                case DECOMPOSED -> Normalizer.normalize(text, Normalizer.Form.NFD);
                case SPACED -> " " + text.replaceAll("(?<=[동구시])", " ") + "\u00a0";
                case FULL_WIDTH -> text.chars()
                        .map(each -> each >= '0' && each <= '9' ? each - '0' + '０' : each)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                case CUT_OFF -> text.replaceAll("투표소$", "투");
                case FULL_STOPS -> text.replace('·', '.');
                case WITHOUT_ORDINAL -> text.replaceAll("제+(?=\\d)", "");
            };
        }
    }
}
