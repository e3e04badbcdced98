import { addressesIn, type Route } from "./notice-addresses";

/** A person or mailbox of the client that may be written to or called. */
export type Recipient = {
  /** Null for an address that is no contact's. */
  contactId: string | null;
  /** Origin of an address without a contact; null for a contact. */
  route: Route | null;
  name: string;
  /** "" where it can only be called. */
  address: string;
  phone: string;
  language: string;
};

type ClientSheet = {
  legalName: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  dpoContact: string;
  language: string;
};

type NightContact = { id: string; name: string; email: string; phone: string; language: string };

type Client = {
  sheet: ClientSheet;
  /** Way of notices by the contract in force; "" where it names none. */
  means: string;
  /** In the order in which they are tried. */
  night: readonly NightContact[];
};

/** Identifies one that may be reached, among those of its client. */
export function recipientId({ contactId, route }: Pick<Recipient, "contactId" | "route">): string {
  return contactId ?? route ?? "main";
}

/**
 * Orders who may be reached of a client, as they are tried: the address that the contract in force names for breaches, its data
 * protection officer, the contact on its sheet, its night contacts. Each mailbox once. No joint controller, article 26: it is
 * another controller, whom each notice is sent to beside.
 */
export function recipientsOfClient({ sheet, means, night }: Client): Recipient[] {
  const routed = (route: Route, name: string, address: string, phone = ""): Recipient => ({
    contactId: null,
    route,
    name: name || sheet.legalName,
    address,
    phone,
    language: sheet.language,
  });
  const firstIn = (text: string) => addressesIn(text).slice(0, 1);
  const all: Recipient[] = [
    ...firstIn(means).map((address) => routed("contract", "", address)),
    ...firstIn(sheet.dpoContact).map((address) => routed("dpo", "", address)),
    ...(sheet.contactEmail === "" && sheet.contactPhone === ""
      ? []
      : [routed("main", sheet.contactName, sheet.contactEmail, sheet.contactPhone)]),
    ...night.map(({ id, email, ...contact }) => ({
      contactId: id,
      route: null,
      address: email,
      name: contact.name,
      phone: contact.phone,
      language: contact.language,
    })),
  ];
  const isFirst = (one: Recipient, at: number) =>
    one.address === "" ||
    one.phone !== "" ||
    all.findIndex(({ address }) => address.toLowerCase() === one.address.toLowerCase()) === at;
  return all.filter(isFirst);
}
