import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOMS } from "@/lib/domain/nouns/rooms";
import { breadcrumbsBelow, roomOf, tabOf } from "./breadcrumbs";
import { navHref, tabHref } from "./nav-href";
import { listRooms, NAV_ITEMS } from "./nav-items";

const rooms = listRooms({ closed: [], counts: {} }, (key) => key);

test.each([
  ["/nejma-contact", "today"],
  ["/nejma-contact/records", "records"],
  ["/nejma-contact/records/import/3", "records"],
  ["/records/controllers", "controllers"],
  ["/nejma-contact/", "today"],
  ["/nejma-contact/search", null],
  ["/nejma-contact/elsewhere", null],
  ["/nejma-contact/obligations", "obligations"],
  ["/nejma-contact/obligations/feed", "obligations"],
  ["/nejma-contact/obligations/calendar", "calendar"],
])("%s stands in %s", (pathname, item) => {
  expect(tabOf(pathname, rooms)?.id ?? null).toBe(item);
});

test("every item's address leads back to it, in a room of the rail", () => {
  for (const { id, room, segment } of NAV_ITEMS) {
    const tab = tabOf(navHref("nejma", segment), rooms);
    expect(tab?.id).toBe(id);
    expect(roomOf(tab, rooms)?.id).toBe(room);
  }
});

test("ten rooms in their order, each of six tabs at most", () => {
  expect(rooms.map(({ id }) => id)).toEqual(ROOMS);
  expect(ROOMS).toHaveLength(10);
  for (const { tabs } of rooms) {
    expect(tabs.length).toBeGreaterThan(0);
    expect(tabs.length).toBeLessThanOrEqual(6);
  }
});

test("a room leads to its door, or to the first tab that the role may open; one without any is left out", () => {
  const doorOf = (closed: readonly (typeof NAV_ITEMS)[number]["id"][], room: string) =>
    listRooms({ closed, counts: {} }, (key) => key).find(({ id }) => id === room)?.tabs[0]?.id;
  expect(doorOf([], "proofs")).toBe("compliance");
  expect(doorOf([], "settings")).toBe("organisation");
  expect(doorOf(["organisation"], "settings")).not.toBe("organisation");
  expect(doorOf(["measures"], "security")).toBeUndefined();
});

test("a tab opens the view of its list that its number counts", () => {
  const counted = listRooms(
    { closed: [], counts: { threads: { value: "3", view: "waiting" } } },
    (key) => key,
  );
  const threads = counted.flatMap(({ tabs }) => tabs).find(({ id }) => id === "threads");
  expect(tabHref("nejma", threads)).toBe("/nejma/threads?view=waiting");
});

test.each([
  [
    "/nejma/contracts/01a2107b-77ed-77f0-8e19-f8532ae348cb/amendments/new",
    ["contracts", "amendments", "new"],
  ],
  ["/nejma/records", []],
  ["/nejma/search", ["search"]],
  ["/nejma/records/new", ["new"]],
  ["/nejma/records/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["records"]],
  ["/nejma/records/01a2107b-77ed-77f0-8e19-f8532ae348cb/edit/transfers", ["records", "edit"]],
  ["/nejma/telephone/campaigns/01a2107b-77ed-77f0-8e19-f8532ae348cb/edit", ["campaign", "edit"]],
  ["/nejma/telephone/scripts/01a2107b-77ed-77f0-8e19-f8532ae348cb/agents", ["call-script", "agents"]],
  ["/nejma/telephone/consultations/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["consultation"]],
  ["/nejma/telephone/consents/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["consents", "collection"]],
  ["/nejma/telephone/statute", ["statute"]],
  ["/nejma/obligations/calendar", []],
  ["/nejma/obligations/feed", ["feed"]],
  ["/nejma/measures/library", ["library"]],
  ["/nejma/measures/01a2107b-77ed-77f0-8e19-f8532ae348cb/retire", ["measures", "retire"]],
  ["/nejma/sub-processors/01a2107b-77ed-77f0-8e19-f8532ae348cb/flow-down", ["sub-processors", "flow-down"]],
  ["/nejma/records/import/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["import"]],
])("%s goes beyond its item by %j", (pathname, places) => {
  const steps = breadcrumbsBelow(pathname, rooms);
  expect(steps.map(({ place }) => place)).toEqual(places);
  for (const { href = "" } of steps) expect(pathname.startsWith(href)).toBe(true);
});

const AN_ID = "01a2107b-77ed-77f0-8e19-f8532ae348cb";
const consolePages = join(import.meta.dirname, "../../app/(console)");
/** Lists routes from the pages' folders, with an id for each parameter. */
const addresses = readdirSync(consolePages, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/page.tsx"))
  .map(
    (file) =>
      `/${dirname(file)
        .replace("[org]", "nejma")
        .replaceAll(/\[\w+\]/g, AN_ID)}`,
  );

test.each(addresses)("every step above %s leads to a page", (address) => {
  const above = breadcrumbsBelow(address, rooms).slice(0, -1);
  for (const { href } of above) if (href) expect(addresses).toContain(href);
});
