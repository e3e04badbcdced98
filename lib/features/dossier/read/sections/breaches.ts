import type { JsonValue } from "@/lib/domain/journal/canonical";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { noticeVerdict } from "@/lib/domain/breach/deadlines";
import { foldBreach, judgementOf, type BreachFile } from "@/lib/domain/breach/file";
import { todayIn } from "@/lib/domain/time/zones";
import { ownThresholdReader } from "@/lib/features/breach/read/own-threshold";
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
        const clock = file.leftUntold.has(controllerId) && informedAt === null ? "left-untold" : state;
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
            ...[words.dossier(`clocks.${clock}`), t(`states.${file.status}`)],
          ],
          data: {
            ...{ incident, ...(isOwn && { title }), controller: name },
            ...{ awareAt: iso(file.awareAt), hours, deadline: iso(deadline), informedAt: iso(informedAt) },
            clock,
            reason: file.leftUntold.get(controllerId)?.reason ?? "",
            state: file.status,
          } satisfies JsonValue,
        };
      }
    }
  },
};

type Asked = { id: string; file: BreachFile; ids: string[] };

async function clocksOf(tx: Tx, { id, file, ids }: Asked, { at }: SectionQuery) {
  const now = at.getTime();
  const day = todayIn("Africa/Casablanca", file.awareAt ?? now);
  const terms = await findTerms(tx, ids, day);
  const informed = await findInformed(tx, [id]);
  const ownHours = (await ownThresholdReader(tx))(file.awareAt);
  return (controllerId: string) => {
    const known = (informed.get(`${id} ${controllerId}`) ?? []).filter((one) => one.at <= now);
    const own = { terms: terms.get(controllerId) ?? null, informed: known };
    const judgement = judgementOf(file, controllerId);
    const verdict = noticeVerdict({ ...own, awareAt: file.awareAt, ownHours, judgement }, now);
    return { ...verdict, hours: own.terms?.hours ?? null, informedAt: controllerAwareAt(known) };
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
