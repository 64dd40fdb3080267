package kr.haetae.drill;

import java.util.List;
import java.util.Map;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;

/** What people of the drill say; every report begins with the word that marks it as one. */
final class Words {
    static final String BY_RADIO = "무전으로 확인하고 상황실에서 입력";

    static final String OUTAGE_OVER = "통신 장애로 늦게 전송";

    static final List<String> SITUATIONS = List.of(
            "선거인 대기 줄 약 30명, 질서 유지 중.",
            "투표소 입구 주차 혼잡, 차량 이동 안내함.",
            "참관인 간 언쟁 있었으나 투표관리관이 중재하여 종료.",
            "거동 불편 선거인 안내 지원, 그 밖에 이상 없음.",
            "투표소 100m 밖 유세 차량 소음, 계도 후 이동.",
            "연계순찰차 경유 확인, 주변 이상 없음.");

    static final List<String> SILENCE_NOTES = List.of("유선으로 확인 중.", "연계순찰차를 보내 확인하도록 함.", "무전 재호출, 응답 대기.");

    static final List<String> COMMENTS = List.of("투표관리관과 통화, 현장 상황 파악 중.", "신고자 재통화, 위험 없음.", "선관위에 통보함.",
            "주변 CCTV 확인 요청함.", "오인 신고일 가능성 있음, 현장 확인 후 판단.");

    static final List<String> DISPATCHES = List.of("순찰차 1대 출동.", "인접 지구대 2명 출동.", "거점 근무자 이동 지시.", "형사 1개 팀 출동.");

    static final List<String> RESOLUTIONS = List.of("현장 조치 완료, 투표 정상 진행.", "양측 분리 후 귀가 조치.", "계도 후 종결.", "해당 없음 확인.");

    static final List<String> RESERVE_REASONS = List.of("개표소 주변 집회 인원 증가.", "투표소 앞 군중 운집, 질서 유지 필요.", "투표함 회송로 교통 혼잡.");

    static final List<String> LATE = List.of("도로 정체로 늦게 도착.", "이전 근무지 교대가 늦어짐.");

    static final List<String> CORRECTIONS = List.of("1명 병원 이송, 실제 인원으로 정정.", "교대 인원 미도착, 실제 인원으로 정정.");

    static final List<String> CANCELLED = List.of("근무 조정으로 취소.", "다른 근무와 통합.");

    static final List<String> STOPS = List.of("사고 차량으로 정체, 우회로 확인.", "타이어 이상, 예비 차량 대기.", "집회 행렬 통과 대기.");

    static final List<String> DONE = List.of("전 관서 전파 및 점검 완료.", "지시대로 조치함, 이상 없음.", "배치 조정 후 순찰 시행 중.");

    static final List<String> ALONE = List.of("동승 예정 경찰관이 부상 대응 중, 다음 거점에서 합류함.", "교대 지연으로 1명이 먼저 출발, 순찰차 1대가 뒤따름.");

    static final List<String> SEAL_CHANGED = List.of("참관인 입회하에 파손된 봉인지를 교체하였으나 기록이 누락됨.",
            "투표관리관이 봉인지를 재부착함, 참관인 서명 확인.");

    static final List<IncidentOutcome> OUTCOMES = List.of(IncidentOutcome.HANDLED_ON_SITE,
            IncidentOutcome.HANDLED_ON_SITE, IncidentOutcome.WARNED, IncidentOutcome.HANDED_TO_NEC,
            IncidentOutcome.REFERRED_TO_INVESTIGATION, IncidentOutcome.UNFOUNDED);

    private static final List<String> FAMILIES = List.of("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오");
    private static final List<String> GIVEN = List.of("민준", "서연", "도윤", "지우", "현우", "수빈", "준호", "은지", "성민", "하은");

    private static final Map<IncidentKind, List<String>> WHAT = Map.ofEntries(
            Map.entry(IncidentKind.DISTURBANCE, List.of("투표소 입구에서 두 사람이 큰 소리로 다투고 있음.",
                    "술에 취한 사람이 투표소 안에서 소란을 피움.", "투표용지 재교부를 요구하며 고성을 지름.", "참관인 자리 문제로 시비가 있음.")),
            Map.entry(IncidentKind.TRAFFIC, List.of("투표소 진입로에서 차량 접촉 사고.", "불법 주차로 선거인 통행이 막힘.")),
            Map.entry(IncidentKind.VIOLENCE, List.of("투표사무원의 멱살을 잡음.", "줄을 서던 선거인 사이 폭행.")),
            Map.entry(IncidentKind.OTHER, List.of("투표소 위치 문의.", "유세 소음이 심하다는 신고.", "투표 안내 문자가 계속 온다는 신고.",
                    "투표소 앞에서 인쇄물을 나누어 준다는 신고.", "신분증을 잃어버렸다는 신고.", "모르는 사람이 지지를 권유한다는 신고.")),
            Map.entry(IncidentKind.POSTER_DAMAGE, List.of("선거 벽보가 찢어져 있음.", "현수막이 끊어져 있음.")),
            Map.entry(IncidentKind.BALLOT_PHOTOGRAPHED, List.of("기표소에서 투표지를 촬영함.")),
            Map.entry(IncidentKind.BALLOT_DAMAGED, List.of("투표지를 찢고 퇴장하려 함.")),
            Map.entry(IncidentKind.DOUBLE_VOTE_CLAIM, List.of("이미 투표한 것으로 나온다고 항의함.")),
            Map.entry(IncidentKind.CROWD, List.of("투표소 앞에 20여 명이 모여 있음.")),
            Map.entry(IncidentKind.MEDICAL, List.of("줄을 서던 고령 선거인이 쓰러짐.")),
            Map.entry(IncidentKind.RIGGING_CLAIM, List.of("투표함 봉인이 이상하다고 주장함.")),
            Map.entry(IncidentKind.POWER_OR_NETWORK, List.of("투표소 정전.")),
            Map.entry(IncidentKind.FIRE, List.of("투표소 건물 밖 쓰레기 더미에서 연기.")),
            Map.entry(IncidentKind.EXPLOSIVE_OR_SUSPICIOUS, List.of("주인 없는 가방이 놓여 있음.")));

    private Words() {}

    static String name(Chance chance) {
        return chance.of(FAMILIES) + chance.of(GIVEN);
    }

    static String what(IncidentKind kind, Chance chance) {
        return "[훈련] " + chance.of(WHAT.getOrDefault(kind, List.of("확인이 필요한 신고.")));
    }
}
