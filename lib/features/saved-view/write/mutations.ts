import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import {
  decideOnShown,
  decideView,
  type SavedView,
  type ViewChange,
} from "@/lib/domain/saved-view/saved-view";
import { findView, findViewsOf } from "@/lib/features/saved-view/read/queries";
import { viewMemberOf } from "@/lib/features/saved-view/read/view-member";
import type {
  ViewChangeInput,
  ViewFiltersInput,
  ViewInput,
  ViewRemovalInput,
} from "@/lib/features/saved-view/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { StaffCtx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { refuseWhereTaken } from "@/lib/platform/write/unique";
import { write } from "@/lib/platform/write/write";

/** Tells the second of two who would write the same number. */
const SAME_MOMENT = { path: "", key: "saved-view.sameMoment" };

type Stated = Pick<SavedView, "list" | "query" | "name" | "isShared">;
type Written = Stated & { id: string };

/** Saves the filters of a list as a view of the member who asks, or of all the staff. */
export async function saveView(ctx: StaffCtx, input: ViewInput): Promise<Outcome<Written>> {
  if (!isAuthorised(ctx, "saved-view.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const change = { ...input, seen: 0 };
    const decided = decideView(null, await findViewsOf(tx, input.list), change, viewMemberOf(ctx));
    if (!decided.ok) return decided;
    const { list, query, name, isShared } = input;
    const view = { id: newId(ctx.now), number: 1, memberId: ctx.actor.memberId, list, query, name, isShared };
    await addFact(ctx, tx, journal, { act: "saved", view, before: null });
    return done(view);
  });
}

/** Renames a view, shows it to all the staff, or shows it to its member alone. */
export async function changeView(
  ctx: StaffCtx,
  { id, seen, name, isShared }: ViewChangeInput,
): Promise<Outcome<Written>> {
  return replace(ctx, id, ({ query }) => ({ name, isShared, query, seen }));
}

/** Puts other filters in the place of a view's, under the same name. */
export async function changeViewFilters(
  ctx: StaffCtx,
  { view, query }: ViewFiltersInput,
): Promise<Outcome<Written>> {
  const { id, seen } = view;
  return replace(ctx, id, ({ name, isShared }) => ({ name, isShared, query, seen }));
}

/** Removes a view; the list and its rows stay as they are. */
export async function removeView(ctx: StaffCtx, { id, seen }: ViewRemovalInput): Promise<Outcome<Written>> {
  if (!isAuthorised(ctx, "saved-view.write")) return refuse({ kind: "forbidden" });
  return refuseWhereTaken(SAME_MOMENT, () =>
    write(ctx, async (tx, journal) => {
      const view = await findView(tx, id);
      if (!view) return refuse({ kind: "not-found" });
      const decided = decideOnShown(view, seen, viewMemberOf(ctx));
      if (!decided.ok) return decided;
      await addFact(ctx, tx, journal, { act: "removed", view: { ...view, number: seen + 1 }, before: view });
      return done(view);
    }),
  );
}

async function replace(
  ctx: StaffCtx,
  id: string,
  changeOf: (view: SavedView) => ViewChange,
): Promise<Outcome<Written>> {
  if (!isAuthorised(ctx, "saved-view.write")) return refuse({ kind: "forbidden" });
  return refuseWhereTaken(SAME_MOMENT, () =>
    write(ctx, async (tx, journal) => {
      const before = await findView(tx, id);
      if (!before) return refuse({ kind: "not-found" });
      const { seen, ...stated } = changeOf(before);
      const views = await findViewsOf(tx, before.list);
      const decided = decideView(before, views, { seen, ...stated }, viewMemberOf(ctx));
      if (!decided.ok) return decided;
      const view = { ...before, ...stated, number: seen + 1 };
      await addFact(ctx, tx, journal, { act: "changed", view, before });
      return done(view);
    }),
  );
}

type Fact = {
  act: "saved" | "changed" | "removed";
  view: Stated & { id: string; number: number; memberId: string };
  before: Stated | null;
};

async function addFact(
  ctx: Authorised<StaffCtx>,
  tx: Tx,
  journal: JournalDraft,
  { act, view, before }: Fact,
): Promise<void> {
  const { id: viewId, number, memberId, list, query, name, isShared } = view;
  await tx.savedViewFact.create({
    data: {
      ...recordedBy(ctx),
      id: newId(ctx.now),
      viewId,
      number,
      act,
      memberId,
      list,
      query,
      name,
      isShared,
    },
  });
  journal.note({
    event: `saved-view.${act}`,
    subject: { noun: "saved-view", id: viewId, label: name },
    ...(before && { before: describe(before) }),
    ...(act !== "removed" && { after: describe(view) }),
  });
}

function describe({ name, list, query, isShared }: Stated) {
  return { name, list, query, isShared };
}
