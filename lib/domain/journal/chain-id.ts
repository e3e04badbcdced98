/** The chain of what belongs to no organisation, such as sign-ins. */
export const PLATFORM_CHAIN = "00000000-0000-0000-0000-000000000000";
