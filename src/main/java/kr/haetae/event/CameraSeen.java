package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;

/** A camera as its system sees it; {@code camera}: its name within the storage. */
public record CameraSeen(UUID post, String camera, boolean up, Instant at) {}
