import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const CONSOLE = join(import.meta.dirname, "../../app/(console)/[org]");
/** Things without a reference: people, firms, files, letters, notes, views and wordings are called by their names. */
const NAMED: readonly string[] = [
  "auditors/[id]/page.tsx",
  "breaches/notices/[id]/page.tsx",
  "controllers/[id]/page.tsx",
  "dossiers/[id]/page.tsx",
  "internal-notes/[noun]/[id]/page.tsx",
  "members/[id]/page.tsx",
  "members/invitations/[id]/page.tsx",
  "outbox/[id]/page.tsx",
  "records/import/[id]/page.tsx",
  "saved-views/[id]/page.tsx",
  "telephone/consents/[id]/page.tsx",
  "telephone/logs/[id]/page.tsx",
];

it("names the thing of each sheet in its title by its reference and its name", () => {
  const sheets = readdirSync(CONSOLE, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("[id]/page.tsx"),
  );
  const bare = sheets.filter((path) => !readFileSync(join(CONSOLE, path), "utf8").includes("thingTitle("));
  expect(bare.toSorted()).toEqual(NAMED);
});
