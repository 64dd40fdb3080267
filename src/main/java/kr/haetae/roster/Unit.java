package kr.haetae.roster;

import org.jspecify.annotations.Nullable;

/**
 * One police unit.
 *
 * @param code stable identifier, {@code [a-z0-9-]{2,40}}, unique
 * @param parent code of the superior unit; null for headquarters only
 * @param korean official name; 고성경찰서 stands for two stations
 * @param english official romanisation, unique
 * @param label short Korean name to say over the radio, unique: 서울강남, 경남고성, 서울청, 본청
 */
public record Unit(
        String code, UnitKind kind, @Nullable String parent, String korean, String english, String label) {}
