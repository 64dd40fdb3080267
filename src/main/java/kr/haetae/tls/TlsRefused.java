package kr.haetae.tls;

/** The certificate cannot be used; the message is one sentence for the operator. */
public final class TlsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
