import type { Informed } from "@/lib/domain/breach/clocks";
import { controllerClock, isTold } from "@/lib/domain/breach/deadlines";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findInformed, findTerms } from "./queries";

export type RunningBreach = {
  id: string;
  reference: string;
  title: string;
  isDrill: boolean;
  awareAt: number | null;
  /** Controllers that nobody told yet, among those not set aside. */
  untold: number;
  /** The first contractual deadline among them. */
  deadline: number | null;
};

/** Open breaches with a controller that is not told, or none known yet: shown on every page. */
export async function findRunning(tx: Tx, now: number): Promise<RunningBreach[]> {
  const rows = await tx.breach.findMany({
    where: { status: { not: "closed" } },
    orderBy: { createdAt: "asc" },
    take: 20,
    select: {
      ...{ id: true, reference: true, title: true, isDrill: true, awareAt: true },
      controllers: { where: { status: { not: "set-aside" } }, select: { controllerId: true } },
    },
  });
  if (rows.length === 0) return [];
  const informed = await findInformed(
    tx,
    rows.map(({ id }) => id),
  );
  const running: RunningBreach[] = [];
  for (const { controllers, awareAt, ...row } of rows) {
    const ids = controllers.map(({ controllerId }) => controllerId);
    const clocks = await clocksOf(tx, { id: row.id, awareAt, ids, informed }, now);
    const untold = clocks.filter(({ state }) => !isTold(state));
    if (ids.length > 0 && untold.length === 0) continue;
    const deadlines = untold.flatMap(({ deadline }) => deadline ?? []);
    const deadline = deadlines.length > 0 ? Math.min(...deadlines) : null;
    running.push({ ...row, awareAt: awareAt?.getTime() ?? null, untold: untold.length, deadline });
  }
  return running;
}

type Running = { id: string; awareAt: Date | null; ids: string[]; informed: Map<string, Informed[]> };

async function clocksOf(tx: Tx, { id, awareAt, ids, informed }: Running, now: number) {
  const day = todayIn("Africa/Casablanca", awareAt?.getTime() ?? now);
  const terms = await findTerms(tx, ids, day);
  const calendar = calendarOf({ country: null, address: "" }, { from: day });
  return ids.map((controllerId) =>
    controllerClock(
      {
        ...{ awareAt: awareAt?.getTime() ?? null, terms: terms.get(controllerId) ?? null },
        ...{ informed: informed.get(`${id} ${controllerId}`) ?? [], law: "unknown" as const, calendar },
      },
      now,
    ),
  );
}
