package kr.haetae.blob;

import org.jspecify.annotations.Nullable;

/** Copies of an image that carry none of its metadata, as JPEG; the size is the original's as one looks at it. */
record Copies(@Nullable Integer width, @Nullable Integer height, byte @Nullable [] thumbnail, byte @Nullable [] view) {
    static final Copies NONE = new Copies(null, null, null, null);
}
