package kr.haetae.config;

import java.time.Duration;

/**
 * What one client or one moment may cost.
 *
 * @param queueLimit commands that may wait for the ledger
 * @param archivedOperationLifetime how long an archived operation stays in memory unused
 */
public record Limits(int queueLimit, int maxFrameBytes, int maxBodyBytes, int maxImportBytes,
        Duration archivedOperationLifetime) {
    public Limits {
        var problems = new Problems();
        problems.range(Setting.QUEUE_LIMIT, queueLimit);
        problems.range(Setting.MAX_FRAME_BYTES, maxFrameBytes);
        problems.range(Setting.MAX_BODY_BYTES, maxBodyBytes);
        problems.range(Setting.MAX_IMPORT_BYTES, maxImportBytes);
        problems.range(Setting.ARCHIVED_OPERATION_LIFETIME, archivedOperationLifetime);
        problems.refuse();
    }
}
