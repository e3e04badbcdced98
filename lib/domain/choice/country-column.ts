/**
 * Meanings of a column of countries beside numbers: of which country they are, so that a number of another is refused, or
 * something else, a residence for example. Asked where the two contradict each other.
 */
export const COUNTRY_COLUMNS = ["numbers", "aside"] as const;
