package kr.haetae.roster;

import java.util.List;

/**
 * One si, gun or gu of the election commission's lists.
 *
 * @param province short name: 서울, 경기
 * @param name canonical name: 강남구, 수원시장안구
 * @param dongs names of its eup, myeon and dong in 2025; empty where the table has none yet
 */
public record District(String province, String name, List<String> dongs) {
    public District {
        dongs = List.copyOf(dongs);
    }
}
