package kr.haetae.feed;

/** The sending side of one socket, as a session needs it. */
public interface Outlet {
    /** Whether the socket holds more than it could send. */
    boolean full();

    void send(String frame);

    /** Says why, then closes. */
    void end(Bye bye);
}
