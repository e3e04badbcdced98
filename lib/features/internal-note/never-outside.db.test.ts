import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TASK_NOUNS } from "@/lib/domain/assignment/rows";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import { closeDocument } from "@/lib/features/attachment/write/mutations";
import { makeWhole, unzip } from "@/lib/features/dossier/dossier.fixture";
import { EXPORT_FORMATS, exportSchema, isCnilFormat } from "@/lib/features/export/schema";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { correctNote } from "@/lib/features/internal-note/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeGrant } from "@/prisma/factories/grant";
import { makeNote } from "@/prisma/factories/internal-note";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { readPdfText } from "@/scripts/test/pdf-text";

const PLANTED = "zinzolin";
const SECTIONS = DOSSIER_SECTIONS.map(({ section }) => section);

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ctx: MadeOrganisation;
let filled: Awaited<ReturnType<typeof fillEvidence>>;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
  ctx = await makeOrganisation(database.ownerUrl);
  filled = await fillEvidence(ctx);
  await makeMember(ctx, "editor", undefined, "Claire Vasseur");
  for (const noun of TASK_NOUNS) {
    const id = await rowOf(noun.replaceAll("-", "_"));
    const note = await makeNote(ctx, { noun, id }, `${PLANTED} premier, @Claire Vasseur`);
    valueOf(await correctNote(ctx, { note, seen: 1, text: `${PLANTED} second, @Claire Vasseur` }));
  }
}, 120_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function rowOf(table: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE org_id = $1 ORDER BY id LIMIT 1`,
    [ctx.scope.org],
  );
  return rows[0]?.id ?? `none of ${table}`;
}

/** Opens again the document that is closed to view: its bytes are for nobody, and no dossier is made of it. */
async function openClosed(): Promise<void> {
  const { rows } = await owner.query<{ id: string; subjectId: string }>(
    `SELECT a.id, a.subject_id AS "subjectId" FROM attachment a
      JOIN attachment_closure c ON c.org_id = a.org_id AND c.attachment_id = a.id AND a.org_id = $1`,
    [ctx.scope.org],
  );
  for (const document of rows)
    valueOf(
      await closeDocument(ctx, { ...document, noun: "contract", isClosed: false, reason: "Lu par erreur" }),
    );
}

type Scope = Parameters<typeof withOrg>[0];

/** Tables and views of which a role may read a column, with those columns. */
const READABLE = `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace::regnamespace::text IN ('public', 'portal') AND c.relkind IN ('r', 'p', 'v', 'm')
    AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
  GROUP BY 1 ORDER BY 1`;
type Readable = { name: string; columns: string };
const holds = ({ name, columns }: Readable) =>
  `SELECT count(*)::int AS found FROM (SELECT ${columns} FROM ${name}) t WHERE t::text ILIKE '%${PLANTED}%'`;

/** Names the tables and views in which a scope reads what was planted; null where it may read none at all. */
async function foundBy(scope: Scope): Promise<string[] | null> {
  return withOrg(scope, async (tx) => {
    const readable = await tx.$queryRawUnsafe<Readable[]>(READABLE);
    const found: string[] = [];
    for (const table of readable) {
      const [row] = await tx.$queryRawUnsafe<{ found: number }[]>(holds(table));
      if ((row?.found ?? 0) > 0) found.push(table.name);
    }
    return readable.length === 0 ? null : found;
  });
}

it("is planted on a row of every noun that has notes, and read by the staff", async () => {
  expect(await foundBy(ctx.scope)).toEqual(["internal_note"]);
  const { rows } = await owner.query<{ count: number }>(
    "SELECT count(DISTINCT subject_noun)::int FROM internal_note",
  );
  expect(rows).toEqual([{ count: TASK_NOUNS.length }]);
});

it("is read by no contact of a controller, whatever the portal asks", async () => {
  expect(await foundBy(filled.contact.scope)).toEqual([]);
});

it("is read by no auditor, whatever the grant covers, and stands in nothing that was collected for them", async () => {
  const grant = await makeGrant(ctx, { sections: SECTIONS });
  expect(await foundBy(grant.scope)).toEqual([]);
});

it("stands in no part of a dossier", async () => {
  await openClosed();
  const { row, zip } = await makeWhole(ctx, { sections: SECTIONS });
  expect(row.failure).toBe("");
  const files = await unzip(zip);
  expect(files.size).toBeGreaterThan(SECTIONS.length);
  for (const [path, bytes] of files) expect(await isIn(bytes), path).toBe(false);
}, 120_000);

it.each(EXPORT_FORMATS.filter((format) => !isCnilFormat(format)))(
  "stands in no register as %s",
  async (format) => {
    const asked = {
      controller: "",
      language: "fr",
      contents: "with-findings",
      on: "",
      register: "processor",
    };
    const { body } = valueOf(await exportRegister(ctx, ctx.slug, exportSchema.parse({ ...asked, format })));
    expect(await isIn(Buffer.from(await new Response(body).arrayBuffer()))).toBe(false);
  },
  60_000,
);

it("stands in no other table than its own: no letter, search, journal or stored answer", async () => {
  const { rows } = await owner.query<Readable>(READABLE);
  const found: string[] = [];
  for (const table of rows) {
    const [row] = (await owner.query<{ found: number }>(holds(table))).rows;
    if ((row?.found ?? 0) > 0) found.push(table.name);
  }
  expect(found).toEqual(["internal_note"]);
});

/** Tells whether a file holds what was planted: archives and workbooks are opened, the text of PDFs is read. */
async function isIn(bytes: Buffer): Promise<boolean> {
  if (bytes.subarray(0, 2).toString() === "PK") {
    for (const inner of (await unzip(bytes)).values()) if (await isIn(inner)) return true;
    return false;
  }
  const text = bytes.subarray(0, 4).toString() === "%PDF" ? await readPdfText(bytes) : bytes.toString();
  return text.toLowerCase().includes(PLANTED);
}
