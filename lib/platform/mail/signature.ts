import { Resolver as DnsResolver } from "node:dns/promises";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { z } from "zod";

/** A DKIM signature (RFC 6376) that held when the message came in. */
export type MailSignature = {
  /** The one address of the From field. */
  from: string;
  domain: string;
  selector: string;
  /** Record in the DNS, with the key by which it held. */
  publishedKey: string;
};

/** Asks the DNS: name and type of a record. Throws where there is none. */
export type Resolver = (name: string, type: string) => Promise<string[][]>;

/** Shorter keys of RSA are broken (RFC 8301). */
const LEAST_BITS = 1024;

/** An answer of a person has one signature or two; each costs a question to the DNS and a verification. */
const MOST_SIGNATURES = 10;
/** Milliseconds of a question to the DNS, asked twice at most. */
const DNS_LIMITS = { timeout: 3_000, tries: 2 };

/** The resolver of the operating system: nothing is connected to that the message names. */
const askSystem: Resolver = (name) => new DnsResolver(DNS_LIMITS).resolveTxt(name);

/**
 * Finds the signatures of a message that hold over its From field and its whole body, of a domain that the From field is
 * within (RFC 7489, aligned). Empty for none, for several authors, and where the DNS does not answer.
 */
export async function findSignatures(
  message: Uint8Array,
  resolver: Resolver = askSystem,
): Promise<MailSignature[]> {
  if (countSignatures(message) > MOST_SIGNATURES) return [];
  const { headerFrom, results } = await dkimVerify(Buffer.from(message), {
    resolver,
    minBitLength: LEAST_BITS,
  });
  const [from, ...others] = headerFrom;
  if (!from || others.length > 0) return [];
  return z
    .array(resultSchema)
    .parse(results)
    .flatMap((one) => {
      const { signingDomain: domain, selector, rr: publishedKey, status, signingHeaders } = one;
      const isSigned =
        signingHeaders?.keys
          .toLowerCase()
          .split(":")
          .some((field) => field.trim() === "from") ?? false;
      // With a length of its own a signature leaves room after the part that it covers.
      if (status.result !== "pass" || one.canonBodyLengthLimited || !isSigned) return [];
      const of = from.toLowerCase().split("@")[1] ?? "";
      const isAligned = domain.includes(".") && (of === domain || of.endsWith(`.${domain}`));
      return isAligned ? [{ from, domain, selector, publishedKey }] : [];
    });
}

/** Counts the fields that would each be verified, above the first blank line. */
function countSignatures(message: Uint8Array): number {
  const text = Buffer.from(message).toString("latin1");
  const [head = ""] = text.split(/\r?\n\r?\n/, 1);
  return head.split("\n").filter((line) => line.toLowerCase().startsWith("dkim-signature")).length;
}

/** Fields that the library's types leave out. */
const resultSchema = z.object({
  signingDomain: z
    .string()
    .default("")
    .transform((domain) => domain.toLowerCase()),
  selector: z.string().default(""),
  rr: z.string().default(""),
  status: z.object({ result: z.string() }),
  canonBodyLengthLimited: z.boolean().default(false),
  signingHeaders: z.object({ keys: z.string() }).optional(),
});
