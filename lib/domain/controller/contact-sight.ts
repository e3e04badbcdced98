/** A contact as a merge found it: whose contact it was, and whose rows it saw; none: those of its own controller. */
export type SeenBy = { id: string; controllerId: string; sees: readonly string[] };

type Named = { id: string; label: string };

/** Controllers whose rows a contact of merged controllers sees. */
export type ContactSight = {
  /** Controllers seen before any merge: they need no confirmation, and none removes them. */
  own: Named[];
  /** The others, with whether a steward confirmed the contact for their rows. */
  others: (Named & { isConfirmed: boolean })[];
  /** False while the contact is not confirmed for the controller that remains: it reads, and binds nobody. */
  mayDecide: boolean;
};

/** `merges` are the contacts that each merge in force found, the oldest first. */
export function describeSight(
  contact: SeenBy,
  merges: readonly (readonly SeenBy[])[],
  controllers: readonly Named[],
): ContactSight {
  const found = merges.flat().find(({ id }) => id === contact.id);
  const [before, now] = [new Set(seenBy(found ?? { ...contact, sees: [] })), new Set(seenBy(contact))];
  return {
    own: controllers.filter(({ id }) => before.has(id)),
    others: controllers
      .filter(({ id }) => !before.has(id))
      .map((controller) => ({ ...controller, isConfirmed: now.has(controller.id) })),
    mayDecide: mayDecide(contact),
  };
}

/** False for a contact that is not confirmed for the controller that remains. */
export function mayDecide(contact: SeenBy): boolean {
  return seenBy(contact).includes(contact.controllerId);
}

/** Lists the controllers opened to each contact and closed to it, of the contacts known before and after. */
export function sightChanges(before: readonly SeenBy[], after: readonly SeenBy[]) {
  const earlier = new Map(before.map((contact) => [contact.id, seenBy(contact)]));
  return after.flatMap((contact) => {
    const [saw, sees] = [earlier.get(contact.id), seenBy(contact)];
    if (!saw) return [];
    const opened = sees.filter((id) => !saw.includes(id)).sort();
    const closed = saw.filter((id) => !sees.includes(id)).sort();
    return opened.length + closed.length > 0 ? [{ id: contact.id, opened, closed }] : [];
  });
}

function seenBy({ controllerId, sees }: SeenBy): readonly string[] {
  return sees.length > 0 ? sees : [controllerId];
}

/** Lists the controllers seen after a confirmation for some of the others; empty: its own controller alone. */
export function confirmedSight(
  { own, others }: ContactSight,
  confirmed: readonly string[],
  controllerId: string,
) {
  const seen = [...own, ...others.filter(({ id }) => confirmed.includes(id))].map(({ id }) => id);
  return seen.length === 1 && seen[0] === controllerId ? [] : seen;
}
