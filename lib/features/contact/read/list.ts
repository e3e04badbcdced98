import { z } from "zod";
import type { ContactRole } from "@/lib/domain/access/actor";
import { CONTACT_STATES, type ContactState } from "@/lib/domain/contact/status";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews, keysIn, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";

/** Invalid filters are ignored. */
export const contactQuerySchema = z.object({
  view: viewField(CONTACT_STATES),
  /** Controller, name and id of the last row seen. */
  after: cursorField,
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

export async function findContactPage(tx: Reader, { view, after }: ContactQuery, now: Date) {
  const rows = await tx.$queryRaw<ContactListRow[]>`
    SELECT c.id, c.controller_id AS "controllerId", c.controller_name AS "controllerName",
      k.archived_at IS NOT NULL AS "isArchived", c.name, c.email, c.capacity, c.role, c.invited_at AS "invitedAt",
      c.expires_at AS "expiresAt", c.accepted_at AS "acceptedAt", c.ended_at AS "endedAt",
      c.last_visit_at AS "lastVisitAt", c.letter_id AS "letterId"
    FROM controller_contact c JOIN controller k ON k.org_id = c.org_id AND k.id = c.controller_id
    WHERE ${statusCondition(view, now)} ${afterCursor(after)}
    ORDER BY c.controller_name, c.name, c.id LIMIT ${ROWS_ASKED}`;
  return pageOf(rows, ({ controllerName, name, id }) => [controllerName, name, id]);
}

export function countContacts(tx: Reader, now: Date): Promise<Record<ContactState, number>> {
  return countViews(
    tx,
    CONTACT_STATES,
    (view) => Prisma.sql`FROM controller_contact c WHERE ${statusCondition(view, now)}`,
  );
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
  const keys = keysIn(after, z.tuple([z.string(), z.string(), z.uuid()]));
  if (!keys) return Prisma.empty;
  const [controller, name, id] = keys;
  return Prisma.sql`AND (c.controller_name, c.name, c.id) >
    (${controller} COLLATE register_order, ${name} COLLATE register_order, ${id}::uuid)`;
}
