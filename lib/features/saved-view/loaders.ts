import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/lib/domain/nouns/policy";
import { mayChangeView, type SavedViewList, visibleViews } from "@/lib/domain/saved-view/saved-view";
import { findView, findViewsOf } from "@/lib/features/saved-view/read/queries";
import { viewMemberOf } from "@/lib/features/saved-view/read/view-member";
import type { Search } from "@/lib/forms/list-query";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import { newViewSchema, viewIdSchema } from "./schema";

/** Loads the views of a list that the reader is shown above it, in one statement. */
export async function loadSavedViews(slug: string, list: SavedViewList) {
  const ctx = await requireStaff(slug);
  return visibleViews(await findViewsOf(readerFor(ctx.scope), list), ctx.actor.memberId);
}

/** Loads the filters that are to be saved, and the views that may take them instead. */
export async function loadNewView(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const asked = newViewSchema.safeParse(search);
  if (!asked.success) notFound();
  const { list, query } = asked.data;
  const views = visibleViews(await findViewsOf(readerFor(ctx.scope), list), ctx.actor.memberId);
  return {
    list,
    query,
    replaceable: views.filter((view) => mayChangeView(view, viewMemberOf(ctx))),
    mayShare: can(ctx.actor, "saved-view.share"),
  };
}

/** Loads one view for whoever may see it, and whether they may change it. */
export async function loadSavedView(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  const asked = viewIdSchema.safeParse(id);
  const view = asked.success ? await findView(readerFor(ctx.scope), asked.data) : null;
  const [shown] = view ? visibleViews([view], ctx.actor.memberId) : [];
  if (!shown) notFound();
  return {
    view: shown,
    isOwn: shown.memberId === ctx.actor.memberId,
    mayChange: mayChangeView(shown, viewMemberOf(ctx)),
    mayShare: can(ctx.actor, "saved-view.share"),
  };
}
