import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest } from "@/prisma/factories/authorisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { askForApproval, makeCallScript } from "@/prisma/factories/call-script";
import { makeContact, type MadeContact, portalSettings } from "@/prisma/factories/contact";
import { makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { addMessage } from "@/prisma/factories/thread";
import { openDatabase } from "@/scripts/test/open-database";
import { CHANGES_OTHERS, NAMES_OTHERS } from "./own-contact.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });
const guest = new Client({ connectionString: database.portalUrl });
const auditor = new Client({ connectionString: database.auditorUrl });

beforeAll(() => Promise.all([owner.connect(), guest.connect(), auditor.connect()]));
afterAll(() => Promise.all([owner.end(), guest.end(), auditor.end()]));

/** Names of columns that say who acts: references to a contact are found by their foreign key beside them. */
const WHO = "(^|_)(contact|author|reader|person|member|by|to)_(id|name)$|^(signatory|writer)$";

type Named = { table: string; column: string; checks: string[]; changes: string[] };

/** The columns by which a row that the portal's role may add or change names somebody, with the policies that apply. */
async function findNamed(): Promise<Named[]> {
  const policies = (
    verb: string,
    expression: string,
  ) => `ARRAY(SELECT pg_get_expr(p.${expression}, p.polrelid)
    FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd IN ('${verb}', '*')
      AND 'amana_portal'::regrole = ANY (p.polroles))`;
  const { rows } = await owner.query<Named>(
    `SELECT c.relname AS table, a.attname AS column,
        CASE WHEN has_column_privilege('amana_portal', c.oid, a.attnum, 'INSERT') THEN ${policies("a", "polwithcheck")}
          ELSE '{}' END AS checks,
        CASE WHEN has_any_column_privilege('amana_portal', c.oid, 'UPDATE') THEN ${policies("w", "polqual")} ELSE '{}' END
          AS changes
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND has_any_column_privilege('amana_portal', c.oid, 'INSERT, UPDATE')
        AND (a.attname ~ $1 OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'
          AND k.confrelid = 'controller_contact'::regclass AND a.attnum = k.conkey[array_length(k.conkey, 1)]))
      ORDER BY 1, 2`,
    [WHO],
  );
  return rows;
}

it("each column by which the portal's role names somebody is compared with the session's own contact", async () => {
  const named = await findNamed();
  expect(named.length).toBeGreaterThan(30);
  const isOwn = (column: string) => new RegExp(String.raw`portal_is_self\([^()]*\b${column}\b`, "u");
  const loose = named.filter(({ column, checks }) => checks.some((check) => !isOwn(column).test(check)));
  expect(loose.map(({ table, column }) => `${table}.${column}`)).toEqual(Object.keys(NAMES_OTHERS));
  const moved = named.filter(({ changes }) => changes.some((using) => !using.includes("portal_is_self(")));
  expect([...new Set(moved.map(({ table }) => table))]).toEqual(Object.keys(CHANGES_OTHERS));
});

/** A controller with everything that its contacts act on, two of them whose addresses are proven and one who waits. */
async function makeClient() {
  const { controllerId } = await makeAgreed(ctx);
  const [own, colleague] = [
    await makeContact(ctx, { controllerId }),
    await makeContact(ctx, { controllerId, name: "Luc Ferrand" }),
  ];
  const third = await makeContact(ctx, { controllerId, name: "Anne Roy", isProven: false });
  const authorisation = await makeRequest(ctx, { controllerId });
  const script = await askForApproval(ctx, await makeCallScript(ctx, { controllerId }));
  const request = await stepRightsRequest(
    ctx,
    await makeRightsRequest(ctx, { controllerId, rights: "erasure" }),
    "relayed",
    { means: "letter" },
  );
  const threadId = await addMessage(ctx, authorisation.id, { noun: "authorisation" });
  return {
    controllerId,
    own,
    colleague,
    third,
    authorisation,
    script,
    request,
    threadId,
    noticeId: await issue(controllerId),
  };
}

async function issue(controllerId: string): Promise<string> {
  const facts = { "what-happened": { text: "Une sauvegarde a été copiée." } };
  const { parts } = await makeBreachFile(ctx, { controllerIds: [controllerId], facts });
  const { id } = valueOf(await draftNotice(ctx, { partId: itemAt(parts, 0).partId }));
  const { version, locale, content } = required(
    await withOrg(ctx.scope, (tx) => findNotice(tx, id)),
    "notice",
  );
  const typed = { whatHappened: content.whatHappened, contactPoint: content.contactPoint ?? "" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse({ id, version, locale, ...typed, act: "issue" })));
  return id;
}

