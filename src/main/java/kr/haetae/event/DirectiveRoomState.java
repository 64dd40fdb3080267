package kr.haetae.event;

/** How far one room is with a directive; each includes those before. */
public enum DirectiveRoomState {
    UNREAD,
    READ,
    ACKNOWLEDGED,
    DONE
}
