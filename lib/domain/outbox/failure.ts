/** Failure of a try, as far as a mail server or the connection reported it. */
export type Failure = {
  /** The reply code of SMTP (RFC 5321, 4.2), absent when no server answered. */
  replyCode?: number;
  /** Stage of the failure: only an answer about the letter decides on the letter. */
  about: "letter" | "connection";
};

/**
 * True when trying again would get the same answer: a 5xx about the recipient or the letter. A 5xx to a greeting or a
 * password says that our settings are wrong, and they can be put right while the letter waits.
 */
export function isPermanent({ replyCode, about }: Failure): boolean {
  return about === "letter" && replyCode !== undefined && replyCode >= 500 && replyCode < 600;
}
