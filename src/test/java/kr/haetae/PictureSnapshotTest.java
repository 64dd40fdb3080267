package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import kr.haetae.config.ProgramFiles;
import kr.haetae.picture.Entity;
import org.junit.jupiter.api.Test;

class PictureSnapshotTest {
    @Test
    void theVersionCoversEveryEntityAndWhatFoldsIt() {
        var entities = ArchitectureTest.CLASSES.stream()
                .filter(type -> type.isAssignableTo(Entity.class) && !type.isInterface()).toList();

        assertThat(entities).allSatisfy(type -> assertThat(PictureSnapshot.directories())
                .contains(type.getPackageName().replace('.', '/')));
        assertThat(PictureSnapshot.directories()).contains("kr/haetae/event", "kr/haetae/picture", "kr/haetae/incident",
                "kr/haetae/post", "kr/haetae/ledger");
    }

    @Test
    void aDigestIsThatOfTheFilesAndOfNoOthers() {
        byte[] event = ProgramFiles.digest(Set.of("kr/haetae/event"));

        assertThat(ProgramFiles.digest(Set.of("kr/haetae/event"))).isEqualTo(event).hasSize(32);
        assertThat(ProgramFiles.digest(Set.of("kr/haetae/event", "kr/haetae/post"))).isNotEqualTo(event);
        assertThatThrownBy(() -> ProgramFiles.digest(Set.of("kr/haetae/nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
