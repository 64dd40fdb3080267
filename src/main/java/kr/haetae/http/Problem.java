package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not what was hoped for, RFC 9457.
 *
 * @param code stable, such as {@code unknown-post}
 * @param detail what, which value, what to do
 * @param errors one for each field at fault
 * @param retryAfter when trying again may help
 */
public record Problem(
        int status, String code, String title, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
    /**
     * What is wrong with one field.
     *
     * @param pointer RFC 6901, into the request's body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(String pointer, String code, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), null);
    }

    /** 400: the request can't be understood. */
    public static Problem bad(String code, String detail) {
        return of(400, code, "Bad request", detail);
    }

    /** 422: understood, but a field's value is not acceptable. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String detail = errors.size() == 1 ? first.detail()
                : errors.size() + " fields are wrong; the first: " + first.detail();
        return new Problem(422, first.code(), "Not acceptable", detail, errors, null);
    }

    public static Problem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    public static Problem absent(String code, String detail) {
        return of(404, code, "Not found", detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(403, code, "Forbidden", detail);
    }

    /** 503: nothing is lost by repeating the same request later. */
    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return new Problem(503, code, "Temporarily unavailable", detail, List.of(), retryAfter);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
