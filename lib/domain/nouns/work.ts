/** Fields of a dated fact, whatever work of the DPO it is about. */
export const FACT_FIELDS = ["event", "on", "detail", "reason", "nextOn", "amount"] as const;

type Work<Id extends string, Place extends string> = {
  id: Id;
  /** Its list, below the pages of the DPO. */
  segment: string;
  /** Place of the palette where one is begun. */
  place: Place;
};

/** Declares what every noun of the DPO's work has; names of acts and events are held for ever, and each noun writes its own. */
export function workOf<const Id extends string, const Place extends string>(work: Work<Id, Place>) {
  const { id, segment, place } = work;
  return {
    id,
    fieldWords: `dpo-work.fields.${id}`,
    documents: [{ subject: id, read: `${id}.read`, write: `${id}.write`, segment: `dpo/${segment}` }],
    isSearched: true,
    listed: [
      { table: "dpo_work", column: "id" },
      { table: "dpo_work_version", column: "work_id" },
      { table: "dpo_work_fact", column: "work_id" },
    ],
    found: "work",
    places: [{ id: place, segment: `/dpo/${segment}/new`, needs: `${id}.write` }],
  } as const;
}
