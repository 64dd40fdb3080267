package kr.haetae.event;

import java.util.UUID;

/** A matter that a conference is about. */
public record AgendaItem(UUID item, String text) {}
