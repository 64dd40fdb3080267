package kr.haetae.roster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post as a list names it.
 *
 * @param id the same for the same kind, province, district and name in any spelling, see {@link PostId}
 * @param name as written in the list; unique only with kind, province and district
 * @param province short name: 서울, 경기, 강원
 * @param district si, gun or gu as the election commission writes it: 강남구, 수원시장안구
 * @param dong eup, myeon or dong as written
 * @param place building and room, as written; may hold markup-like text such as {@code <가>}: escape it on screen
 * @param latitude degrees north, WGS 84; null exactly when the longitude is
 * @param longitude degrees east, WGS 84
 */
public record PostRow(
        UUID id,
        PostKind kind,
        String name,
        String province,
        String district,
        @Nullable String dong,
        @Nullable String place,
        @Nullable String address,
        @Nullable String floor,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Jurisdiction jurisdiction) {}
