package kr.haetae.config;

import java.time.Duration;

/**
 * What one client or one moment may cost.
 *
 * @param queueLimit commands that may wait for the ledger
 * @param uploadRateBytes of attachments in a second, on a node
 * @param uploadLifetime how long an upload rests untouched before it is deleted
 * @param archivedOperationLifetime how long an archived operation stays in memory unused
 */
public record Limits(int queueLimit, int maxFrameBytes, int maxBodyBytes, int maxImportBytes,
        int maxAttachmentBytes, int uploadRateBytes, Duration uploadLifetime, Duration archivedOperationLifetime) {
    public Limits {
        var problems = new Problems();
        problems.range(Setting.QUEUE_LIMIT, queueLimit);
        problems.range(Setting.MAX_FRAME_BYTES, maxFrameBytes);
        problems.range(Setting.MAX_BODY_BYTES, maxBodyBytes);
        problems.range(Setting.MAX_IMPORT_BYTES, maxImportBytes);
        problems.range(Setting.MAX_ATTACHMENT_BYTES, maxAttachmentBytes);
        problems.range(Setting.UPLOAD_RATE_BYTES, uploadRateBytes);
        problems.range(Setting.UPLOAD_LIFETIME, uploadLifetime);
        problems.range(Setting.ARCHIVED_OPERATION_LIFETIME, archivedOperationLifetime);
        problems.refuse();
    }
}
