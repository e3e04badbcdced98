/** Why a try failed, as far as a mail server or the way to it told. */
export type Failure = {
  /** The reply code of SMTP (RFC 5321, 4.2), absent when no server answered. */
  replyCode?: number;
  /** What was being said when it failed; only an answer about this letter is an answer to this letter. */
  about: "letter" | "connection";
};

/**
 * True when trying again would get the same answer: a 5xx about the recipient or the letter. A 5xx to a greeting or a
 * password says that our settings are wrong, and they can be put right while the letter waits.
 */
export function isPermanent({ replyCode, about }: Failure): boolean {
  return about === "letter" && replyCode !== undefined && replyCode >= 500 && replyCode < 600;
}
