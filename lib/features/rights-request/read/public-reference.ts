import { randomBytes } from "node:crypto";
import type { RequestFile } from "@/lib/domain/rights-request/file";

/** Letters and figures that nobody takes for one another when they are read aloud. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 10;

/**
 * Makes the reference of a request for whoever is told of it outside the organisation, "D-7K3MP9QX2V": 50 random bits, so
 * that nobody learns from two of them how many requests there were.
 */
export function makePublicReference(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]);
  return `D-${signs.join("")}`;
}

/** True once the person was given the reference: by the receipt of the public form, or by an answer that left from here. */
export function isReferenceTold({ request, file }: Told): boolean {
  return request.channel === "public-form" || (file.answered?.value.letterIds ?? []).length > 0;
}
type Told = { request: { channel: string }; file: Pick<RequestFile, "answered"> };

/** Reference by which persons are told of a request; one received before there were random ones has its number. */
export function publicReferenceOf({
  publicReference,
  reference,
}: {
  publicReference: string | null;
  reference: string;
}): string {
  return publicReference ?? reference;
}
