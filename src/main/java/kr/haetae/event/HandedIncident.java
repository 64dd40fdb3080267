package kr.haetae.event;

import java.util.UUID;

/** An open incident as one shift hands it to the next. */
public record HandedIncident(UUID incident, String number, IncidentKind kind, int code) {}
