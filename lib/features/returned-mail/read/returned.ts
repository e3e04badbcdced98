import { factKindOf, parseDeliveryStatus, type MatchedBy } from "@/lib/domain/outbox/delivery-report";
import type { Reported } from "@/lib/features/outbox/read/queries";
import { sha256 } from "@/lib/platform/files/chunks";
import type { IncomingMessage } from "@/lib/platform/mail/message";
import { readMessage } from "@/lib/platform/parser/run-parser";

export type Returned = {
  message: IncomingMessage;
  /** Envelope id that the report repeats; "" for none. */
  envelopeId: string;
  /** Empty where the envelope's id alone may match, or for no report. */
  messageIds: string[];
  factsBy: (by: MatchedBy) => Reported[];
};

/**
 * Shape of the application's own envelope ids. An unknown id of this shape is treated as forged and matched by nothing
 * else.
 */
const OURS = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Null where the bytes are no message. */
export async function readReturned(bytes: Uint8Array): Promise<Returned | null> {
  const message = await readMessage(bytes);
  if (!message) return null;
  const report = message.deliveryStatus === null ? null : parseDeliveryStatus(message.deliveryStatus);
  if (report)
    return {
      message,
      envelopeId: report.envelopeId,
      messageIds: OURS.test(report.envelopeId) ? [] : message.quotedIds,
      factsBy: (by) =>
        report.recipients.flatMap((recipient) => {
          const kind = factKindOf(recipient, by);
          const { status, at, details } = recipient;
          const stated = {
            kind,
            server: report.server,
            status,
            details: [recipient.recipient, details].join(" ").trim(),
          };
          return kind
            ? [
                {
                  ...stated,
                  kind,
                  source: "notification" as const,
                  at: at ?? message.at,
                  digest: digestOf(stated, at),
                },
              ]
            : [];
        }),
    };
  return {
    message,
    envelopeId: "",
    messageIds: message.failedRecipients === "" ? [] : message.quotedIds,
    factsBy: () => [bouncedByText(message)],
  };
}

/** Reads the failed recipient from a header, for servers without a machine-readable part. */
function bouncedByText({ failedRecipients, subject, sender, at }: IncomingMessage): Reported {
  const stated = {
    kind: "bounced" as const,
    server: sender,
    status: "",
    details: `${failedRecipients} ${subject}`,
  };
  return { ...stated, source: "returned-mail", at, digest: digestOf(stated, at) };
}

function digestOf(stated: object, at: number | null): string {
  return sha256(new TextEncoder().encode(JSON.stringify([stated, at])));
}
