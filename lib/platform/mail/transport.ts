import nodemailer from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { env } from "@/lib/platform/env";

export type Mail = {
  /** The same at every try. */
  messageId: string;
  to: { name: string; address: string };
  /** "fr", "en", "ar". */
  language: string;
  subject: string;
  text: string;
  html: string;
  /** A file that goes with it, as it is kept. */
  attachment: { fileName: string; contentType: string; bytes: Uint8Array } | null;
};

/** What became of one try, in the server's words, and the instant they came. `about` tells whom a refusal concerns. */
export type Delivery =
  | { kind: "accepted"; response: string; at: Date }
  | { kind: "failed"; response: string; at: Date; replyCode?: number; about: "letter" | "connection" };

/** Where a server may be reached, so long for each step (milliseconds); a letter's lease is far longer. */
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
export async function sendMail({ to, language, attachment, ...mail }: Mail): Promise<Delivery> {
  const { SMTP_URL = "", MAIL_FROM } = env();
  const transport = nodemailer.createTransport({
    ...parseConnectionUrl(SMTP_URL),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPTransport.Options);
  try {
    const { response } = await transport.sendMail({
      ...mail,
      from: MAIL_FROM,
      to,
      ...(attachment && {
        attachments: [
          {
            filename: attachment.fileName,
            contentType: attachment.contentType,
            content: Buffer.from(attachment.bytes),
          },
        ],
      }),
      // No holiday notice is wanted in answer (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    });
    return { kind: "accepted", response: short(response), at: new Date() };
  } catch (error) {
    return { kind: "failed", at: new Date(), ...explain(error) };
  } finally {
    transport.close();
  }
}

type SmtpError = Error & { command?: string; responseCode?: number; response?: string };

/** Only what is answered to the recipient or the message concerns the letter: a sender refused is a wrong setting. */
const LETTER_COMMANDS = ["RCPT TO", "DATA"];

function explain(error: unknown): { response: string; replyCode?: number; about: "letter" | "connection" } {
  const { command = "", responseCode, response, message } = error as SmtpError;
  const about = LETTER_COMMANDS.includes(command) ? "letter" : "connection";
  const words = short(response ?? message);
  return { response: words, about, ...(responseCode === undefined ? {} : { replyCode: responseCode }) };
}

/** One line, as long as a mail server's sentence. */
function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, MAX_RESPONSE);
}
