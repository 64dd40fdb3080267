package kr.haetae.event;

/** Who confirms a hand-over of ballot boxes (인계, 인수). */
public enum CustodySide {
    GIVING,
    RECEIVING
}
