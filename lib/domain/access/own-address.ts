import { MAIL_PROVIDERS } from "./mail-providers";

/** People who work for the processor: none of them may answer for its client, art. 28(2). */
export type OwnPeople = {
  /** Addresses of members, of people invited as members, and of the DPO. */
  addresses: readonly string[];
  /** Addresses whose domain belongs to the processor: its own, its owners', and one at each domain that it states. */
  domainsOf: readonly string[];
};

export type AddressRefusal = "addressOfMember" | "addressOfOrganisation";

/** Refuses an address of the processor's own as a controller's contact; null where it may be one. */
export function refusalOfAddress(email: string, { addresses, domainsOf }: OwnPeople): AddressRefusal | null {
  if (addresses.some((own) => mailboxOf(own) === mailboxOf(email))) return "addressOfMember";
  const domain = domainOf(email);
  return ownDomains(domainsOf).some((own) => isWithin(domain, own)) ? "addressOfOrganisation" : null;
}

/** Normalises capitals and the part after a plus sign, since one mailbox has many spellings. */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  return `${local.split("+", 1)[0]}@${domain}`;
}

/** Domains that belong to whoever uses the addresses: a provider of mailboxes has many customers. */
export function ownDomains(emails: readonly string[]): string[] {
  const domains = emails.map(domainOf).filter((domain) => domain !== "" && !MAIL_PROVIDERS.has(domain));
  return [...new Set(domains)];
}

/** True for a domain itself and its subdomains: mail.centre.ma is within centre.ma. */
export function isWithin(domain: string, own: string): boolean {
  return domain === own || domain.endsWith(`.${own}`);
}

/** Domain of an address, "" where it has none. */
export function domainOf(email: string): string {
  return email.trim().toLowerCase().split("@")[1] ?? "";
}
