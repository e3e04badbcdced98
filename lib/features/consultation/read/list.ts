import { z } from "zod";
import { type ConsultationState, CONSULTATION_STATES } from "@/lib/domain/consultation/lifecycle";
import { cursorField, viewField } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews, keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";
import type { Reader } from "@/lib/platform/read/reader";

const CONSULTATION_VIEWS = ["all", ...CONSULTATION_STATES] as const;
type ConsultationView = (typeof CONSULTATION_VIEWS)[number];

/** Invalid filters are ignored. */
export const consultationQuerySchema = z.object({ view: viewField(CONSULTATION_VIEWS), after: cursorField });
type ConsultationQuery = z.output<typeof consultationQuerySchema>;

type ListedConsultation = {
  id: string;
  reference: string;
  title: string;
  controllerName: string;
  state: ConsultationState;
  firstDay: string | null;
  lastDay: string | null;
};

const cursorSchema = z.tuple([z.uuid()]);

/** Lists the last recorded first. Returns one extra row, to detect a next page. */
export function findConsultationPage(
  reader: Reader,
  { view, after }: ConsultationQuery,
): Promise<ListedConsultation[]> {
  const last = keysIn(after, cursorSchema);
  const beyond = last ? Prisma.sql`AND c.id < ${last[0]}::uuid` : Prisma.empty;
  return reader.$queryRaw`
    SELECT c.id, c.reference, c.title, c.state, c.first_day AS "firstDay", c.last_day AS "lastDay",
      coalesce(h.legal_name, o.legal_name) AS "controllerName"
    FROM consultation c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
    LEFT JOIN controller h ON h.org_id = o.org_id AND h.id = o.merged_into_id
    WHERE true ${viewCondition(view)} ${beyond} ORDER BY c.id DESC LIMIT ${ROWS_ASKED}`;
}

export function countConsultations(reader: Reader): Promise<Record<ConsultationView, number>> {
  return countViews(
    reader,
    CONSULTATION_VIEWS,
    (view) => Prisma.sql`FROM consultation c WHERE true ${viewCondition(view)}`,
  );
}

function viewCondition(view: ConsultationView): Prisma.Sql {
  return view === "all" ? Prisma.empty : Prisma.sql`AND c.state = ${view}`;
}
