/**
 * The outer door: the API as one table ({@link kr.haetae.http.Routes}), one small class per resource, one failure handler
 * ({@link kr.haetae.http.Problems}). Handlers decode, validate, submit, respond; none writes or pushes by itself.
 */
@NullMarked
package kr.haetae.http;

import org.jspecify.annotations.NullMarked;
