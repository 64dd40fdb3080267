@NullMarked
package kr.haetae.ledger;

import org.jspecify.annotations.NullMarked;
