package kr.haetae.event;

/** Who goes into a storage: the commission's staff, observers of parties and candidates, the police, others. */
public enum StorageVisitor {
    COMMISSION,
    OBSERVER,
    POLICE,
    OTHER
}
