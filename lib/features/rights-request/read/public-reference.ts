import { randomBytes } from "node:crypto";

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
