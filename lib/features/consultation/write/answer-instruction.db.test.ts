import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { itemAt, required } from "@/lib/domain/invariant/required";
import { askedByLink } from "@/lib/features/consultation/read/asked";
import { withOrg } from "@/lib/platform/database/transaction";
import { newId } from "@/lib/platform/database/ids";
import type { Reader } from "@/lib/platform/read/reader";
import { hashToken } from "@/lib/platform/secrets/token";
import { makeContact } from "@/prisma/factories/contact";
import { addPeople, makeOpenConsultation, tokensOf } from "@/prisma/factories/consultation";
import { makeAccepted } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });
const [found, later, proof] = [{ id: "" }, { id: "" }, { contact: "", other: "" }];
let token = "";

beforeAll(async () => {
  await owner.connect();
  const { id: controllerId } = await makeController(ctx);
  const { id } = await makeOpenConsultation(ctx, { controllerId });
  await addPeople(ctx, id, ["06 12 34 77 01;;fr"]);
  token = itemAt(await tokensOf(ctx, id), 0);
  const stored = await withOrg(ctx.scope, (tx) => tx.consultation.findUniqueOrThrow({ where: { id } }));
  found.id = required(stored.instructionId, "instruction");
  later.id = (await makeAccepted(ctx, { controllerId, kind: "consultation" })).id;
  proof.contact = (await makeContact(ctx, { controllerId })).actor.contactId;
  proof.other = (await makeContact(ctx, { controllerId })).actor.contactId;
});
afterAll(() => owner.end());

const OWN = (sql: string) => `${sql} WHERE id = '${found.id}'`;
const FACT = (sql: string, event: string) =>
  `${sql} WHERE instruction_id = '${found.id}' AND event = '${event}'`;
const BECOMES = (event: string, was = "accept") =>
  FACT(`UPDATE instruction_fact SET event = '${event}'`, was);
const UNEXAMINED = () => FACT("DELETE FROM instruction_fact", "accept");
const reasonIs = (text: string) =>
  `UPDATE consultation SET content = jsonb_set(content, '{instructionReason}', '"${text}"') WHERE instruction_id = '${found.id}'`;
const REASON = () => reasonIs("Le client le demande");
const KIND = (kind: string) => OWN(`UPDATE instruction SET kind = '${kind}'`);
const BY_TELEPHONE = () => OWN("UPDATE instruction SET channel = 'telephone'");
const UNPROVEN = () =>
  OWN(`UPDATE instruction SET channel = 'portal', address_unproven = true, contact_id = '${proof.contact}'`);
const PROVEN = (on: string) =>
  `UPDATE contact_proof SET proven_at = '${on}' WHERE contact_id = '${proof.contact}'`;
const NO_PROOF = () => `DELETE FROM contact_proof WHERE contact_id = '${proof.contact}'`;
const PORTAL = () => OWN(`UPDATE instruction SET channel = 'portal', contact_id = '${proof.contact}'`);
const OBJECTED = () =>
  `INSERT INTO signatory_objection SELECT '${newId(ctx.now)}', org_id, controller_id, id, '${proof.other}', 'x', 'x', now()
    FROM controller_contact WHERE id = '${proof.contact}'`;
const SETTLED = () =>
  `INSERT INTO signatory_settlement SELECT '${newId(ctx.now)}', org_id, controller_id, id, 'x', 'x', now()
    FROM signatory_objection WHERE contact_id = '${proof.contact}'`;
const SUPERSEDED = () => `UPDATE instruction SET supersedes_id = '${found.id}' WHERE id = '${later.id}'`;
const FUTURE = "'2031-01-01'";

