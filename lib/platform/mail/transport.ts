import nodemailer from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { isClearTextRelay } from "@/lib/platform/environment/addresses";
import { env } from "@/lib/platform/environment/env";

export type Mail = {
  /** Constant over all tries. */
  messageId: string;
  /** ENVID, RFC 3461: delivery notifications repeat it. */
  envelopeId: string;
  to: { name: string; address: string };
  /** "fr", "en", "ar". */
  language: string;
  subject: string;
  text: string;
  html: string;
  /** Address that a mail client posts to where its reader wants no more of these letters, RFC 8058; null elsewhere. */
  oneClickLeave: string | null;
  /** A file that goes with it, as it is kept. */
  attachment: { fileName: string; contentType: string; bytes: Uint8Array } | null;
};

/**
 * Outcome of one try, in the relay's words, with its instant. `isNoticeAsked`: the relay offers delivery
 * notifications and was asked for them. `about` tells whom a refusal concerns.
 */
export type Delivery =
  | { kind: "accepted"; response: string; at: Date; isNoticeAsked: boolean }
  | { kind: "failed"; response: string; at: Date; replyCode?: number; about: "letter" | "connection" };

/** Limits of each step, in milliseconds; a letter's lease is far longer. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
const MAX_RESPONSE = 500;

/** True when letters can leave at all. */
export function canSend(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Hands one letter to the server that SMTP_URL names, once. Never throws for what a server or a network does. A reply
 * may be lost after the server took the letter: it is then sent again, under the same Message-ID.
 */
export async function sendMail(mail: Mail): Promise<Delivery> {
  const address = env().SMTP_URL ?? "";
  const transport = nodemailer.createTransport({
    ...parseConnectionUrl(address),
    // A server that offers no STARTTLS, or whose offer was struck out on the way, gets neither password nor letter.
    requireTLS: !isClearTextRelay(address),
    ignoreTLS: false,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPTransport.Options);
  try {
    const sent: Sent = await transport.sendMail(messageOf(mail));
    return {
      kind: "accepted",
      response: short(sent.response),
      at: new Date(),
      isNoticeAsked: sent.ehlo?.some((line) => /^DSN\b/i.test(line)) ?? false,
    };
  } catch (error) {
    return { kind: "failed", at: new Date(), ...explain(error) };
  } finally {
    transport.close();
  }
}

/** The message with its envelope. Delivery notifications are asked for where the relay offers them, RFC 3461. */
function messageOf({ to, language, attachment, envelopeId, oneClickLeave, ...mail }: Mail) {
  const { MAIL_FROM, MAIL_RETURN_PATH } = env();
  return {
    ...mail,
    from: MAIL_FROM,
    to,
    ...(MAIL_RETURN_PATH && { envelope: { from: MAIL_RETURN_PATH, to: to.address } }),
    dsn: {
      id: envelopeId,
      return: "headers",
      notify: ["success", "failure", "delay"],
      recipient: `rfc822;${to.address}`,
    },
    attachments: attachment
      ? [
          {
            filename: attachment.fileName,
            contentType: attachment.contentType,
            content: Buffer.from(attachment.bytes),
          },
        ]
      : [],
    // No holiday notice is wanted in answer (RFC 3834).
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": language,
      ...(oneClickLeave && {
        "List-Unsubscribe": `<${oneClickLeave}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** `ehlo`: what the relay said that it can do, a line each. */
type Sent = SMTPTransport.SentMessageInfo & { ehlo?: string[] };

type SmtpError = Error & { command?: string; responseCode?: number; response?: string };

/** Answers to these commands concern the letter: a refused sender is a wrong setting. */
const LETTER_COMMANDS = ["RCPT TO", "DATA"];

function explain(error: unknown): { response: string; replyCode?: number; about: "letter" | "connection" } {
  const { command = "", responseCode, response, message } = error as SmtpError;
  const about = LETTER_COMMANDS.includes(command) ? "letter" : "connection";
  const words = short(response ?? message);
  return { response: words, about, ...(responseCode === undefined ? {} : { replyCode: responseCode }) };
}

/** Shortens to one line, as long as a mail server's sentence. */
function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_RESPONSE);
}
