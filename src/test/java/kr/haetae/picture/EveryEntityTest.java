package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vavr.collection.TreeMap;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Hash;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever adds a kind of entity need not think of snapshots: each is found here, filled and read back. */
class EveryEntityTest {
    private static final Instant WHEN = Instant.parse("2026-06-03T10:07:21.114000789Z");

    @TestFactory
    Stream<DynamicTest> roundTrips() {
        List<Class<?>> kinds = entities();
        assertThat(kinds).hasSizeGreaterThan(4);
        return kinds.stream().map(kind -> DynamicTest.dynamicTest(kind.getSimpleName(), () -> {
            assertThat(kind.isRecord()).as("%s must be a record", kind).isTrue();
            for (boolean absent : new boolean[]{false, true}) {
                Object entity = record(kind, absent);
                byte[] bytes = ByComponents.MAPPER.writeValueAsBytes(entity);
                assertThat((Object) ByComponents.MAPPER.readValue(bytes, kind)).isEqualTo(entity);
            }
        }));
    }

    static List<Class<?>> entities() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("kr.haetae").stream()
                .filter(type -> type.isAssignableTo(Entity.class) && !type.isInterface())
                .<Class<?>>map(JavaClass::reflect).toList();
    }

    /** @param absent whether what may be absent is */
    private static Object record(Class<?> type, boolean absent) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], absent);
        }
        Constructor<?> constructor = type
                .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static @Nullable Object component(RecordComponent component, boolean absent)
            throws ReflectiveOperationException {
        AnnotatedType type = component.getAnnotatedType();
        return absent && type.isAnnotationPresent(Nullable.class) ? null : value(component.getGenericType(), absent);
    }

    private static Object value(Type type, boolean absent) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == io.vavr.collection.SortedMap.class) {
                return TreeMap.<Object, Object>empty(Comparator.comparing(Object::toString))
                        .put(value(of[0], absent), value(of[1], absent));
            }
            return switch (raw.getSimpleName()) {
                case "List" -> List.of(value(of[0], absent), value(of[0], absent));
                case "Set" -> Set.of(value(of[0], absent));
                case "Map" -> Map.of(value(of[0], absent), value(of[1], absent));
                default -> throw new AssertionError("an entity's components hold no " + type);
            };
        }
        return plain((Class<?>) type, absent);
    }

    private static Object plain(Class<?> type, boolean absent) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type == UnitCode.class) {
            return new UnitCode("seoul-gangnam");
        }
        if (type.isRecord()) {
            return record(type, absent);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "경찰 \"24\"";
            case "UUID" -> UUID.fromString("0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d");
            case "Instant" -> WHEN;
            case "Duration" -> Duration.ofMillis(90_061_001);
            case "LocalDate" -> LocalDate.of(2026, 6, 3);
            case "Hash" -> Hash.of(new byte[]{1});
            case "Sums" -> Sums.of(Map.of("incidents.open", 3L, "posts", 5_000_000_000L));
            case "int", "Integer" -> 3;
            case "long", "Long" -> 5_000_000_000L;
            case "double", "Double" -> 37.123456789;
            case "boolean", "Boolean" -> true;
            default -> throw new AssertionError("an entity's components hold no " + type);
        };
    }
}