const CASES: [string, boolean, () => string[]][] = [
  ["in force", true, () => []],
  ["withdrawn", false, () => [BECOMES("withdraw")]],
  ["amended", false, () => [BECOMES("amend")]],
  ["contested", false, () => [BECOMES("contest"), REASON()]],
  ["confirmed after a contest", true, () => [BECOMES("contest", "check"), BECOMES("confirm")]],
  ["not examined", false, () => [UNEXAMINED()]],
  ["not examined, beside a reason", true, () => [UNEXAMINED(), REASON()]],
  ["not examined, beside a word", false, () => [UNEXAMINED(), reasonIs("Exceptionnellement")]],
  ["about something else, whatever the reason", false, () => [KIND("erasure"), REASON()]],
  ["about nothing that anybody said", false, () => [KIND("unsaid")]],
  ["about nothing that anybody said, beside a reason", true, () => [KIND("unsaid"), REASON()]],
  ["said on the telephone", false, () => [BY_TELEPHONE(), REASON()]],
  [
    "said on the telephone and written since",
    true,
    () => [BY_TELEPHONE(), BECOMES("confirm-in-writing", "check")],
  ],
  ["of a later effect", false, () => [OWN(`UPDATE instruction SET effective_on = ${FUTURE}`), REASON()]],
  [
    "accepted on a day to come",
    false,
    () => [FACT(`UPDATE instruction_fact SET fact_on = ${FUTURE}`, "accept")],
  ],
  ["received on a day to come", false, () => [OWN(`UPDATE instruction SET received_at = ${FUTURE}`)]],
  ["written from an address that nothing proves", false, () => [UNPROVEN(), NO_PROOF(), REASON()]],
  ["written from an address that was proven", true, () => [UNPROVEN(), PROVEN("2026-03-10")]],
  ["written from an address that is proven later", false, () => [UNPROVEN(), PROVEN("2031-01-01")]],
  ["written by a signatory to whom another contact objects", false, () => [PORTAL(), OBJECTED(), REASON()]],
  [
    "written by one to whom somebody objected until it was settled",
    true,
    () => [PORTAL(), OBJECTED(), SETTLED()],
  ],
  ["superseded", false, () => [SUPERSEDED()]],
  [
    "superseded by one that was never accepted",
    true,
    () => [
      SUPERSEDED(),
      `DELETE FROM instruction_fact WHERE instruction_id = '${later.id}' AND event = 'accept'`,
    ],
  ],
  [
    "superseded by one that was withdrawn after it held",
    false,
    () => [
      SUPERSEDED(),
      `INSERT INTO instruction_fact SELECT (jsonb_populate_record(f, jsonb_build_object('id', '${newId(ctx.now)}', 'version', 90,
        'event', 'withdraw', 'state', 'withdrawn', 'fact_on', '2026-04-01'))).* FROM instruction_fact f
        WHERE instruction_id = '${later.id}' AND event = 'accept'`,
    ],
  ],
];

const TABLES = [
  ...["instruction", "instruction_fact", "consultation", "contact_proof"],
  ...["controller_contact", "signatory_objection", "signatory_settlement"],
];
const SETTINGS = `SELECT set_config('app.scope', 'data-subject', true), set_config('app.link', $1, true)`;
/** Reads as the page of a link, by the connection of a case. */
const reader: Reader = {
  $queryRaw: async <Rows>(query: unknown) => {
    const [sql] = query as TemplateStringsArray;
    // The caller names the rows that its statement gives.
    return (await owner.query(sql ?? "")).rows as Rows;
  },
};

it.each(CASES)(
  "an instruction that is %s: the database answers %s, as the page does",
  async (_, expected, changes) => {
    await owner.query("BEGIN");
    try {
      for (const table of TABLES)
        await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
      for (const sql of changes()) expect((await owner.query(sql)).rowCount, sql).toBe(1);
      for (const table of TABLES) await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await owner.query(SETTINGS, [Buffer.from(hashToken(token)).toString("hex")]);
      const asked = await askedByLink(reader, ctx.now);
      expect(asked?.status).toBe(expected ? "valid" : "suspended");
      const answers = (outcome: string) =>
        owner.query(`SELECT outcome FROM consultation_answer($1::jsonb, 'fr', 2, $2)`, [
          JSON.stringify([{ id: newId(ctx.now), number: 1, outcome, until: null }]),
          ctx.now,
        ]);
      expect((await answers("allowed")).rowCount).toBe(expected ? 1 : 0);
      expect((await answers("refused")).rowCount).toBe(1);
    } finally {
      await owner.query("ROLLBACK");
    }
  },
);
