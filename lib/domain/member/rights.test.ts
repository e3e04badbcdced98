import { expect, test } from "vitest";
import { ROLES } from "@/lib/domain/access/actor";
import { tableOfRights } from "./rights";

// Written by hand, so that a change of the policy fails here before a member reads it on the page.
const TOLD: Record<string, string> = {
  "record.read": "owner dpo editor viewer",
  "export.take": "owner dpo editor viewer",
  "record.write": "owner dpo editor",
  "import.run": "owner dpo editor",
  "record.transition": "owner dpo",
  "organisation.update": "owner dpo",
  "journal.read": "owner dpo",
  "member.manage": "owner",
};

test("the table of rights says what the policy does", () => {
  const table = Object.fromEntries(
    tableOfRights().map(({ act, may }) => [act, ROLES.filter((role) => may[role]).join(" ")]),
  );
  expect(table).toEqual(TOLD);
});
