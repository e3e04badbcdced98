/** Whose page it stands on: the console of an organisation, or the portal of a contact. */
export type ThreadPlace = { side: "staff"; org: string } | { side: "contact"; contact: string };

/** The address of one thread on that side. */
export function threadHref(place: ThreadPlace, id: string): string {
  return place.side === "staff" ? `/${place.org}/threads/${id}` : `/portal/${place.contact}/threads/${id}`;
}

/** Instants are shown where whoever reads them works. */
export function zoneOf(side: ThreadPlace["side"]): "Africa/Casablanca" | "Europe/Paris" {
  return side === "staff" ? "Africa/Casablanca" : "Europe/Paris";
}
