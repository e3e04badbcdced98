import { expect, it } from "vitest";
import type { Entry } from "@/lib/platform/migrate/catalogue/read-catalogue";
import { renderSchema } from "./render-schema";

const entry = (kind: Entry["kind"], name: string, definition: string, of?: string): Entry => ({
  kind,
  name,
  definition,
  of,
  place: 0,
});

it("writes a table with its columns and constraints, each kind before those that need it", () => {
  const sql = renderSchema([
    entry("grant", "visit to amana_app", "GRANT SELECT ON visit TO amana_app", "visit"),
    entry(
      "reference",
      "visit.host",
      "ALTER TABLE visit ADD CONSTRAINT host FOREIGN KEY (id) REFERENCES host(id)",
      "visit",
    ),
    entry("table", "visit", "CREATE TABLE visit (id, on_day)"),
    entry("column", "visit.id", "id uuid NOT NULL", "visit"),
    entry("column", "visit.on_day", "on_day text DEFAULT ''::text NOT NULL", "visit"),
    entry(
      "constraint",
      "visit.visit_pkey",
      "ALTER TABLE visit ADD CONSTRAINT visit_pkey PRIMARY KEY (id)",
      "visit",
    ),
  ]);
  expect(sql).toBe(`CREATE TABLE visit (
  id uuid NOT NULL,
  on_day text DEFAULT ''::text NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (id)
);

ALTER TABLE visit ADD CONSTRAINT host FOREIGN KEY (id) REFERENCES host(id);

GRANT SELECT ON visit TO amana_app;
`);
});