type MadeClient = Awaited<ReturnType<typeof makeClient>>;
type Row = Record<string, unknown>;
type Signer = { id: string; name: string; personId: string };

const signerOf = ({ actor }: MadeContact): Signer => ({
  id: actor.contactId,
  name: actor.name,
  personId: actor.personId,
});

/** A row of each table as the portal's own code begins it, in the name of a contact: the rest is of no policy. */
function rowsOf(client: MadeClient, { id, name, personId }: Signer): [table: string, row: Row][] {
  const { controllerId, third, authorisation, script, request, threadId, noticeId } = client;
  const by = { contact_id: id, author_name: name };
  const guestFact = { author_kind: "controller-contact", author_name: name };
  const document = { purpose: "document", ...by };
  const beside = { authorisation_id: authorisation.id };
  return [
    ["access_look", { contact_id: id, contact_name: name }],
    ["attachment", { ...document, subject_noun: "thread", subject_id: threadId }],
    [
      "attachment",
      {
        ...document,
        subject_noun: "authorisation",
        subject_id: authorisation.id,
        content_type: "application/pdf",
      },
    ],
    ["authorisation_fact", { ...beside, ...guestFact, event: "approve", author_id: personId }],
    ["authorisation_fact", { ...beside, ...guestFact, event: "receive", author_id: personId }],
    ["breach_notice_fact", { ...guestFact, notice_id: noticeId, kind: "acknowledged", author_id: id }],
    ["call_script_decision", { ...by, request_id: script.id, digest: script.digest }],
    [
      "contact_proof",
      {
        contact_id: third.actor.contactId,
        email: third.email,
        means: "contact",
        by_contact_id: id,
        by_name: name,
      },
    ],
    ["contact_signature", { contact_id: id }],
    ["decision_reading", { ...beside, contact_id: id }],
    ["decision_signature", { ...beside, contact_id: id }],
    ["instruction", { ...by, channel: "portal", state: "received" }],
    ["instruction_fact", { ...by, event: "confirm" }],
    ["instruction_fact", { ...by, event: "confirm-in-writing", writer: name, medium: "portal" }],
    ["instruction_version", { author_name: name }],
    ["rights_request_fact", { ...guestFact, request_id: request.id, kind: "refused" }],
    ["signatory_objection", { contact_id: third.actor.contactId, by_contact_id: id, by_name: name }],
    ["thread_message", { thread_id: threadId, side: "contact", author_id: id, author_name: name }],
    ["thread_read", { thread_id: threadId, side: "contact", reader_id: id }],
  ].map(([table, row]) => [
    table as string,
    { org_id: ctx.scope.org, controller_id: controllerId, ...(row as Row) },
  ]);
}

/** The code that a statement is answered with by whoever chooses every setting; "" where it is carried out. */
async function attempt(by: Client, settings: Row, sql: string, values: unknown[]): Promise<string> {
  await by.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(settings))
      await by.query("SELECT set_config($1, $2, true)", [`app.${name}`, value]);
    await by.query(sql, values);
    return "";
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await by.query("ROLLBACK");
  }
}

