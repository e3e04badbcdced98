import { MAIL_PROVIDERS } from "./mail-providers";

/** People who work for the processor: none of them may answer for its client, art. 28(2). */
export type OwnPeople = {
  /** Of members, of those invited as members, and of the DPO. */
  addresses: readonly string[];
  /** Whose domain is the processor's own: its address, and its owners'. */
  domainsOf: readonly string[];
};

export type AddressRefusal = "addressOfMember" | "addressOfOrganisation";

/** Why an address may not be a contact's of a controller; null where it may. */
export function refusalOfAddress(email: string, { addresses, domainsOf }: OwnPeople): AddressRefusal | null {
  if (addresses.some((own) => mailboxOf(own) === mailboxOf(email))) return "addressOfMember";
  const domain = domainOf(email);
  return ownDomains(domainsOf).some((own) => isWithin(domain, own)) ? "addressOfOrganisation" : null;
}

/** One mailbox has many spellings: capitals, and what stands after a plus sign. */
export function mailboxOf(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  return `${local.replace(/\+.*$/, "")}@${domain}`;
}

function ownDomains(emails: readonly string[]): string[] {
  const domains = emails.map(domainOf).filter((domain) => domain !== "" && !MAIL_PROVIDERS.has(domain));
  return [...new Set(domains)];
}

/** True for a domain itself and its subdomains: mail.centre.ma is within centre.ma. */
function isWithin(domain: string, own: string): boolean {
  return domain === own || domain.endsWith(`.${own}`);
}

function domainOf(email: string): string {
  return email.trim().toLowerCase().split("@")[1] ?? "";
}
