import type { SavedView, SavedViewList } from "@/lib/domain/saved-view/saved-view";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

type ViewRow = SavedView & { act: string };

const LAST = Prisma.sql`DISTINCT ON (view_id) view_id AS id, number, act, member_id AS "memberId",
  author_name AS "authorName", list, query, name, is_shared AS "isShared"`;

/** Every view of a list that was not removed, those of other members among them. */
export async function findViewsOf(reader: Reader, list: SavedViewList): Promise<SavedView[]> {
  const rows = await reader.$queryRaw<ViewRow[]>`
    SELECT ${LAST} FROM saved_view_fact WHERE list = ${list} ORDER BY view_id, number DESC`;
  return rows.filter(({ act }) => act !== "removed").map(viewOf);
}

/** Finds one view; null where there is none or it was removed. */
export async function findView(reader: Reader, id: string): Promise<SavedView | null> {
  const [row] = await reader.$queryRaw<ViewRow[]>`
    SELECT ${LAST} FROM saved_view_fact WHERE view_id = ${id}::uuid ORDER BY view_id, number DESC`;
  return row && row.act !== "removed" ? viewOf(row) : null;
}

function viewOf({ act: _, ...view }: ViewRow): SavedView {
  return view;
}
