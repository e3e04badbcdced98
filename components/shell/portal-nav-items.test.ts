import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PORTAL_NAV_ITEMS, PORTAL_ROOMS, portalItemHref, portalItemOf } from "./portal-nav-items";

test("six entries, the inbox first, each of six tabs at most", () => {
  expect(PORTAL_ROOMS).toHaveLength(6);
  expect(PORTAL_ROOMS[0]).toMatchObject({ id: "inbox", tabs: ["home", "me"] });
  for (const { tabs } of PORTAL_ROOMS) expect(tabs.length).toBeLessThanOrEqual(6);
});

test("every page of the portal's first level is a tab of one entry", () => {
  const pages = readdirSync(join(import.meta.dirname, "../../app/(portal)/portal/[contact]"), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(PORTAL_NAV_ITEMS.filter((item) => item !== "home").toSorted()).toEqual(pages.toSorted());
  expect(new Set(PORTAL_NAV_ITEMS).size).toBe(PORTAL_NAV_ITEMS.length);
});

test.each([
  ["/portal/c1", "home"],
  ["/portal/c1/records", "records"],
  ["/portal/c1/requests/r1", "requests"],
  ["/portal/c1/rights-requests/new", "rights-requests"],
  ["/portal/c1/elsewhere", null],
  ["/portal/c2", null],
])("%s stands in %s", (pathname, item) => expect(portalItemOf("c1", pathname)).toBe(item));

test("every item's address leads back to it", () => {
  for (const item of PORTAL_NAV_ITEMS) expect(portalItemOf("c1", portalItemHref("c1", item))).toBe(item);
});
