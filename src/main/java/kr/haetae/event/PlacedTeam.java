package kr.haetae.event;

import java.util.UUID;

/**
 * A team that a room can send, such as a patrol car.
 *
 * @param name what is said over the radio, unique in its unit, such as 역삼21
 */
public record PlacedTeam(UUID team, UnitCode unit, String name) {}
