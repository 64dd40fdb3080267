package kr.haetae.feed;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving side of a socket: puts fragments together and insists on what RFC 6455 asks of text, which Vert.x does not check
 * by itself: invalid UTF-8 closes 1007, a message over the limit 1009.
 */
public final class TextFrames {
    /** RFC 6455, section 7.4.1. */
    private static final short INVALID_PAYLOAD = 1007;

    private static final short TOO_BIG = 1009;
    private static final Logger LOG = LoggerFactory.getLogger(TextFrames.class);

    private final WebSocketBase socket;
    private final int maxMessageBytes;
    private final Consumer<String> onText;
    private final Consumer<Buffer> onBinary;
    private Buffer message = Buffer.buffer();
    private boolean text;
    private boolean over;

    private TextFrames(WebSocketBase socket, int maxMessageBytes, Consumer<String> onText, Consumer<Buffer> onBinary) {
        this.socket = socket;
        this.maxMessageBytes = maxMessageBytes;
        this.onText = onText;
        this.onBinary = onBinary;
    }

    /** Takes over the socket's frames; the consumers are called on its context. */
    public static void receive(
            WebSocketBase socket, int maxMessageBytes, Consumer<String> onText, Consumer<Buffer> onBinary) {
        TextFrames frames = new TextFrames(socket, maxMessageBytes, onText, onBinary);
        socket.frameHandler(frames::frame);
        socket.exceptionHandler(frames::failed);
    }

    /** Vert.x cuts the connection after a frame that can't be read, and leaves it to us to say why. */
    private void failed(Throwable e) {
        LOG.debug("socket failed: {}", e.toString());
        if (!over && e instanceof CorruptedWebSocketFrameException corrupted) {
            end((short) corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
        }
    }

    private void frame(WebSocketFrame frame) {
        if (over || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
            return;
        }
        if (!frame.isContinuation()) {
            text = frame.isText();
            message = Buffer.buffer();
        }
        if (message.length() + frame.binaryData().length() > maxMessageBytes) {
            end(TOO_BIG, "message over " + maxMessageBytes + " bytes");
            return;
        }
        message.appendBuffer(frame.binaryData());
        if (frame.isFinal()) {
            deliver();
        }
    }

    private void deliver() {
        Buffer whole = message;
        message = Buffer.buffer();
        if (!text) {
            onBinary.accept(whole);
            return;
        }
        String decoded;
        try {
            decoded = decode(whole);
        } catch (CharacterCodingException e) {
            end(INVALID_PAYLOAD, "invalid UTF-8");
            return;
        }
        onText.accept(decoded);
    }

    private static String decode(Buffer bytes) throws CharacterCodingException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = decoder.decode(ByteBuffer.wrap(bytes.getBytes()));
        return decoded.toString();
    }

    private void end(short code, String reason) {
        over = true;
        socket.close(code, reason);
    }
}
