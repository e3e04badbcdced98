/** Whose page it stands on: the console of an organisation, by its slug. */
export type ThreadPlace = { side: "staff"; org: string };

/** The address of one thread on that side. */
export function threadHref(place: ThreadPlace, id: string): string {
  return `/${place.org}/threads/${id}`;
}
