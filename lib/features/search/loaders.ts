import "server-only";
import { getLocale } from "next-intl/server";
import { countFound } from "@/lib/domain/search/found";
import { findMatches } from "@/lib/features/search/read/queries";
import { requireStaff } from "@/lib/platform/request/request-session";
import { searchSchema } from "./schema";

/** Rows of each group on the page. */
const MOST = 50;

/** Loads everything that has the words of a question in its name or its document. */
export async function loadSearch(slug: string, search: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff(slug);
  const { q } = searchSchema.parse(search);
  const { found, groups, respelt } = await findMatches(ctx, q, { locale: await getLocale(), most: MOST });
  return { q, found, groups, respelt, total: countFound(found), most: MOST };
}
