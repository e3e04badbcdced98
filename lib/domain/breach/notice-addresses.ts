import { trimEndOf } from "@/lib/domain/text/trim-characters";

/** Ways to a controller that no contact of the register stands for. */
export const ROUTES = ["contract", "joint", "dpo", "main"] as const;
export type Route = (typeof ROUTES)[number];

/** Longest address that SMTP carries, RFC 5321. */
const MOST_LETTERS = 254;

/** Addresses of mailboxes that a text names, each once, in its order: "par courriel à securite@client.example". */
export function addressesIn(text: string): string[] {
  const found = text
    .split(/[\s<>()[\]{},;:"«»“”|]+/u)
    .map((word) => trimEndOf(word, ".!?"))
    .filter((word) => word.length <= MOST_LETTERS && /^[^@]+@[^@.]+\.[^@]+$/.test(word));
  return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()];
}
