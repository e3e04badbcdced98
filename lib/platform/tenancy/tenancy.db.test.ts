import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { auditor, openScopedClients, portalOf, rowsOf, type Scope, staff } from "./scoped-clients.fixture";
import { CLOSED, COMMON, PEOPLE, PORTAL_READS, TABLES, WITHOUT_ORG } from "./tables.fixture";
import { fillEveryTable } from "./tenancy.fixture";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: StaffCtx;
let foreign: StaffCtx;
let [controllerId, session] = ["", ""];
let clients: Awaited<ReturnType<typeof openScopedClients>>;
let app: (typeof clients)["app"];
let auth: (typeof clients)["auth"];
let attempt: (typeof clients)["attempt"];
let asApplication: (typeof clients)["asApplication"];
let tables: string[];

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
  ({ controllerId, session } = await fillEveryTable(own, database.ownerUrl));
  await fillEveryTable(foreign, database.ownerUrl);
  clients = await openScopedClients(database);
  ({ app, auth, attempt, asApplication } = clients);
  const { rows } = await app.query<{ name: string; secured: boolean }>(TABLES, [CLOSED]);
  expect(rows.filter(({ secured }) => !secured)).toEqual([]);
  tables = rows.map(({ name }) => name);
}, 240_000);
afterAll(async () => {
  await clients.close();
  await database.drop();
});

const portal = (ctx: StaffCtx) => portalOf(ctx, controllerId, session);

