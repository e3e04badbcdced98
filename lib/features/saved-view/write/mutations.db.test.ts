import { describe, expect, it } from "vitest";
import { visibleViews } from "@/lib/domain/saved-view/saved-view";
import { contractQuerySchema } from "@/lib/features/contract/read/list";
import { findView, findViewsOf } from "@/lib/features/saved-view/read/queries";
import { viewChangeSchema, viewFiltersSchema, viewSchema } from "@/lib/features/saved-view/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { makeSavedView } from "@/prisma/factories/saved-view";
import { openDatabase } from "@/scripts/test/open-database";
import { changeView, changeViewFilters, removeView, saveView } from "./mutations";

const database = await openDatabase();

const found = () => makeOrganisation(database.ownerUrl);
const shownTo = async ({ scope, actor }: StaffCtx) =>
  visibleViews(await findViewsOf(readerFor(scope), "contracts"), actor.memberId);
const refusedFor = (key: string, path = "") => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});
const change = (ctx: StaffCtx, id: string, fields: object) =>
  changeView(ctx, viewChangeSchema.parse({ id, seen: 1, name: "Mutuelles", ...fields }));
const remove = (ctx: StaffCtx, id: string, seen = 1) => removeView(ctx, { id, seen });

describe("saveView", () => {
  it("keeps the filters of an address, which give back the list's query", async () => {
    const owner = await found();
    await makeSavedView(owner);
    const [view] = await shownTo(owner);
    expect(view).toMatchObject({ name: "Mutuelles", list: "contracts", isShared: false, number: 1 });
    const read = contractQuerySchema.parse(Object.fromEntries(new URLSearchParams(view?.query)));
    expect(read).toMatchObject({ view: "soon", q: "mutuelle", controller: "" });
  });

  it("shows an own view to its member alone, and a shared one to all of its organisation", async () => {
    const [owner, stranger] = [await found(), await found()];
    const viewer = await makeMember(owner, "viewer");
    await makeSavedView(viewer);
    expect([await shownTo(viewer), await shownTo(owner)].map(({ length }) => length)).toEqual([1, 0]);
    const { id } = await makeSavedView(owner, { name: "Tous", isShared: "true" });
    expect((await shownTo(viewer)).map(({ name }) => name)).toEqual(["Mutuelles", "Tous"]);
    expect(await shownTo(stranger)).toEqual([]);
    expect(await findView(readerFor(stranger.scope), id)).toBeNull();
    expect(await remove(stranger, id)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("refuses to share for whoever only reads, beside the box", async () => {
    const viewer = await makeMember(await found(), "viewer");
    const shared = { list: "contracts", query: "q=a", name: "Tous", isShared: "true" };
    expect(await saveView(viewer, viewSchema.parse(shared))).toMatchObject(
      refusedFor("saved-view.mayNotShare", "isShared"),
    );
  });
});

describe("changeView, changeViewFilters and removeView", () => {
  it("rename, share, filter otherwise and remove, each in the journal", async () => {
    const owner = await found();
    const { id } = await makeSavedView(owner);
    valueOf(await change(owner, id, { name: "Fin proche", isShared: "true" }));
    const filters = viewFiltersSchema.parse({ view: `${id} 2`, query: "view=expired&q=x" });
    valueOf(await changeViewFilters(owner, filters));
    expect(await findView(readerFor(owner.scope), id)).toMatchObject({
      name: "Fin proche",
      isShared: true,
      query: "q=x&view=expired",
      number: 3,
    });
    valueOf(await remove(owner, id, 3));
    expect(await findView(readerFor(owner.scope), id)).toBeNull();
    expect(await shownTo(owner)).toEqual([]);
    const entries = await withOrg(owner.scope, (tx) =>
      tx.journalText.findMany({ where: { event: { startsWith: "saved-view." } }, select: { event: true } }),
    );
    expect(entries.map(({ event }) => event).toSorted()).toEqual([
      "saved-view.changed",
      "saved-view.changed",
      "saved-view.removed",
      "saved-view.saved",
    ]);
  });

  it("leave the own views of others alone, and let owner and DPO keep the shared ones in order", async () => {
    const owner = await found();
    const [editor, other] = [await makeMember(owner, "editor"), await makeMember(owner, "editor")];
    const own = await makeSavedView(editor);
    const shared = await makeSavedView(editor, { name: "Tous", isShared: "true" });
    expect(await remove(owner, own.id)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await remove(other, shared.id)).toMatchObject(refusedFor("saved-view.notYours"));
    valueOf(await change(owner, shared.id, { name: "Tous les contrats", isShared: "true" }));
    expect((await shownTo(other)).map(({ name }) => name)).toEqual(["Tous les contrats"]);
  });

  it("tell the second of two who change a view at once", async () => {
    const owner = await found();
    const { id } = await makeSavedView(owner);
    const both = await Promise.all([change(owner, id, { name: "Un" }), change(owner, id, { name: "Deux" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await change(owner, id, { name: "Trois" })).toMatchObject(refusedFor("saved-view.meanwhile"));
  });
});
