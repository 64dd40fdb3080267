package kr.haetae.http;

import io.vertx.core.Future;

/** Decode, validate, act, respond. May throw {@link ProblemException}; the failure of its future is a problem too. */
@FunctionalInterface
interface Endpoint {
    Future<Reply> handle(Call call);
}
