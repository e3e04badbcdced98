import { z } from "zod";
import { cursorField, partyField, viewField, type Search } from "@/lib/forms/list-query";
import { Prisma } from "@/lib/generated/prisma/client";
import { countViews, keysIn, pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { findNarrowedTo, ofController } from "@/lib/platform/read/of-controller";
import type { Reader } from "@/lib/platform/read/reader";

/** Campaign or consultation, which is done for a controller from one day to another. */
type ListedPeriod<State extends string> = {
  id: string;
  reference: string;
  title: string;
  controllerName: string;
  state: State;
  firstDay: string | null;
  lastDay: string | null;
  /** Territories and countries that are called, ISO 3166; none of a consultation. */
  places: string[];
};

const cursorSchema = z.tuple([z.uuid()]);

/** Lists the last recorded first, with a view for each state. Invalid filters are ignored. */
export async function findPeriods<State extends string>(
  reader: Reader,
  search: Search,
  { table, states }: { table: "campaign" | "consultation"; states: readonly State[] },
) {
  type View = "all" | State;
  const views: readonly ["all", ...State[]] = ["all", ...states];
  const query = z
    .object({ view: viewField<View>(views), controller: partyField, after: cursorField })
    .parse(search);
  const source = Prisma.raw(table);
  const places = table === "campaign" ? Prisma.sql`c.places` : Prisma.sql`'{}'::text[]`;
  const within = (view: View) => (view === "all" ? Prisma.sql`true` : Prisma.sql`c.state = ${view}`);
  const narrowed = ofController(Prisma.sql`c.controller_id`, query.controller);
  const last = keysIn(query.after, cursorSchema);
  const beyond = last ? Prisma.sql`AND c.id < ${last[0]}::uuid` : Prisma.empty;
  const [rows, counts, narrowedTo] = await Promise.all([
    reader.$queryRaw<ListedPeriod<State>[]>`
      SELECT c.id, c.reference, c.title, c.state, c.first_day AS "firstDay", c.last_day AS "lastDay",
        ${places} AS places,
        coalesce(h.legal_name, o.legal_name) AS "controllerName"
      FROM ${source} c JOIN controller o ON o.org_id = c.org_id AND o.id = c.controller_id
      LEFT JOIN controller h ON h.org_id = o.org_id AND h.id = o.merged_into_id
      WHERE ${within(query.view)} ${narrowed} ${beyond} ORDER BY c.id DESC LIMIT ${ROWS_ASKED}`,
    countViews(reader, views, (view) => Prisma.sql`FROM ${source} c WHERE ${within(view)} ${narrowed}`),
    findNarrowedTo(reader, query),
  ]);
  return { ...pageOf(rows, ({ id }) => [id]), counts, query, narrowedTo };
}
