import { afterAll, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { today } from "@/lib/platform/request/context";
import { objectToSignatory } from "@/lib/features/signatory-objection/write/object";
import { settleObjections } from "@/lib/features/signatory-objection/write/settle";
import { scriptDecisionSchema } from "@/lib/features/call-script/schema";
import { decideScript } from "@/lib/features/call-script/write/decisions";
import { askForApproval, makeCallScript } from "@/prisma/factories/call-script";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { step } from "@/prisma/factories/instruction";
import { signInstruction } from "@/prisma/factories/signed-acts";
import { makeWrittenAct } from "@/prisma/factories/written-act";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const database = await freshDatabase();
afterAll(() => database.drop());
const ctx = await makeOrganisation(database.ownerUrl);
const REASON = "Cette personne ne travaille pas chez nous";
const SOURCE = "Courrier du gérant, 3 décembre";

it("lists who objected to whom, when, and what became of it, beside what the signatory gave", async () => {
  const request = await makeRequest(ctx);
  const { controllerId } = request;
  const signatory = await makeContact(ctx, { controllerId });
  const other = await makeContact(ctx, { controllerId, name: "Luc Ferrand", role: "reader" });
  await makeDecision(signatory, request);
  const given = valueOf(await signInstruction(signatory));
  const script = await askForApproval(ctx, await makeCallScript(ctx, { controllerId }));
  const answer = scriptDecisionSchema.parse({
    id: script.id,
    digest: script.digest,
    outcome: "approved",
    power: "Mandat",
  });
  valueOf(await decideScript(signatory, answer));
  const on = today(ctx);
  await step(ctx, await step(ctx, given, "check", { on }), "accept", { on });
  const read = async (of = controllerId) => {
    const asked = { audience: "controller", recipient: "x", controllerIds: [of] };
    const sections = ["authorisations", "instructions", "telephone"];
    const files = await makeVerified({ ...ctx, now: new Date() }, { ...asked, sections });
    const pathOf = (name: string) => [...files.keys()].find((path) => path.endsWith(name))!;
    return {
      rows: [
        ...rowsOf(files, pathOf("/authorisations.json")),
        ...rowsOf(files, pathOf("/instructions.json")),
        ...rowsOf(files, pathOf("/telephone.json")),
      ],
      tables: ["/authorisations.csv", "/instructions.csv", "/telephone.csv"].map((name) =>
        String(files.get(pathOf(name))),
      ),
    };
  };
  const before = await read();
  expect(before.rows.map(({ objections }) => objections)).toEqual([[], [], []]);
  valueOf(await objectToSignatory(other, { id: signatory.actor.contactId, reason: REASON }));
  const objection = {
    signatoryAddress: signatory.email,
    means: "portal",
    by: "Luc Ferrand",
    reason: REASON,
    at: other.now.toISOString(),
  };
  // Leaves the instruction out: while somebody objects to who gave it, it does not bind.
  const open = await read();
  expect(open.rows).toHaveLength(2);
  for (const { objections } of open.rows)
    expect(objections).toEqual([expect.objectContaining({ ...objection, ended: null })]);
  expect(open.tables[0]).toMatch(/Luc Ferrand s’oppose à .*: Cette.*Non levée/);
  const documentId = await makeWrittenAct(ctx, controllerId);
  const { sha256: documentDigest } = await withOrg(ctx.scope, (tx) =>
    tx.attachment.findUniqueOrThrow({ where: { id: documentId } }),
  );
  valueOf(await settleObjections(ctx, { id: signatory.actor.contactId, source: SOURCE, documentId }));
  const ended = await read();
  expect(ended.rows).toHaveLength(3);
  for (const { objections } of ended.rows)
    expect(objections).toEqual([
      expect.objectContaining({
        ...objection,
        ended: { source: SOURCE, by: ctx.actor.name, at: ctx.now.toISOString(), documentDigest },
      }),
    ]);
  for (const table of ended.tables) expect(table).toContain(SOURCE);
  const foreign = await read((await makeController(ctx)).id);
  expect(foreign.rows).toEqual([]);
}, 180_000);
