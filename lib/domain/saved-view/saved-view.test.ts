import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  decideOnShown,
  decideView,
  isNarrowed,
  MAX_VIEWS,
  normalizeQuery,
  reorderQuery,
  SAVED_VIEW_LISTS,
  savedViewPath,
  type SavedView,
  type ViewMember,
  visibleViews,
} from "./saved-view";

const ALICE: ViewMember = { id: "alice", mayShare: true, maySteward: false };
const BADR: ViewMember = { id: "badr", mayShare: true, maySteward: false };
const OWNER: ViewMember = { id: "owner", mayShare: true, maySteward: true };
const VIEWER: ViewMember = { id: "viewer", mayShare: false, maySteward: false };

const view = (changes: Partial<SavedView> = {}): SavedView => ({
  id: "v1",
  number: 1,
  memberId: "alice",
  authorName: "Alice",
  list: "contracts",
  query: "view=soon",
  name: "Échéances",
  isShared: false,
  ...changes,
});
const change = { name: "Autre", isShared: false, query: "q=x", seen: 1 };
const refusedFor = (key: string, path = "") => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ key, path }] },
});

describe("normalizeQuery", () => {
  it("leaves out position, blanks and what the list does by itself, in the order of names", () => {
    const query = { view: "all", q: "née & co", after: "k.1", before: 3, panel: "filters", controller: "c" };
    expect(normalizeQuery(query, { view: "all" })).toBe("controller=c&q=n%C3%A9e+%26+co");
    expect(normalizeQuery({ ...query, view: "soon", q: "" }, { view: "all" })).toBe("controller=c&view=soon");
  });

  it("reads back what it wrote, in whatever order a form sends it", () => {
    const written = normalizeQuery({ q: "a+b=c", view: "soon", on: "31/12/2025" });
    expect(reorderQuery(written)).toBe(written);
    expect(reorderQuery(written.split("&").toReversed().join("&"))).toBe(written);
    expect(reorderQuery("")).toBe("");
  });

  it("tells a filter from one of the list's own views", () => {
    expect([isNarrowed(""), isNarrowed("view=soon"), isNarrowed("q=a&view=soon")]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("visibleViews", () => {
  it("shows one's own and the shared ones, by name", () => {
    const views = [view({ name: "b" }), view({ id: "v2", name: "a", isShared: true, memberId: "badr" })];
    expect(visibleViews(views, "alice").map(({ name }) => name)).toEqual(["a", "b"]);
    expect(visibleViews(views, "owner").map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("decideView", () => {
  it("takes a name that another member's own view has, and refuses one that is shown beside it", () => {
    const saved = { ...change, name: "echeances" };
    expect(decideView(null, [view()], saved, BADR)).toMatchObject({ ok: true });
    expect(decideView(null, [view()], saved, ALICE)).toMatchObject(
      refusedFor("saved-view.nameTaken", "name"),
    );
    const shared = view({ isShared: true });
    expect(decideView(null, [shared], saved, BADR)).toMatchObject(refusedFor("saved-view.nameTaken", "name"));
    expect(decideView(view(), [view()], { ...saved, name: "ÉCHÉANCES" }, ALICE)).toMatchObject({ ok: true });
  });

  it("counts a member's own views and the shared ones apart", () => {
    const many = Array.from({ length: MAX_VIEWS }, (_, at) => view({ id: `v${at}`, name: `n${at}` }));
    expect(decideView(null, many, change, ALICE)).toMatchObject(refusedFor("saved-view.tooMany"));
    expect(decideView(null, many, { ...change, isShared: true }, ALICE)).toMatchObject({ ok: true });
    expect(decideView(null, many, change, BADR)).toMatchObject({ ok: true });
    const [first = view()] = many;
    expect(decideView(first, many, { ...change, name: "n0" }, ALICE)).toMatchObject({ ok: true });
    const shared = many.map((one) => ({ ...one, isShared: true }));
    expect(decideView(null, shared, { ...change, isShared: true }, BADR)).toMatchObject(
      refusedFor("saved-view.tooManyShared"),
    );
    const [, ...rest] = shared;
    const own = view({ id: "own", name: "own", memberId: "badr" });
    expect(decideView(own, [own, ...shared], { ...change, isShared: true }, BADR)).toMatchObject(
      refusedFor("saved-view.tooManyShared"),
    );
    expect(decideView(own, [own, ...rest], { ...change, isShared: true }, BADR)).toMatchObject({ ok: true });
  });

  it("shares for whoever may, and lets nobody else change what they do not hold", () => {
    expect(decideView(null, [], { ...change, isShared: true }, VIEWER)).toMatchObject(
      refusedFor("saved-view.mayNotShare", "isShared"),
    );
    expect(decideView(null, [], change, VIEWER)).toMatchObject({ ok: true });
    const shared = view({ isShared: true });
    expect(decideView(shared, [shared], change, BADR)).toMatchObject(refusedFor("saved-view.notYours"));
    expect(decideView(shared, [shared], change, OWNER)).toMatchObject({ ok: true });
    expect(decideView(view(), [view()], change, OWNER)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("refuses a list without filters, and a view that changed since the page was read", () => {
    expect(decideView(null, [], { ...change, query: "" }, ALICE)).toMatchObject(
      refusedFor("saved-view.noFilter"),
    );
    const changed = view({ number: 2 });
    expect(decideView(changed, [changed], change, ALICE)).toMatchObject(refusedFor("saved-view.meanwhile"));
    expect(decideOnShown(changed, 2, ALICE)).toMatchObject({ ok: true });
  });
});

describe("SAVED_VIEW_LISTS", () => {
  const pages = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pages(path);
      return entry.name === "page.tsx" ? [readFileSync(path, "utf8")] : [];
    });

  it("names each list whose page shows them, and no other", () => {
    const placed = pages("app/(console)").flatMap((text) =>
      [...text.matchAll(/<SavedViews\s[^>]*?list="([^"]+)"/g)].map(([, list]) => list),
    );
    expect(placed.toSorted()).toEqual([...SAVED_VIEW_LISTS]);
  });

  it("has an address for each", () => {
    expect(SAVED_VIEW_LISTS.map(savedViewPath)).toContain("/telephone/scripts");
  });
});
