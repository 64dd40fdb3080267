package kr.haetae.config;

import java.util.Optional;

/** What an operator adds to the map of the country; it needs neither. */
public record MapLayers(Optional<Boundaries> boundaries, Optional<Tiles> tiles) {
    public static final MapLayers NONE = new MapLayers(Optional.empty(), Optional.empty());
}
