package kr.haetae.blob;

import java.time.Duration;

/**
 * What files may cost.
 *
 * @param maxBytes of one file
 * @param bytesPerSecond of all uploads to this node together
 * @param uploadLifetime how long an upload rests untouched, and a file that nothing names, before it is swept away
 */
public record FileLimits(long maxBytes, long bytesPerSecond, Duration uploadLifetime) {}
