import { attendanceOf } from "@/lib/domain/dpo-work/attendance";
import { contentSchemas } from "@/lib/domain/dpo-work/content";
import { heldOn, workStatusOn } from "@/lib/domain/dpo-work/status";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { defineSection, type SectionQuery } from "@/lib/features/dossier/read/section";
import { findFacts, type StoredFact } from "@/lib/features/dpo-work/read/queries";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** Trainings of art. 39(1)(b) and who attended; a controller is given numbers, since the names are the processor's staff. */
export const trainingsSection = defineSection({
  columns: [
    "reference",
    "subject",
    "state",
    "heldOn",
    "minutes",
    "trainer",
    "programme",
    "staffCount",
    "headcount",
    "othersCount",
    "staff",
    "others",
  ],
  listed: ["reference", "subject", "state", "heldOn", "minutes"],
  async *rows(tx, query) {
    const t = await translator(query.words.locale, "dpo-work");
    const rows = await findVersionsAt(tx, query);
    const facts = await findFactsAt(
      tx,
      rows.map(({ workId }) => workId),
      query,
    );
    for (const { workId, ...row } of rows) yield describe(row, facts.get(workId) ?? [], query, { t, workId });
  },
});

type TrainingVersion = { reference: string; snapshot: unknown };
type TrainingContext = { t: Awaited<ReturnType<typeof translator>>; workId: string };

function describe(
  { reference, snapshot }: TrainingVersion,
  facts: readonly StoredFact[],
  { audience, day, words }: SectionQuery,
  { t, workId }: TrainingContext,
) {
  const content = contentSchemas.training.parse((snapshot as { content: unknown }).content);
  const work = { kind: "training" as const, content, facts };
  const status = workStatusOn(work, day).word;
  const attended = attendanceOf(content, facts);
  const isHeld = status === "held" || status === "lapsed";
  const on = isHeld ? heldOn(work) : content.on;
  const { title, minutes, trainer, programme, headcount } = content;
  const count = (names: readonly string[]) => (isHeld ? names.length : null);
  const [staffCount, othersCount] = [count(attended.staff), count(attended.others)];
  const isNamed = audience !== "controller";
  const named = isNamed && isHeld ? attended : { staff: [], others: [] };
  return {
    subject: isNamed ? workId : null,
    drawnOf: workId,
    cells: {
      reference,
      subject: title,
      state: t(`statuses.training.${status}`),
      heldOn: words.day(on),
      minutes: numeral(minutes),
      trainer: isNamed ? trainer : "",
      programme,
      staffCount: numeral(staffCount),
      headcount: numeral(headcount),
      othersCount: numeral(othersCount),
      staff: named.staff.join(", "),
      others: named.others.join(", "),
    },
    data: {
      reference,
      title,
      status,
      on,
      minutes,
      programme,
      staffCount,
      headcount,
      othersCount,
      ...(isNamed && { trainer, staff: [...named.staff], others: [...named.others] }),
    } satisfies JsonValue,
  };
}

function numeral(value: number | null): string {
  return value === null ? "" : String(value);
}

function findVersionsAt(tx: Tx, { at }: SectionQuery) {
  return tx.dpoWorkVersion.findMany({
    where: { ...versionsAt(at), kind: "training" },
    orderBy: { reference: "asc" },
    select: { workId: true, reference: true, snapshot: true },
  });
}

async function findFactsAt(
  tx: Tx,
  ids: readonly string[],
  { at }: SectionQuery,
): Promise<Map<string, StoredFact[]>> {
  const facts = await findFacts(tx, ids);
  return new Map([...facts].map(([id, found]) => [id, found.filter((fact) => fact.at <= at.getTime())]));
}
