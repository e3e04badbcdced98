type Case = {
  lineId: string | null;
  status: string;
  issued: readonly unknown[];
  clock: { deadline: number | null; toldAt: number | null };
};

/** Finds, of those that are confirmed and have no notification yet, the one whose own delay ends first. */
export function nextToTell<C extends Case>(controllers: readonly C[]): C | undefined {
  const endOf = ({ clock }: C) => clock.deadline ?? Number.MAX_SAFE_INTEGER;
  return controllers
    .filter(
      ({ lineId, status, issued, clock }) =>
        lineId !== null && status === "confirmed" && issued.length === 0 && clock.toldAt === null,
    )
    .toSorted((one, other) => endOf(one) - endOf(other))[0];
}
