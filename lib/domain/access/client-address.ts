import { domainOf, isWithin, mailboxOf, ownDomains } from "./own-address";

/** Controller with the addresses by which it is known: of its sheet, of its DPO, of its contacts. */
export type AddressedClient = { id: string; addresses: readonly string[] };

/** `addressOfContact`: known as a client's; `addressOfClient`: of the domain of one. */
export type AuditorRefusal = "addressOfContact" | "addressOfClient";

/**
 * Refuses that an address which is known as a client's reads what belongs to another, 28(3)(b), 32: an audit that a controller
 * asks for, 28(3)(h), is of its own processing. `covered`: the clients whose rows would be read; null is every one. A domain alone
 * is asked about, since a firm may audit for another and be a client itself.
 */
export function refusalOfAuditor(
  email: string,
  covered: readonly string[] | null,
  clients: readonly AddressedClient[],
): AuditorRefusal | null {
  const exceeds = (own: readonly AddressedClient[]) =>
    own.length > 0 && (covered === null || covered.some((id) => !own.some((client) => client.id === id)));
  const known = clients.filter(({ addresses }) =>
    addresses.some((one) => mailboxOf(one) === mailboxOf(email)),
  );
  if (exceeds(known)) return "addressOfContact";
  const domain = domainOf(email);
  const ofDomain = clients.filter(({ addresses }) =>
    ownDomains(addresses).some((own) => isWithin(domain, own)),
  );
  return exceeds(ofDomain) ? "addressOfClient" : null;
}

/** Addresses that a text holds, which a person wrote freely: "DPO: dpo@orvelle.example, 01 23…". */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,;:<>()]+/).filter((word) => word.includes("@"));
}
