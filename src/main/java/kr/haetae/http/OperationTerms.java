package kr.haetae.http;

import java.time.InstantSource;

/**
 * On what terms operations are created here.
 *
 * @param clock real time, by the database's clock
 * @param elections whether real elections may run on this node's database
 */
public record OperationTerms(InstantSource clock, boolean elections) {}
