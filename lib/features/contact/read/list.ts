import { z } from "zod";
import type { ContactRole } from "@/lib/domain/access/actor";
import { CONTACT_STATES, type ContactState } from "@/lib/domain/contact/status";
import { cleanText } from "@/lib/forms/form-values";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

export const PAGE_SIZE = 50;
/** Counts beyond this show "1,000+". */
const COUNT_LIMIT = 1000;

/** Invalid filters are ignored. */
export const contactQuerySchema = z.object({
  view: z.enum(CONTACT_STATES).catch("active"),
  /** Keyset: controller, name and id of the last row seen. */
  after: z.string().transform(cleanText).pipe(z.string().max(900)).catch(""),
});
export type ContactQuery = z.output<typeof contactQuerySchema>;

export type ContactListRow = {
  id: string;
  controllerId: string;
  controllerName: string;
  isArchived: boolean;
  name: string;
  email: string;
  capacity: string;
  role: ContactRole;
  invitedAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  lastVisitAt: Date | null;
  letterId: string | null;
};

export async function findContactPage(tx: Tx, { view, after }: ContactQuery, now: Date) {
  const rows = await tx.$queryRaw<ContactListRow[]>`
    SELECT c.id, c.controller_id AS "controllerId", c.controller_name AS "controllerName",
      k.archived_at IS NOT NULL AS "isArchived", c.name, c.email, c.capacity, c.role, c.invited_at AS "invitedAt",
      c.expires_at AS "expiresAt", c.accepted_at AS "acceptedAt", c.ended_at AS "endedAt",
      c.last_visit_at AS "lastVisitAt", c.letter_id AS "letterId"
    FROM controller_contact c JOIN controller k ON k.org_id = c.org_id AND k.id = c.controller_id
    WHERE ${statusCondition(view, now)} ${afterCursor(after)}
    ORDER BY c.controller_name, c.name, c.id LIMIT ${PAGE_SIZE + 1}`;
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > PAGE_SIZE && last ? [last.controllerName, last.name, last.id].join("\u0001") : null,
  };
}

export async function countContacts(tx: Tx, now: Date): Promise<Record<ContactState, number>> {
  const counts = CONTACT_STATES.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM controller_contact c
      WHERE ${statusCondition(view, now)} LIMIT ${COUNT_LIMIT + 1}) AS counted) AS ${Prisma.raw(view)}`,
  );
  const [row] = await tx.$queryRaw<[Record<ContactState, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

/** SQL equivalent of `contactStatus`. */
function statusCondition(view: ContactState, now: Date): Prisma.Sql {
  switch (view) {
    case "active":
      return Prisma.sql`c.ended_at IS NULL AND c.accepted_at IS NOT NULL`;
    case "invited":
      return Prisma.sql`c.ended_at IS NULL AND c.accepted_at IS NULL AND c.expires_at > ${now}`;
    case "lapsed":
      return Prisma.sql`c.ended_at IS NULL AND c.accepted_at IS NULL AND c.expires_at <= ${now}`;
    case "ended":
      return Prisma.sql`c.ended_at IS NOT NULL`;
  }
}

function afterCursor(after: string): Prisma.Sql {
  const [controller = "", name = "", id = ""] = after.split("\u0001");
  if (!z.uuid().safeParse(id).success) return Prisma.empty;
  return Prisma.sql`AND (c.controller_name, c.name, c.id) >
    (${controller} COLLATE register_order, ${name} COLLATE register_order, ${id}::uuid)`;
}
