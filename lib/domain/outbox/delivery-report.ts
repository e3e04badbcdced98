import type { LetterFactKind } from "./letter-facts";

/** RFC 3464, 2.3: report on one recipient. */
export type ReportedRecipient = {
  /** failed, delayed, delivered, relayed or expanded; anything else is no answer of ours to read. */
  action: string;
  recipient: string;
  /** Enhanced status code, RFC 3463. */
  status: string;
  /** In the server's words. */
  details: string;
  /** Instant of the last try, in milliseconds; null where it is absent. */
  at: number | null;
};

export type DeliveryReport = {
  /** ENVID given with the letter; "" where the report repeats none. */
  envelopeId: string;
  /** The server that reports. */
  server: string;
  recipients: ReportedRecipient[];
};

/** A letter has one recipient; an alias on the way may be several. */
const MOST_RECIPIENTS = 20;
const LONGEST_VALUE = 500;

/** Reads the machine's part of a delivery status notification (`message/delivery-status`); null where it is none. */
export function parseDeliveryStatus(text: string): DeliveryReport | null {
  const [message, ...blocks] = text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
  if (!message?.has("reporting-mta") || blocks.length === 0) return null;
  return {
    envelopeId: message.get("original-envelope-id") ?? "",
    server: stripType(message.get("reporting-mta")),
    recipients: blocks.slice(0, MOST_RECIPIENTS).map(recipientOf),
  };
}

/** The fields of a block by their lower-case names, each on one line; the first of a name counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== "" && !fields.has(name))
      fields.set(
        name,
        line
          .slice(colon + 1)
          .trim()
          .slice(0, LONGEST_VALUE),
      );
  }
  return fields;
}

function recipientOf(fields: Map<string, string>): ReportedRecipient {
  const at = Date.parse(fields.get("last-attempt-date") ?? "");
  const [status = ""] = (fields.get("status") ?? "").split(/\s/);
  return {
    action: (fields.get("action") ?? "").toLowerCase(),
    recipient: stripType(fields.get("final-recipient") ?? fields.get("original-recipient")),
    status,
    details: stripType(fields.get("diagnostic-code")),
    at: Number.isNaN(at) ? null : at,
  };
}

/** The value of "rfc822; a@b.example" or "dns; mx.example". */
function stripType(value = ""): string {
  return value.slice(value.indexOf(";") + 1).trim();
}

const KINDS: Record<string, LetterFactKind> = {
  failed: "bounced",
  delivered: "delivered",
  delayed: "delayed",
  relayed: "relayed",
  expanded: "expanded",
};

/** Match of a report with a letter: by the envelope's id, which nobody guesses, or by its Message-ID. */
export type MatchedBy = "envelope" | "message";

/**
 * Returns the fact that a recipient's line proves; null where it proves none. Any recipient knows the
 * Message-ID, so a match by it alone proves only that the letter came back.
 */
export function factKindOf({ action }: ReportedRecipient, by: MatchedBy): LetterFactKind | null {
  const kind = KINDS[action] ?? null;
  return by === "envelope" || kind === "bounced" ? kind : null;
}
