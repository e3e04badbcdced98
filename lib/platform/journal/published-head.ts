import { createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { canonicalText } from "@/lib/domain/journal/canonical";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const point = z.strictObject({ seq: z.number().int().nonnegative(), hash });

const documentSchema = z.strictObject({
  v: z.literal(1),
  /** Signatory: the organisation whose journal it is, and the address of its Amana. */
  issuer: z.strictObject({ name: z.string(), address: z.string() }),
  chain: z.uuid(),
  day: z.iso.date(),
  at: z.iso.datetime({ precision: 3 }),
  seq: point.shape.seq,
  hash,
  /** Texts that clearings up to this entry emptied; absent in heads of an older Amana. */
  cleared: z.number().int().nonnegative().optional(),
  /** The chain of what belongs to no organisation, such as sign-ins, at the same moment. */
  platform: point.nullable(),
  key: z.strictObject({ id: z.uuid(), publicKey: z.string() }),
});
export type HeadDocument = z.output<typeof documentSchema>;

/**
 * A head of a day, the text that was signed, its signature in base64, and what an authority answered of the text (a
 * TimeStampResp in DER), where one was asked.
 */
export type PublishedHead = { document: HeadDocument; text: string; signature: string; stamp?: Uint8Array };

/** The head as it is signed: the canonical text of the document. */
export function signHead(document: HeadDocument, privateKey: KeyObject): PublishedHead {
  const text = canonicalText(document);
  return { document, text, signature: sign(null, Buffer.from(text), privateKey).toString("base64") };
}

/** Verifies the signature with the key that the document names. */
export function isSignedHead({ document, text, signature }: PublishedHead): boolean {
  const key = { key: Buffer.from(document.key.publicKey, "base64"), format: "der", type: "spki" } as const;
  try {
    return verify(null, Buffer.from(text), createPublicKey(key), Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

/**
 * Formats a line of ASCII for a letter: "amana-head-1.<document>.<signature>", both in base64url, and after a blank
 * "amana-stamp-1.<answer>" where the head has a stamp.
 */
export function headLine({ text, signature, stamp }: Omit<PublishedHead, "document">): string {
  const parts = [Buffer.from(text), Buffer.from(signature, "base64")].map((part) =>
    part.toString("base64url"),
  );
  const head = ["amana-head-1", ...parts].join(".");
  return stamp ? `${head} amana-stamp-1.${Buffer.from(stamp).toString("base64url")}` : head;
}

const LINE = /amana-head-1\.([\w-]+)\.([\w-]+)(?: amana-stamp-1\.([\w-]+))?/g;

/** Every head in a text that was downloaded, or copied from a letter; what cannot be read as one is none. */
export function readHeads(content: string): PublishedHead[] {
  return [...content.matchAll(LINE)].flatMap((line) => {
    const text = decode(itemAt(line, 1));
    const document = parseDocument(text);
    return document
      ? [
          {
            document,
            text,
            signature: Buffer.from(itemAt(line, 2), "base64url").toString("base64"),
            ...(line[3] !== undefined && { stamp: new Uint8Array(Buffer.from(line[3], "base64url")) }),
          },
        ]
      : [];
  });
}

/** The document of a signed text, or null. */
export function parseDocument(text: string): HeadDocument | null {
  try {
    return documentSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function decode(part: string): string {
  return Buffer.from(part, "base64url").toString("utf8");
}