describe("row-level security", () => {
  it("finds the tables it is to test", () => {
    expect(tables).toEqual(
      expect.arrayContaining(["member", "processing_record", "import_row", "journal_text"]),
    );
    expect(tables.length).toBeGreaterThanOrEqual(14);
  });

  it("shows every table to its own staff, so that what follows proves something", async () => {
    for (const table of tables) {
      expect([table, await attempt(app, staff(own), ...rowsOf(own, table))], table).not.toEqual([table, 0]);
    }
  });

  it("opens to the application no table of nobody's but those named", async () => {
    const { rows } = await app.query<{ name: string }>(WITHOUT_ORG);
    expect(rows.map(({ name }) => name)).toEqual(COMMON);
  });

  it("closes to every role what is not secured by row", async () => {
    for (const table of CLOSED) {
      for (const client of [app, auth])
        expect(await attempt(client, staff(own), ...rowsOf(own, table)), table).toBe("42501");
    }
  });

  it("finds by search what the scope may see, and nothing else", async () => {
    const found = (scope: Scope) =>
      attempt(
        app,
        scope,
        `SELECT search_ids('processing-record', '[{"typed":"appels","any":["%appels%"],"all":[],"whole":"% appels %","start":"% appels%","isInTexts":true,"codes":[]}]', NULL)`,
      );
    expect(await found(staff(own))).toBeGreaterThan(1);
    // A search would reveal whether a word is there: no page of the portal searches.
    expect(await found(portal(own))).toBe("42501");
    expect(
      await asApplication(
        portal(own),
        `SELECT search_ids('processing-record', '[{"typed":"appels","any":["%appels%"],"all":[],"whole":"% appels %","start":"% appels%","isInTexts":true,"codes":[]}]', NULL)`,
      ),
    ).toBe(0);
    for (const scope of [{}, { org: own.scope.org }, { org: own.scope.org, scope: "root" }])
      expect(await found(scope)).toBe(0);
  });

  it("shows nothing without a scope, with half of one, or with an unknown one", async () => {
    const scopes: Scope[] = [
      {},
      { org: own.scope.org },
      { scope: "staff" },
      { org: own.scope.org, scope: "root" },
    ];
    for (const table of tables) {
      for (const scope of scopes)
        expect([table, await attempt(app, scope, ...rowsOf(own, table))]).toEqual([table, 0]);
    }
  });

  it("shows nothing of another organisation, in any scope", async () => {
    for (const table of tables) {
      for (const scope of [staff(foreign), auditor(foreign)])
        expect([table, await attempt(app, scope, ...rowsOf(own, table))]).toEqual([table, 0]);
      expect([0, "42501"], table).toContain(await attempt(app, portal(foreign), ...rowsOf(own, table)));
    }
  });

  it("lets nobody update or delete another organisation's rows", async () => {
    for (const table of tables) {
      for (const scope of [staff(foreign), portal(foreign), auditor(foreign), {}]) {
        const updated = await attempt(
          app,
          scope,
          `UPDATE public.${table} SET org_id = org_id WHERE org_id = $1`,
          [own.scope.org],
        );
        const deleted = await attempt(app, scope, `DELETE FROM public.${table} WHERE org_id = $1`, [
          own.scope.org,
        ]);
        expect([0, "42501"], table).toContain(updated);
        expect(deleted, table).toBe("42501");
      }
    }
  });

  it("lets nobody put a row into another organisation, not even a copy of its own", async () => {
    for (const table of tables) {
      for (const scope of [staff(foreign), portal(own), auditor(own), {}]) {
        // Attempts, in the foreign scope, to write a row bearing the other organisation's id.
        const { rows } = await app.query<{ columns: string }>(
          `SELECT string_agg(CASE WHEN column_name = 'org_id' THEN quote_literal($2) || '::uuid'
              WHEN is_nullable = 'YES' THEN 'NULL'
              WHEN data_type = 'uuid' THEN 'gen_random_uuid()' WHEN data_type = 'ARRAY' THEN '''{}'''
              WHEN data_type = 'jsonb' THEN '''{}''' WHEN data_type LIKE 'timestamp%' THEN 'now()'
              WHEN data_type = 'boolean' THEN 'false' WHEN data_type = 'bytea' THEN '''x'''
              WHEN data_type IN ('integer', 'bigint', 'double precision') THEN '987654' ELSE quote_literal(gen_random_uuid()::text) END,
              ', ' ORDER BY ordinal_position) AS columns
           FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
          [table, own.scope.org],
        );
        const code = await attempt(app, scope, `INSERT INTO public.${table} VALUES (${rows[0]!.columns})`);
        expect(code, `${table} ${JSON.stringify(scope)}`).toBe("42501");
      }
    }
  });

  it("lets the portal read what is its own, and the scope of an auditor nothing, and write nothing but what a contact may", async () => {
    for (const table of tables) {
      const seen = async (scope: Scope) => {
        const rows = await attempt(app, scope, ...rowsOf(own, table));
        return typeof rows === "number" && rows > 0;
      };
      expect([table, await seen(portal(own))]).toEqual([table, PORTAL_READS.includes(table)]);
      // Auditors have a role of their own: to the application's, their scope opens nothing.
      expect([table, await seen(auditor(own))]).toEqual([table, false]);
      for (const scope of [portal(own), auditor(own)]) {
        const updated = await attempt(
          app,
          scope,
          `UPDATE public.${table} SET org_id = org_id WHERE org_id = $1`,
          [own.scope.org],
        );
        expect([0, "42501"], table).toContain(updated);
      }
    }
  });

  it("shows the portal one controller's rows and no other's", async () => {
    const other = "SELECT 1 FROM processing_record WHERE controller_id <> $1";
    expect(await attempt(app, staff(own), other, [controllerId])).toBeGreaterThan(0);
    expect(await attempt(app, portal(own), other, [controllerId])).toBe(0);
    expect(await attempt(app, portal(own), "SELECT 1 FROM controller WHERE id <> $1", [controllerId])).toBe(
      0,
    );
    expect(await attempt(app, { ...portal(own), controller: "" }, "SELECT 1 FROM processing_record")).toBe(0);
    const accesses = "SELECT 1 FROM access_look WHERE noun <> 'authorisation' OR controller_id <> $1";
    expect(await attempt(app, portal(own), accesses, [controllerId])).toBe(0);
  });

  it("shows the portal no draft, nor what stands beside one, by whatever statement", async () => {
    const drafts = [
      "SELECT 1 FROM processing_record WHERE state = 'draft' AND controller_id = $1",
      "SELECT 1 FROM record_version WHERE state = 'draft' AND controller_id = $1",
      "SELECT 1 FROM contract WHERE state = 'draft' AND controller_id = $1",
      "SELECT 1 FROM authorisation WHERE state = 'draft' AND controller_id = $1",
      `SELECT 1 FROM attachment a JOIN contract c ON c.id = a.subject_id
        WHERE c.state = 'draft' AND c.controller_id = $1`,
    ];
    for (const statement of drafts) {
      expect(await attempt(app, staff(own), statement, [controllerId]), statement).toBeGreaterThan(0);
      expect(await attempt(app, portal(own), statement, [controllerId]), statement).toBe(0);
    }
    // Files of a draft are as hidden by their id as the draft.
    const { id } = await withOrg(own.scope, async (tx) => {
      const draft = await tx.contract.findFirstOrThrow({ where: { controllerId, state: "draft" } });
      return tx.attachment.findFirstOrThrow({ where: { subjectId: draft.id, withdrawal: null } });
    });
    expect(await attempt(app, staff(own), "SELECT 1 FROM attachment WHERE id = $1", [id])).toBe(1);
    expect(await attempt(app, portal(own), "SELECT 1 FROM attachment WHERE id = $1", [id])).toBe(0);
  });

  it("shows the portal no row of another controller in any table, by whatever statement", async () => {
    const { rows } = await app.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'controller_id' AND table_name = ANY ($1)`,
      [tables],
    );
    expect(rows.length).toBeGreaterThan(12);
    for (const { name } of rows) {
      const others = [`SELECT 1 FROM ${name} WHERE controller_id <> $1`, [controllerId]] as const;
      expect([0, "42501"], name).toContain(await attempt(app, portal(own), ...others));
    }
  });

  it("queues a letter of the portal to whoever keeps the register or is of its controller, and to nobody else", async () => {
    const known = await withOrg(own.scope, async (tx) => ({
      member: (await tx.member.findFirstOrThrow({ where: { endedAt: null } })).email,
      contact: (await tx.controllerContact.findFirstOrThrow({ where: { controllerId, endedAt: null } }))
        .email,
      stranger: (
        await tx.controllerContact.findFirstOrThrow({ where: { controllerId: { not: controllerId } } })
      ).email,
    }));
    const foreignMember = await withOrg(foreign.scope, (tx) => tx.member.findFirstOrThrow());
    const queue = (
      address: string,
      template = "portal-thread-to-steward",
      attachmentId: string | null = null,
    ) =>
      attempt(
        app,
        portal(own),
        `INSERT INTO outbox_mail (id, org_id, template, locale, to_name, to_address, params, state, attempts, next_attempt_at,
          message_id, envelope_id, created_at, attachment_id) VALUES (gen_random_uuid(), $1, $2, 'fr', 'N', $3, '{}', 'queued',
          0, now(), gen_random_uuid()::text, gen_random_uuid()::text, now(), $4)`,
        [own.scope.org, template, address, attachmentId],
      );
    expect(await queue(known.member.toUpperCase())).toBe(1);
    for (const address of ["anybody@elsewhere.example", known.contact, known.stranger, foreignMember.email])
      expect(await queue(address), address).toBe("42501");
    // Templates of other acts: a contact's act cannot make somebody believe that those happened.
    for (const template of [
      "invitation",
      "portal-sign-in",
      "portal-thread-to-contact",
      "portal-decision-taken",
    ])
      expect(await queue(known.member, template), template).toBe("42501");
    const { documentId } = await withOrg(own.scope, (tx) =>
      tx.decisionCertificate.findFirstOrThrow({ where: { controllerId } }),
    );
    expect(await queue(known.member, "portal-decision-taken", documentId)).toBe(1);
    expect(await queue(known.contact, "portal-decision-told", documentId)).toBe(1);
    expect(await queue(known.member, "portal-decision-told", documentId)).toBe("42501");
    expect(await queue(known.contact, "portal-decision-told")).toBe("42501");
  });

  it("begins a thread of the portal on what it sees, and on no other row or id", async () => {
    const subjects = await withOrg(own.scope, async (tx) => ({
      seen: (await tx.processingRecord.findFirstOrThrow({ where: { controllerId, state: { not: "draft" } } }))
        .id,
      draft: (await tx.processingRecord.findFirstOrThrow({ where: { controllerId, state: "draft" } })).id,
      other: (await tx.processingRecord.findFirstOrThrow({ where: { controllerId: { not: controllerId } } }))
        .id,
    }));
    const begin = (noun: string, subject: string) =>
      attempt(
        app,
        portal(own),
        `INSERT INTO thread SELECT (t).* FROM (SELECT jsonb_populate_record(NULL::thread, to_jsonb(x)
            || jsonb_build_object('id', gen_random_uuid(), 'subject_noun', $2::text, 'subject_id', $3::uuid)) AS t
          FROM thread x WHERE x.controller_id = $1 LIMIT 1) made`,
        [controllerId, noun, subject],
      );
    expect(await begin("processing-record", subjects.seen)).not.toBe("42501");
    for (const id of [subjects.draft, subjects.other, "0197f0a0-0000-7000-8000-000000000000"])
      expect(await begin("processing-record", id), id).toBe("42501");
    expect(await begin("member", subjects.seen)).toBe("42501");
    expect(await begin("contract", subjects.seen)).toBe("42501");
  });

  it("shows the portal the measures that its own entries name, and no others", async () => {
    const all = "SELECT 1 FROM measure";
    expect(await attempt(app, staff(own), all)).toBeGreaterThan(1);
    expect(await attempt(app, portal(own), all)).toBe(1);
  });

  it("opens one's own memberships before an organisation is chosen, and no other's", async () => {
    const person = { person: own.actor.personId };
    expect(await attempt(app, person, "SELECT 1 FROM member")).toBe(1);
    expect(await attempt(app, person, "SELECT 1 FROM organisation")).toBe(1);
    expect(await attempt(app, person, "SELECT 1 FROM processing_record")).toBe(0);
  });

  it("keeps people and sessions from the application role, and the register from the authentication role", async () => {
    for (const table of PEOPLE)
      expect(await attempt(app, staff(own), `SELECT 1 FROM ${table}`), table).toBe("42501");
    for (const table of ["processing_record", "controller", "journal_text", "import_run"])
      expect(await attempt(auth, staff(own), `SELECT 1 FROM ${table}`), table).toBe("42501");
  });

  it("keeps a record from naming a controller of another organisation", async () => {
    const insert = `UPDATE processing_record SET controller_id = $1 WHERE org_id = $2 AND capacity = 'processor'`;
    expect(await attempt(app, staff(foreign), insert, [controllerId, foreign.scope.org])).toBe("23503");
  });
});
