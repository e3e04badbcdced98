import { type CarriedFiling, carriedFilings } from "@/lib/domain/dpo-work/carried-filings";
import { WORK_PLACES } from "@/lib/domain/dpo-work/kinds";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { projectWork, workDocument } from "@/lib/features/dpo-work/write/document";
import { insertWorkFact } from "@/lib/features/dpo-work/write/mutations";
import { findOrganisation } from "@/lib/features/organisation/read/queries";
import { organisationDocument } from "@/lib/features/organisation/write/document";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

const KIND = "cndp-filing";
const EMPTIED = { cndpFilings: [], dataTikaReference: "", dataTikaFrom: "", dataTikaUntil: "" };

/**
 * Makes documents of the filings that an organisation's sheet stated, and empties the sheet of them, in one journalled
 * change: rows written by a migration would be in no entry of the journal. Returns how many; none where nothing is left.
 */
export async function carryOverFilings(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "cndp-filing.carry-over")) return refuse({ kind: "forbidden" });
  if (carriedFilings(await withOrg(ctx.scope, findOrganisation)).length === 0) return done(0);
  return write(ctx, async (tx, journal) => {
    const unit = { tx, ctx, journal };
    await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${ctx.scope.org}::uuid FOR NO KEY UPDATE`;
    const before = await findOrganisation(tx);
    const carried = carriedFilings(before);
    for (const filing of carried) {
      const made = await insertFiling(unit, filing);
      if (!made.ok) return made;
    }
    if (carried.length === 0) return done(0);
    const emptied = await organisationDocument.updateWithin(unit, before, () =>
      done({ patch: EMPTIED, kind: "saved", event: "organisation.updated" }),
    );
    return emptied.ok ? done(carried.length) : emptied;
  });
}

async function insertFiling(unit: Unit, { content, fact }: CarriedFiling) {
  const { tx, ctx } = unit;
  const { letters } = WORK_PLACES[KIND];
  const reference = await allocateReference(tx, ctx, { table: "dpo_work", letters });
  const projected = projectWork({ kind: KIND, content, facts: [fact] });
  return workDocument(KIND).createWithin(unit, {
    fields: { kind: KIND, reference, controllerId: null, content, ...projected },
    kind: "created",
    event: "cndp-filing.created",
    follow: ({ id }) => insertWorkFact(tx, ctx, { id, number: 1 }, fact),
  });
}
