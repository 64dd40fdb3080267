package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * The seals and cameras of one storage. Apart from the {@link Storage}, so that their numbers are sent to the stations that need
 * them.
 *
 * @param seals the numbers that hold now
 * @param cameras by their names
 */
public record StorageDetail(@JsonIgnore UUID post, @JsonIgnore UnitCode unit, List<String> seals, List<Camera> cameras)
        implements
            Entity {
    public static final String KIND = "storage-detail";

    /** What is known of a camera. */
    public enum CameraState {
        UP,
        DOWN,
        /** The system that told of it is silent. */
        UNKNOWN
    }

    /**
     * @param system the machine that tells of it; absent when it was entered by hand
     * @param gap the open gap that it is in, if in one
     */
    public record Camera(String camera, CameraState state, Instant since, @Nullable UUID system, @Nullable UUID gap) {}

    public StorageDetail {
        seals = List.copyOf(seals);
        cameras = List.copyOf(cameras);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static StorageDetail placed(UUID post, UnitCode unit) {
        return new StorageDetail(post, unit, List.of(), List.of());
    }

    @Override
    public Key key() {
        return key(post);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    Optional<Camera> camera(String name) {
        return cameras.stream().filter(it -> it.camera().equals(name)).findFirst();
    }

    Storage.CameraCount count() {
        return new Storage.CameraCount(count(CameraState.UP), count(CameraState.DOWN), count(CameraState.UNKNOWN));
    }

    private int count(CameraState state) {
        return (int) cameras.stream().filter(it -> it.state() == state).count();
    }

    StorageDetail of(UnitCode now) {
        return new StorageDetail(post, now, seals, cameras);
    }

    StorageDetail sealed(List<String> numbers) {
        return new StorageDetail(post, unit, numbers, cameras);
    }

    StorageDetail with(Camera camera) {
        List<Camera> now = new ArrayList<>(cameras);
        now.removeIf(it -> it.camera().equals(camera.camera()));
        now.add(camera);
        now.sort(Comparator.comparing(Camera::camera));
        return new StorageDetail(post, unit, seals, now);
    }

    /** Nothing is missed of what is not watched. */
    StorageDetail withoutGaps() {
        return new StorageDetail(post, unit, seals, cameras.stream()
                .map(it -> new Camera(it.camera(), it.state(), it.since(), it.system(), null)).toList());
    }
}
