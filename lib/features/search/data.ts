import { Prisma } from "@/lib/generated/prisma/client";
import { can } from "@/lib/domain/access/policy";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { searchTerms } from "@/lib/domain/search/terms";
import type { Ctx } from "@/lib/platform/context";
import { withOrg, type Tx } from "@/lib/platform/transaction";

/** What the palette shows of one thing found. */
export type Found = {
  records: { id: string; reference: string; activity: string; controller: string; capacity: Capacity }[];
  controllers: { id: string; legalName: string; isArchived: boolean }[];
};

const EACH = 8;
const NOTHING: Found = { records: [], controllers: [] };

/** Records and controllers in which every word of a question stands, the likeliest first; at most eight of each. */
export async function findMatches(ctx: Ctx, question: string): Promise<Found> {
  const terms = searchTerms(question);
  if (terms.length === 0 || !can(ctx.actor, "record.read")) return NOTHING;
  return withOrg(ctx.scope, async (tx) => ({
    records: await matchRecords(tx, terms),
    controllers: await matchControllers(tx, terms),
  }));
}

function matchRecords(tx: Tx, terms: string[]): Promise<Found["records"]> {
  const said = Prisma.sql`fold_text(r.reference || ' ' || r.activity || ' ' || coalesce(c.legal_name, ''))`;
  return tx.$queryRaw<Found["records"]>`
    SELECT r.id, r.reference, r.activity, coalesce(c.legal_name, '') AS controller, r.capacity
    FROM processing_record r LEFT JOIN controller c ON c.org_id = r.org_id AND c.id = r.controller_id
    WHERE ${everyTerm(said, terms)}
    ORDER BY fold_text(r.reference) = ${terms[0]} DESC, r.state = 'ended',
      starts_with(fold_text(r.activity), ${terms[0]}) DESC, r.reference
    LIMIT ${EACH}`;
}

function matchControllers(tx: Tx, terms: string[]): Promise<Found["controllers"]> {
  return tx.$queryRaw<Found["controllers"]>`
    SELECT id, legal_name AS "legalName", archived_at IS NOT NULL AS "isArchived" FROM controller
    WHERE ${everyTerm(Prisma.sql`fold_text(legal_name)`, terms)}
    ORDER BY archived_at IS NOT NULL, starts_with(fold_text(legal_name), ${terms[0]}) DESC, legal_name
    LIMIT ${EACH}`;
}

function everyTerm(said: Prisma.Sql, terms: string[]): Prisma.Sql {
  return Prisma.join(
    terms.map((term) => Prisma.sql`strpos(${said}, ${term}) > 0`),
    " AND ",
  );
}
