package kr.haetae.drill;

/** What kind of thing somebody does, the entry it makes when it is accepted, and its word in the closing report. */
enum Kind {
    INCIDENT("incident-reported", "incidents reported"),
    ACKNOWLEDGEMENT("incident-acknowledged", "incidents acknowledged"),
    COMMENT("incident-commented", "incident comments"),
    DISPATCH("incident-dispatched", "incident dispatches"),
    RESOLUTION("incident-resolved", "incidents resolved"),
    CLOSURE("incident-closed", "incidents closed"),
    REPORT("post-reported", "post reports"),
    SIGN_OFF("post-reported", "post reports"),
    SILENCE("silence-acknowledged", "silences noted"),
    CHECK_IN("checked-in", "check-ins"),
    MOVEMENT("deployment-moved", "deployments moved"),
    ATTENDANCE("attendance-corrected", "attendances corrected"),
    RECEIPT("level-received", "orders received"),
    MUSTER("muster-reported", "musters reported"),
    RESERVE("reserve-requested", "reserves requested"),
    RESERVE_APPROVAL("reserve-approved", "reserves approved"),
    RESERVE_MOVEMENT("reserve-moved", "reserves moved"),
    DEPARTURE("transport-departed", "departures"),
    CHECKPOINT("transport-checkpoint-passed", "checkpoints"),
    STOP("transport-stopped", "stops on the way"),
    RESUMPTION("transport-resumed", "resumptions"),
    ARRIVAL("transport-arrived", "arrivals"),
    GIVING("transport-handed-over", "hand-overs"),
    RECEIVING("transport-handed-over", "hand-overs"),
    EXPLANATION("discrepancy-explained", "discrepancies explained"),
    ACCEPTANCE("discrepancy-accepted", "discrepancies accepted"),
    STORAGE("storage-opened", "storages opened"),
    ROUND("storage-round-made", "storage rounds"),
    SEALS("seal-checked", "seal checks"),
    STORAGE_CLEARED("storage-cleared", "storages cleared"),
    CORDONS("cordons-set", "cordons set"),
    STAGE("counting-stage-reached", "stages of the count"),
    DIRECTIVE("directive-issued", "directives issued"),
    DIRECTIVE_NOTED("directive-acknowledged", "directives noted"),
    DIRECTIVE_DONE("directive-done", "directives done"),
    CONFERENCE("conference-convened", "conferences convened"),
    CONFERENCE_STARTED("conference-started", "conferences started"),
    CONFERENCE_JOINED("conference-joined", "conferences joined"),
    CONFERENCE_ABSENT("conference-absent", "conferences missed"),
    CONFERENCE_DECIDED("conference-decided", "conferences' decisions"),
    CONFERENCE_ENDED("conference-ended", "conferences ended"),
    LIAISON_REPORT("incident-reported", "incidents reported"),
    COUNT_END("counting-end-reported", "ends of counts told"),
    CLOCK("clock-set", "clock set");

    private final String entry;
    private final String words;

    Kind(String entry, String words) {
        this.entry = entry;
        this.words = words;
    }

    /** The type of the entry that stands first among those of an accepted command. */
    String entry() {
        return entry;
    }

    /** The same for all kinds of one entry. */
    String words() {
        return words;
    }
}
