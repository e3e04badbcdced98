export type ThreadPlace = { side: "staff"; org: string } | { side: "contact"; contact: string };

export function threadHref(place: ThreadPlace, id: string): string {
  return place.side === "staff" ? `/${place.org}/threads/${id}` : `/portal/${place.contact}/threads/${id}`;
}
