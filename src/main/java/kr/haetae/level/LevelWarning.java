package kr.haetae.level;

/** What a commander should know before he declares a level; none of it forbids. */
public enum LevelWarning {
    /** The unit is under this level, or a higher one, already: nothing changes there while that lasts. */
    NO_EFFECT,
    /** A level of the unit's own is in force, or planned: this one comes beside it. */
    ANOTHER_OF_THE_UNIT,
    /** More people are planned for duty than the level's ceiling allows. */
    PLANNED_OVER_CEILING,
    /** Nobody is known to be available: the rooms have to say how many they order. */
    AVAILABLE_UNKNOWN,
    /** It lasts until somebody lifts it. */
    WITHOUT_END
}
