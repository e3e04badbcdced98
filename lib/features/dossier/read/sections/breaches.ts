import type { JsonValue } from "@/lib/domain/journal/canonical";
import { controllerClock } from "@/lib/domain/breach/deadlines";
import { foldBreach, type BreachFile } from "@/lib/domain/breach/file";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import { findFacts, findInformed, findTerms } from "@/lib/features/breach/read/queries";
import { isChosen, type SectionQuery, type SectionSource } from "@/lib/features/dossier/read/section";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";

/** Lists each controller that a breach affected, with its deadline under art. 33(2) and when it was told. No drill. */
export const breachesSection: SectionSource = {
  columns: [
    "incident",
    "controller",
    "title",
    "awareAt",
    "hours",
    "deadline",
    "informedAt",
    "clock",
    "state",
  ],
  async *rows(tx, query) {
    const { at, words } = query;
    const t = await translator(words.locale, "breach");
    const breaches = await tx.breach.findMany({
      where: { isDrill: false, createdAt: { lte: at } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: {
        id: true,
        reference: true,
        title: true,
        controllers: { select: { id: true, controllerId: true } },
      },
    });
    for (const { id, reference, title, controllers } of breaches) {
      const facts = (await findFacts(tx, id)).filter(({ recordedAt }) => recordedAt <= at.getTime());
      const file = foldBreach(facts);
      const touched = file.places.filter(
        ({ status, controllerId }) => status === "confirmed" && isChosen(query, controllerId),
      );
      const clocks = await clocksOf(
        tx,
        { id, file, ids: touched.map(({ controllerId }) => controllerId) },
        query,
      );
      for (const { controllerId } of touched) {
        const part = controllers.find((one) => one.controllerId === controllerId);
        const { state, hours, deadline, informedAt } = clocks(controllerId);
        // The processor's own reference and title are told to no controller.
        const isOwn = query.audience !== "controller";
        const incident = isOwn ? reference : (part?.id ?? "");
        const name = query.nameOf(controllerId);
        yield {
          subject: isOwn ? id : null,
          cells: [
            ...[incident, name, isOwn ? title : "", words.instant(file.awareAt)],
            hours === null ? words.dossier("noHours") : String(hours),
            ...[words.instant(deadline), words.instant(informedAt)],
            ...[words.dossier(`clocks.${verdictOf(state, deadline)}`), t(`states.${file.status}`)],
          ],
          data: {
            ...{ incident, ...(isOwn && { title }), controller: name },
            ...{ awareAt: iso(file.awareAt), hours, deadline: iso(deadline), informedAt: iso(informedAt) },
            ...{ clock: verdictOf(state, deadline), state: file.status },
          } satisfies JsonValue,
        };
      }
    }
  },
};

/** "kept" and "missed" only against hours that a contract agreed: none are invented. */
function verdictOf(state: string, deadline: number | null): string {
  if (state === "told") return deadline === null ? "told-without-hours" : "kept";
  if (state === "told-late" || state === "late") return "missed";
  return state;
}

type Asked = { id: string; file: BreachFile; ids: string[] };

async function clocksOf(tx: Tx, { id, file, ids }: Asked, { at }: SectionQuery) {
  const now = at.getTime();
  const day = todayIn("Africa/Casablanca", file.awareAt ?? now);
  const terms = await findTerms(tx, ids, day);
  const informed = await findInformed(tx, [id]);
  const calendar = calendarOf({ country: null, address: "" }, { from: day });
  return (controllerId: string) =>
    controllerClock(
      {
        ...{
          awareAt: file.awareAt,
          terms: terms.get(controllerId) ?? null,
          law: "unknown" as const,
          calendar,
        },
        informed: (informed.get(`${id} ${controllerId}`) ?? []).filter((one) => one.at <= now),
      },
      now,
    );
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
