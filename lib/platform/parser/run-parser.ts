import { Readable } from "node:stream";
import { z } from "zod";
import type { ParsedFeed } from "@/lib/platform/feed/parse-feed";
import { DOCUMENT_REFUSALS, DOCUMENT_TYPES, type Sniffed } from "@/lib/platform/files/document-type";
import type { SniffedImage, SniffRefusal } from "@/lib/platform/files/sniff-image";
import { childLines, type ChildLimits } from "@/lib/platform/log/child-lines";
import { log } from "@/lib/platform/log/log";
import type { Email } from "@/lib/platform/mail/email-mime";
import type { IncomingMessage } from "@/lib/platform/mail/message";
import type { MailSignature } from "@/lib/platform/mail/signature";
import type { ParserRequest } from "./answer-in-child";

/** A harmless file of the largest size takes a tenth of it; a machine that other work shares takes no more processor. */
const LIMITS: ChildLimits = { megabytes: 256, seconds: 5 };

/** Programs by kind, so that a file does not wait for the libraries of mail to load. */
const PROGRAMS = {
  document: "lib/platform/parser/file-child.ts",
  image: "lib/platform/parser/file-child.ts",
  message: "lib/platform/parser/mail-child.ts",
  email: "lib/platform/parser/email-child.ts",
  signatures: "lib/platform/parser/signature-child.ts",
  feed: "lib/platform/parser/feed-child.ts",
} as const;

/** The type of a document by its bytes; one on which its child died is broken. */
export function readDocumentType(bytes: Uint8Array, limits?: ChildLimits): Promise<Sniffed> {
  return run(bytes, { kind: "document" }, { schema: sniffedSchema, otherwise: "broken", limits });
}

/** The type and size of an image; one on which its child died is broken. */
export function readImage(bytes: Uint8Array, limits?: ChildLimits): Promise<SniffedImage | SniffRefusal> {
  return run(bytes, { kind: "image" }, { schema: imageSchema, otherwise: "broken", limits });
}

/** A message; null where it is none, and where its child died. */
export function readMessage(bytes: Uint8Array, limits?: ChildLimits): Promise<IncomingMessage | null> {
  return run(bytes, { kind: "message" }, { schema: messageSchema, otherwise: null, limits });
}

/** The words of an e-mail brought as a document; null where it is none, and where its child died. */
export function readEmail(bytes: Uint8Array, limits?: ChildLimits): Promise<Email | null> {
  return run(bytes, { kind: "email" }, { schema: emailSchema, otherwise: null, limits });
}

/** Signatures that hold, by the system's resolver; none where the child died. */
export function readSignatures(bytes: Uint8Array, limits?: ChildLimits): Promise<MailSignature[]> {
  return run(bytes, { kind: "signatures" }, { schema: z.array(signatureSchema), otherwise: [], limits });
}

/** A feed; null where the bytes are none, and where its child died. */
export function readFeedBytes(
  bytes: Uint8Array,
  { contentType, base }: { contentType: string; base: string },
  limits?: ChildLimits,
): Promise<ParsedFeed | null> {
  const asked = { kind: "feed", contentType, base } as const;
  return run(bytes, asked, { schema: feedSchema, otherwise: null, limits });
}

type Answer<T> = { schema: z.ZodType<T>; otherwise: T; limits: ChildLimits | undefined };

/**
 * Parses what others made in a process of its own, with limits of heap and processor time: a crafted file ends that process,
 * and holds no page. A child that was made to answer something else has read nothing.
 */
async function run<T>(
  bytes: Uint8Array,
  asked: ParserRequest,
  { schema, otherwise, limits = LIMITS }: Answer<T>,
): Promise<T> {
  const input = Readable.from([Buffer.from(`${JSON.stringify(asked)}\n`), bytes]);
  const lines = childLines(PROGRAMS[asked.kind], input, limits);
  try {
    let answer = "";
    for await (const line of lines) answer ||= line;
    return schema.parse(JSON.parse(answer));
  } catch (error) {
    log.warn({ err: error, kind: asked.kind, bytes: bytes.length }, "what somebody sent could not be parsed");
    return otherwise;
  }
}

const sniffedSchema = z.enum([...DOCUMENT_TYPES, ...DOCUMENT_REFUSALS]);

const imageSchema = z.union([
  z.enum(["svg", "type", "broken"]),
  z.object({ contentType: z.enum(["image/png", "image/jpeg"]), width: z.number(), height: z.number() }),
]);

const messageSchema = z
  .object({
    digest: z.string(),
    sender: z.string(),
    from: z.string(),
    isAutomatic: z.boolean(),
    subject: z.string(),
    at: z.number().nullable(),
    deliveryStatus: z.string().nullable(),
    failedRecipients: z.string(),
    quotedIds: z.array(z.string()),
    answeredIds: z.array(z.string()),
  })
  .nullable();

const emailSchema = z
  .object({
    sender: z.string(),
    address: z.string(),
    subject: z.string(),
    at: z.number().nullable(),
    text: z.string(),
  })
  .nullable();

const signatureSchema = z.object({
  from: z.string(),
  domain: z.string(),
  selector: z.string(),
  publishedKey: z.string(),
});

const feedSchema = z
  .object({
    title: z.string(),
    entries: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        url: z.string(),
        publishedAt: z.coerce.date().nullable(),
      }),
    ),
  })
  .nullable();
