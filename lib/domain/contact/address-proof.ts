import { MAIL_PROVIDERS } from "@/lib/domain/access/mail-providers";

/**
 * Means by which an address is proven to belong to a controller, none of them in the processor's hand. Words:
 * `contact.proofs.<means>`, `portal-decision.certificate.proofs.<means>`.
 */
export const PROOF_MEANS = ["contact", "signed-mail", "silence"] as const;
export type ProofMeans = (typeof PROOF_MEANS)[number];

/** Days in which nobody at a known address objected to a new signatory. A decision of ours: no article counts them. */
export const SILENCE_DAYS = 14;

const DAY_MS = 86_400_000;

export type SignedMail = {
  /** The one address of its From field. */
  from: string;
  /** Domain whose DKIM signature over the From field and the whole body held at arrival. */
  domain: string;
};

type Claim = {
  /** The address by which somebody signs. */
  email: string;
  /** Addresses of the controller that a published head bound before the invitation. */
  known: readonly string[];
};

/**
 * True where an answer from the address proves it: its domain signed, and that domain is one of the controller's known
 * addresses. Of a provider of mailboxes the very address must be known: its domain is everybody's.
 */
export function isProvenByMail({ from, domain }: SignedMail, { email, known }: Claim): boolean {
  const address = email.toLowerCase();
  if (from.toLowerCase() !== address || !isWithin(domainOf(address), domain.toLowerCase())) return false;
  if (known.includes(address)) return true;
  const own = known.map(domainOf).filter((one) => !MAIL_PROVIDERS.has(one));
  return own.some((one) => isWithin(domainOf(address), one));
}

export type ToldLetter = {
  address: string;
  /** Instant at which the server of the address took it, in milliseconds; null where none did. */
  acceptedAt: number | null;
  /** True where it came back. */
  isBounced: boolean;
};

/** Letters that reached known addresses other than the one claimed, so long ago that silence proves it; empty: none yet. */
export function lettersOfSilence<Letter extends ToldLetter>(
  letters: readonly Letter[],
  { email, known }: Claim,
  now: number,
): Letter[] {
  return letters.filter(({ address, acceptedAt, isBounced }) => {
    const to = address.toLowerCase();
    const isOther = to !== email.toLowerCase() && known.includes(to);
    return isOther && !isBounced && acceptedAt !== null && now - acceptedAt >= SILENCE_DAYS * DAY_MS;
  });
}

/** True for a domain itself and its subdomains. */
function isWithin(domain: string, of: string): boolean {
  return domain === of || domain.endsWith(`.${of}`);
}

function domainOf(address: string): string {
  return address.toLowerCase().split("@")[1] ?? "";
}
