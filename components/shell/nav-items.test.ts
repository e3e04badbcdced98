import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { navHref, navItemHref, navItemOf, NAV_ITEMS, breadcrumbsBelow } from "./nav-items";

test.each([
  ["/nejma-contact", "today"],
  ["/nejma-contact/records", "records"],
  ["/nejma-contact/records/import/3", "records"],
  ["/records/controllers", "controllers"],
  ["/nejma-contact/", "today"],
  ["/nejma-contact/search", null],
  ["/nejma-contact/elsewhere", null],
])("%s stands in %s", (pathname, item) => {
  expect(navItemOf(pathname)).toBe(item);
});

test("every item's address leads back to it", () => {
  for (const item of NAV_ITEMS) {
    expect(navItemOf(navHref("nejma", item.segment))).toBe(item.id);
    expect(navItemHref("nejma", item.id)).toBe(navHref("nejma", item.segment));
  }
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
  ["/nejma/telephone/campaigns/01a2107b-77ed-77f0-8e19-f8532ae348cb/edit", ["campaigns", "campaign", "edit"]],
  [
    "/nejma/telephone/scripts/01a2107b-77ed-77f0-8e19-f8532ae348cb/agents",
    ["scripts", "call-script", "agents"],
  ],
  ["/nejma/telephone/consultations/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["consultations", "consultation"]],
  ["/nejma/measures/library", ["library"]],
  ["/nejma/measures/01a2107b-77ed-77f0-8e19-f8532ae348cb/retire", ["measures", "retire"]],
  ["/nejma/sub-processors/01a2107b-77ed-77f0-8e19-f8532ae348cb/flow-down", ["sub-processors", "flow-down"]],
  ["/nejma/records/import/01a2107b-77ed-77f0-8e19-f8532ae348cb", ["import"]],
])("%s goes beyond its item by %j", (pathname, places) => {
  const steps = breadcrumbsBelow(pathname);
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
  const above = breadcrumbsBelow(address).slice(0, -1);
  for (const { href } of above) if (href) expect(addresses).toContain(href);
});
