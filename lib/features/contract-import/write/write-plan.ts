import { mergedInstructors, type PlannedContract } from "@/lib/domain/contract-import/import-plan";
import type { ContractColumns } from "@/lib/domain/contract/projection";
import type { Instructor } from "@/lib/domain/contract/types";
import { entryOf } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import {
  columnsOf,
  type ContractRow,
  findPlaces,
  flattenContract,
  subjectOf,
} from "@/lib/features/contract/read/queries";
import { contractDocument } from "@/lib/features/contract/write/document";
import { insertContracts, insertInstructors } from "@/lib/features/contract/write/rows";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";

type ImportBatch = { ctx: Ctx; journal: JournalDraft; batch: string };
type Line<B extends PlannedContract["becomes"]> = Extract<PlannedContract, { becomes: B }>;

/** Inserts in a constant number of statements. */
export async function insertListedContracts(
  tx: Tx,
  { ctx, journal, batch }: ImportBatch,
  lines: readonly Line<"new">[],
): Promise<void> {
  const wholes = lines.map(({ line, controllerId }) => {
    const { controller: _byName, issues: _none, asides: _told, ...values } = line;
    return { ...values, controllerId };
  });
  for (const row of await insertContracts(tx, ctx, wholes, "imported"))
    journal.note({ event: "contract.created", subject: subjectOf(row), after: flattenContract(row), batch });
}

/** Requires locks on every contract, so that the versions read are current. */
export async function updateListedContracts(
  tx: Tx,
  { ctx, journal, batch }: ImportBatch,
  lines: readonly Line<"changed">[],
  status: ReadonlyMap<string, ContractRow>,
): Promise<void> {
  const organisation = await findPlaces(tx);
  const on = today(ctx);
  const changed = lines.map(({ line, id }) => {
    const before = entryOf(status, id);
    const row = applyRow(before, line, ctx.now);
    return { before, row, columns: columnsOf(row, organisation, on) };
  });
  await updateContracts(tx, ctx.now, changed);
  await updateInstructors(tx, ctx, changed);
  await contractDocument.insertVersions(tx, ctx, changed, "imported");
  for (const { before, row } of changed)
    journal.note({
      event: "contract.updated",
      subject: subjectOf(row),
      ...difference(flattenContract(before), flattenContract(row)),
      batch,
    });
}

/** Retains instructors that the file omits. */
function applyRow(before: ContractRow, line: Line<"changed">["line"], now: Date): ContractRow {
  const { title, signedOn, effectiveOn, noticeGivenOn, endedOn, content } = line;
  const instructors = mergedInstructors(before.instructors, line.instructors).map((one): Instructor =>
    "id" in one ? one : { ...one, id: newId(now) },
  );
  const stated = { title, signedOn, effectiveOn, noticeGivenOn, endedOn, content, instructors };
  return { ...before, ...stated, version: before.version + 1 };
}

type Changed = { before: ContractRow; row: ContractRow; columns: ContractColumns };

async function updateContracts(tx: Tx, now: Date, changed: readonly Changed[]): Promise<void> {
  const rows = changed.map(({ row: { id, version, title, content, ...dates }, columns }) => {
    const { signedOn, effectiveOn, noticeGivenOn, endedOn } = dates;
    return { id, version, title, content, signedOn, effectiveOn, noticeGivenOn, endedOn, ...columns };
  });
  await tx.$executeRaw`
    UPDATE contract AS c SET
      title = v.title, content = v.content, version = v.version, updated_at = ${now},
      signed_on = v."signedOn", effective_on = v."effectiveOn", notice_given_on = v."noticeGivenOn",
      ended_on = v."endedOn", state = v.state, ends_on = v."endsOn", renews = v.renews,
      deadline_on = v."deadlineOn", required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps",
      gap_codes = v."gapCodes", rules_version = v."rulesVersion"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, version int, title text, content jsonb, "signedOn" text, "effectiveOn" text, "noticeGivenOn" text,
      "endedOn" text, state text, "endsOn" text, renews boolean, "deadlineOn" text, "requiredGaps" int,
      "advisableGaps" int, "gapCodes" text[], "rulesVersion" int)
    WHERE c.id = v.id`;
}

async function updateInstructors(tx: Tx, ctx: Ctx, changed: readonly Changed[]): Promise<void> {
  const people = changed.flatMap(({ before, row }) =>
    row.instructors.map((person) => ({
      person,
      contract: row,
      isKnown: before.instructors.some(({ id }) => id === person.id),
    })),
  );
  const known = people.filter(({ isKnown }) => isKnown).map(({ person }) => person);
  await tx.$executeRaw`
    UPDATE contract_instructor AS i SET
      name = v.name, capacity = v.capacity, email = v.email, power = v.power, from_on = v."from", until_on = v.until
    FROM jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS v (
      id uuid, name text, capacity text, email text, power text, "from" text, until text)
    WHERE i.id = v.id`;
  await insertInstructors(
    tx,
    ctx,
    people.filter(({ isKnown }) => !isKnown),
  );
}
