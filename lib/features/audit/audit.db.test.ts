import { describe, expect, it } from "vitest";
import { readMade, unzip } from "@/lib/features/dossier/dossier.fixture";
import { makeDossier } from "@/lib/features/dossier/write/make";
import { openZip, exportDossier } from "@/lib/features/dossier/write/mutations";
import { requestLink, signInByLink } from "@/lib/features/link-sign-in/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { lettersTo } from "@/prisma/factories/account";
import { collect, makeUncollectedGrant, makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { tableSchema } from "./schema";
import { askForOwnDossier, exportTable } from "./write/mutations";

const DEVICE = { userAgent: "Firefox", address: "192.0.2.7" };

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: own } = await makeController(ctx, { legalName: "Orvelle" });
const { id: other } = await makeController(ctx, { legalName: "Voltiris" });
await makeActiveRecord(ctx, { controllerId: own, activity: "Appels d’Orvelle" });
await makeActiveRecord(ctx, { controllerId: other, activity: "Appels de Voltiris" });
const grant = await makeGrant(ctx, { controllerIds: [own], sections: ["register", "journal"] });

const exportAs = (format: string, section = "register") =>
  exportTable(grant, tableSchema.parse({ section, format }));

describe("a section that an auditor takes away", () => {
  it.each(["csv", "json"])("is what was collected, as %s, and is in the journal", async (format) => {
    const made = valueOf(await exportAs(format));
    const text = new TextDecoder().decode(made.body);
    expect([text.includes("Orvelle"), text.includes("Voltiris")]).toEqual([true, false]);
    const last = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
    );
    expect(last?.event).toBe("export.taken");
    expect(JSON.parse(last!.text!)).toMatchObject({
      actor: { kind: "auditor", id: grant.actor.grantId },
      after: { format, contents: "register", records: 1 },
    });
  });

  it.each([
    ["xlsx", "PK"],
    ["pdf", "%PDF"],
  ])("is a file of its kind as %s", async (format, start) => {
    const { body } = valueOf(await exportAs(format));
    expect(new TextDecoder("latin1").decode(body.slice(0, start.length))).toBe(start);
  });

  it("is none that the grant does not cover, nor a volume that there is not", async () => {
    expect(await exportAs("csv", "clauses")).toMatchObject({ refusal: { kind: "not-found" } });
    const beyond = tableSchema.parse({ section: "register", format: "pdf", volume: 2 });
    expect(await exportTable(grant, beyond)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("a dossier that an auditor asks for", () => {
  it("is of the grant's controller alone, names no other, and is taken by nobody else's grant", async () => {
    const { id } = valueOf(await askForOwnDossier(grant, { controllerId: "", language: "fr" }));
    const job = jobContext("dossier-making", ctx.scope.org, ctx.now);
    expect(valueOf(await makeDossier(job, id, new AbortController().signal))).toBe("made");
    const { row, zip } = await readMade(ctx, id);
    expect(row).toMatchObject({
      audience: "auditor",
      requestedById: grant.actor.grantId,
      controllerIds: [own],
    });
    const files = await unzip(zip);
    for (const [path, bytes] of files)
      if (/\.(csv|json|jsonl|txt)$/.test(path))
        expect([path, bytes.includes("Voltiris")]).toEqual([path, false]);
    expect([...files.keys()].some((path) => path.endsWith("journal.jsonl"))).toBe(true);
    expect((await openZip(grant, id)).ok).toBe(true);
    expect((await exportDossier(grant, id, null)).ok).toBe(true);
    const foreign = await makeGrant(ctx, { controllerIds: [other], sections: ["register"] });
    expect(await openZip(foreign, id)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("the sign-in of an auditor", () => {
  const ask = async (email: string) => {
    const { browser } = valueOf(await requestLink({ email, next: "/portal" }, "", DEVICE, new Date()));
    const letter = (await lettersTo(database.ownerUrl, email)).find(
      ({ template }) => template === "audit-sign-in",
    );
    return { browser, token: /link\/([\w-]+)/.exec(letter?.secrets.link ?? "")?.[1] ?? "", letter };
  };

  it("is by a letter's link, in the browser that asked, and is noted as the first entry", async () => {
    const { id, email } = await makeUncollectedGrant(ctx, { sections: ["register"] });
    // Nothing is collected yet: nobody is written to.
    expect((await ask(email)).letter).toBeUndefined();
    valueOf(await collect(ctx, id));
    const { browser, token, letter } = await ask(email);
    expect(letter?.secrets.link).toMatch(/\/audit\/sign-in\/link\/.*next=%2Faudit/);
    const attempt = { token, code: "", browser, returnPath: "/audit" };
    const entered = await signInByLink(attempt, DEVICE, new Date());
    expect(entered).toMatchObject({ email, means: "link" });
    const session = await readSession(await openSession(entered.id, DEVICE, new Date(), "link"), new Date());
    expect(session).toMatchObject({ memberships: [], contacts: [], audits: [{ id }] });
    const accepted = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { event: "audit.accepted", subjectId: id } }),
    );
    expect(accepted).toBe(1);
  });
});
