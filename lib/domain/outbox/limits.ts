/** A mailbox of returned messages, many with the letter that came back. */
export const MAX_RETURNED_BYTES = 20 * 1024 * 1024;
