/**
 * Who may do what: accounts and operations as the house ledger tells them, roles and their duties, passwords, log-in sessions and
 * tokens. Knows the ledger and the vocabulary; knows nothing of incidents, posts, HTTP or sockets.
 */
@NullMarked
package kr.haetae.auth;

import org.jspecify.annotations.NullMarked;
