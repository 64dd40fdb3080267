package kr.haetae.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    /** From test.c of the reference implementation, P-H-C/phc-winner-argon2. */
    private static final String REFERENCE = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void agreesWithTheReferenceImplementation() {
        byte[] salt = "somesalt".getBytes(StandardCharsets.UTF_8);
        assertThat(new Argon2id(65536, 2, 1).hash("password", salt)).isEqualTo(REFERENCE);
        assertThat(Argon2id.matches(REFERENCE, "password")).isTrue();
        assertThat(Argon2id.matches(REFERENCE, "Password")).isFalse();
    }

    @Test
    void passwordsAreTheSameInEveryNormalForm() {
        String phc = new Argon2id(64, 1, 1).hash("강남\uFF21BC 투표소", new byte[Argon2id.SALT_BYTES]);
        assertThat(Argon2id.matches(phc, "강남ABC 투표소")).isTrue();
        assertThat(Argon2id.matches(phc, java.text.Normalizer.normalize("강남ABC 투표소", java.text.Normalizer.Form.NFD)))
                .isTrue();
    }

    @Test
    void refusesOtherStrings() {
        assertThatThrownBy(() -> Argon2id.matches("$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAPasswordMayBe() {
        assertThat(PasswordRule.refuses("kim", "short1234")).contains(Denial.Code.PASSWORD_TOO_SHORT);
        assertThat(PasswordRule.refuses("kim", "투표소앞강남경찰서")).contains(Denial.Code.PASSWORD_TOO_SHORT);
        assertThat(PasswordRule.refuses("kim", "투표소앞강남경찰서앞")).isEmpty();
        assertThat(PasswordRule.refuses("kim", "x".repeat(129))).contains(Denial.Code.PASSWORD_TOO_LONG);
        assertThat(PasswordRule.refuses("kim.cheolsu", "KIM.Cheolsu")).contains(Denial.Code.PASSWORD_IS_LOGIN);
        assertThat(PasswordRule.refuses("kim.cheolsu", "ＫＩＭ.cheolsu-2026")).contains(Denial.Code.PASSWORD_IS_LOGIN);
    }
}
