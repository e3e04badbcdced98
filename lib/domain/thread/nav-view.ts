/** View of threads that the menu opens while it shows their number: those that wait for the organisation, which it counts. */
export const THREADS_WAITING = "waiting";
