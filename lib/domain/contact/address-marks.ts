import { MAIL_PROVIDERS } from "@/lib/domain/access/mail-providers";
import { addressesIn } from "@/lib/domain/access/addresses";

/**
 * Marks of an address by which somebody signs for a controller. None of them forbids: each is said to whoever reads
 * what was signed. "public": anybody may open a mailbox there. "elsewhere": no address that is known of the controller has its
 * domain. "like-processor", "like-controller": its domain is almost the processor's, or almost the controller's.
 */
export type AddressMark = "public" | "elsewhere" | "like-processor" | "like-controller";

type Known = {
  /** Addresses or texts with addresses that are known of the controller: its own contact, its DPO. */
  controller: readonly string[];
  /** Addresses of the processor. */
  processor: readonly string[];
};

/** Returns what stands against an address, the graver first. */
export function marksOfAddress(email: string, { controller, processor }: Known): AddressMark[] {
  const domain = domainOf(email);
  const [ours, theirs] = [ownDomains(processor), ownDomains(controller)];
  const isTheirs = theirs.some((own) => domain === own || domain.endsWith(`.${own}`));
  return [
    ...(ours.some((own) => isLike(domain, own)) ? ["like-processor" as const] : []),
    ...(!isTheirs && theirs.some((own) => isLike(domain, own)) ? ["like-controller" as const] : []),
    ...(MAIL_PROVIDERS.has(domain) ? ["public" as const] : []),
    ...(!isTheirs && !MAIL_PROVIDERS.has(domain) ? ["elsewhere" as const] : []),
  ];
}

/** Marks of an address as a letter says them: the two gravest, "none" where there are fewer. */
export function markParams(marks: readonly AddressMark[]): { mark: string; secondMark: string } {
  const [mark = "none", secondMark = "none"] = marks.map((one) => IN_LETTERS[one]);
  return { mark, secondMark };
}

/** Names of the cases of a sentence, which hold no hyphen. */
const IN_LETTERS: Record<AddressMark, string> = {
  public: "public",
  elsewhere: "elsewhere",
  "like-processor": "likeProcessor",
  "like-controller": "likeController",
};

function ownDomains(texts: readonly string[]): string[] {
  const domains = addressesIn(texts).map(domainOf);
  return [...new Set(domains)].filter((domain) => !MAIL_PROVIDERS.has(domain));
}

function domainOf(email: string): string {
  return email.trim().toLowerCase().split("@")[1] ?? "";
}

/** Letters that look like others, of other scripts or of two: "rn" for "m", a Cyrillic "а". */
const LOOKS: readonly (readonly [string, string])[] = [
  ...[..."аaсcеeоoрpхxуyіiјjѕsһhԁdɡgνvοoαaτtκkιi"].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] ?? ""] as const] : [],
  ),
  ...(["rn m", "vv w", "0 o", "1 l", "i l", "5 s", "3 e"] as const).map((pair) => {
    const [seen = "", meant = ""] = pair.split(" ");
    return [seen, meant] as const;
  }),
];

function skeleton(domain: string): string {
  const plain = domain.normalize("NFKD").replace(/\p{M}/gu, "");
  return LOOKS.reduce((text, [seen, meant]) => text.replaceAll(seen, meant), plain);
}

/** Shorter names are a letter away from many others. */
const SHORTEST = 5;

/** True for another domain that is read as this one: the same name under another ending, one letter off, or one that holds it. */
function isLike(domain: string, own: string): boolean {
  if (domain === own || domain.endsWith(`.${own}`)) return false;
  const [name, ofOwn] = [skeleton(nameOf(domain)), skeleton(nameOf(own))];
  if (ofOwn.length < SHORTEST) return skeleton(domain) === skeleton(own);
  return name === ofOwn || name.includes(ofOwn) || distanceWithinTwo(name, ofOwn);
}

/** "mail.centre-atlas.co.ma" → "centre-atlas": the longest part is the one that people read. */
function nameOf(domain: string): string {
  return domain.split(".").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** True where two letters at most were changed, added or left out. */
function distanceWithinTwo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1)
      now[at] = Math.min(
        (before[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (before[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1),
      );
    before = now;
  }
  return (before[b.length] ?? 3) <= 2;
}
