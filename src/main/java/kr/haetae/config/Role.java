package kr.haetae.config;

/** What a node is for. */
public enum Role {
    /** Takes commands and shows pictures. */
    FULL,
    /** Shows pictures of a replica of the database, and takes no command. */
    FEED
}