function insert(by: Client, settings: Row, table: string, row: Row): Promise<string> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`);
  const sql = `INSERT INTO public.${table} (${columns.join(", ")}) VALUES (${places.join(", ")})`;
  return attempt(by, settings, sql, Object.values(row));
}

const REFUSED = "42501";
/** The policy let the row pass: what it lacks is asked for afterwards. */
const LACKING = "23502";

it("a contact adds no row in a colleague's name, nor under another name", async () => {
  const client = await makeClient();
  const settings = portalSettings(client.own.scope);
  const own = signerOf(client.own);
  const colleague = signerOf(client.colleague);
  for (const [at, [table, row]] of rowsOf(client, own).entries()) {
    const [, forged] = itemAt(rowsOf(client, colleague), at);
    const [, renamed] = itemAt(rowsOf(client, { ...own, name: colleague.name }), at);
    const called = `${table} ${JSON.stringify(row)}`;
    expect(await insert(guest, settings, table, row), called).toBe(LACKING);
    expect(await insert(guest, settings, table, forged), called).toBe(REFUSED);
    if (JSON.stringify(renamed) !== JSON.stringify(row))
      expect(await insert(guest, settings, table, renamed), called).toBe(REFUSED);
  }
});

it("a receipt is of whoever the log of accesses shows, and of nobody else", async () => {
  const client = await makeClient();
  const { authorisation, colleague, controllerId, own } = client;
  const at = new Date();
  const reader = signerOf(colleague);
  const receipt = {
    org_id: ctx.scope.org,
    controller_id: controllerId,
    authorisation_id: authorisation.id,
    author_kind: "controller-contact",
    event: "receive",
    at,
    author_id: reader.personId,
    author_name: reader.name,
  };
  const asOwn = () => insert(guest, portalSettings(own.scope), "authorisation_fact", receipt);
  expect(await asOwn()).toBe(REFUSED);
  await withOrg(colleague.scope, (tx) =>
    tx.accessLook.createMany({
      data: [
        {
          id: newId(at),
          orgId: ctx.scope.org,
          controllerId,
          contactId: reader.id,
          contactName: reader.name,
          noun: "authorisation",
          subjectId: authorisation.id,
          label: "A-001",
          lookedAt: at,
          address: "",
        },
      ],
    }),
  );
  expect(await asOwn()).toBe(LACKING);
});

it("a contact neither spends a colleague's reading nor moves how far a colleague has read", async () => {
  const client = await makeClient();
  const { authorisation, colleague, controllerId, own, threadId } = client;
  const [{ contactId }, now] = [colleague.actor, new Date()];
  await withOrg(colleague.scope, async (tx) => {
    await tx.$executeRaw`INSERT INTO thread_read (thread_id, reader_id, org_id, controller_id, side, read_to, read_at)
      VALUES (${threadId}::uuid, ${contactId}::uuid, ${ctx.scope.org}::uuid, ${controllerId}::uuid, 'contact', 0, ${now})`;
    await tx.$executeRaw`INSERT INTO decision_reading (id, org_id, controller_id, authorisation_id, contact_id, session_id,
        digest, token_hash, shown_at, expires_at)
      VALUES (${newId(now)}::uuid, ${ctx.scope.org}::uuid, ${controllerId}::uuid, ${authorisation.id}::uuid,
        ${contactId}::uuid, ${colleague.sessionId}::uuid, '', ${Buffer.from("00")}, ${now}, ${now})`;
  });
  const moves = (by: MadeContact) =>
    withOrg(by.scope, async (tx) => [
      await tx.$executeRaw`UPDATE thread_read SET read_to = 9 WHERE reader_id = ${contactId}::uuid`,
      await tx.$executeRaw`UPDATE decision_reading SET used_at = ${now} WHERE contact_id = ${contactId}::uuid`,
    ]);
  expect(await moves(own)).toEqual([0, 0]);
  expect(await moves(colleague)).toEqual([1, 1]);
});

const entryOf = (actor: object) =>
  JSON.stringify({ event: "probe.made", subject: { noun: "contact" }, actor });
const APPEND = "SELECT journal_append($1, ARRAY[decode(repeat('00', 16), 'hex')], ARRAY[$2])";

it("guests enter nothing in the journal in another's name", async () => {
  const { own, colleague } = await makeClient();
  const [self, other] = [signerOf(own), signerOf(colleague)];
  const asContact = (actor: object) =>
    attempt(guest, portalSettings(own.scope), APPEND, [ctx.scope.org, entryOf(actor)]);
  const kind = "controller-contact";
  expect(await asContact({ kind, id: self.id, name: self.name })).toBe("");
  for (const actor of [
    { kind, id: other.id, name: other.name },
    { kind, id: self.id, name: other.name },
    { kind, id: self.id },
    { kind: "staff", id: self.id, name: self.name },
    { kind: "staff", id: ctx.actor.memberId, name: ctx.actor.name },
    {},
  ])
    expect(await asContact(actor), JSON.stringify(actor)).toBe(REFUSED);
});

it("an auditor is noted under the name of its grant alone", async () => {
  const grant = await makeGrant(ctx, { sections: ["register"] });
  const { grantId, name } = grant.actor;
  const settings = { org: ctx.scope.org, grant: grantId, session: grant.scope.sessionHash };
  const look = (called: string) =>
    insert(auditor, settings, "access_look", {
      org_id: ctx.scope.org,
      grant_id: grantId,
      contact_name: called,
    });
  expect([await look(name), await look("Luc Ferrand")]).toEqual([LACKING, REFUSED]);
  const enter = (actor: object) => attempt(auditor, settings, APPEND, [ctx.scope.org, entryOf(actor)]);
  expect(await enter({ kind: "auditor", id: grantId, name })).toBe("");
  for (const actor of [
    { kind: "auditor", id: grantId, name: "Luc Ferrand" },
    { kind: "auditor", id: newId(new Date()), name },
    { kind: "staff", id: ctx.actor.memberId, name: ctx.actor.name },
  ])
    expect(await enter(actor), JSON.stringify(actor)).toBe(REFUSED);
});
