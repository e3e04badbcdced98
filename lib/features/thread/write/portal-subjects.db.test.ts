import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { THREAD_NOUNS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import { findAskable } from "@/lib/features/thread/read/subject";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { LOCALES } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest } from "@/prisma/factories/authorisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeAccepted } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { writeMessage } from "./mutations";
import { freshDatabase } from "@/scripts/test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

/** A subject of each noun that declares a thread, of one controller and before its eyes. */
const MAKE: Record<ThreadNoun, (controllerId: string) => Promise<string>> = {
  "processing-record": async (controllerId) => (await makeActiveRecord(ctx, { controllerId })).id,
  contract: async (controllerId) => (await makeContractInForce(ctx, { controllerId })).id,
  instruction: async (controllerId) => (await makeAccepted(ctx, { controllerId })).id,
  authorisation: async (controllerId) => {
    await makeAgreed(ctx, {}, controllerId);
    return (await makeRequest(ctx, { controllerId })).id;
  },
  "breach-notice": async (controllerId) => {
    const { parts } = await makeBreachFile(ctx, {
      controllerIds: [controllerId],
      facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
    });
    const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
    const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
    const { whatHappened, contactPoint } = content;
    const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
    valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
    return id;
  },
};

const subjects = new Map<ThreadNoun, { id: string; contact: MadeContact }>();

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  for (const noun of THREAD_NOUNS) {
    const controllerId = (await makeController(ctx)).id;
    const id = await MAKE[noun](controllerId);
    subjects.set(noun, { id, contact: await makeContact(ctx, { controllerId, role: "reader" }) });
  }
}, 120_000);
afterAll(() => database.drop());

describe.each(THREAD_NOUNS)("a contact and a %s", (noun) => {
  it("finds it among the subjects of a first question, and asks", async () => {
    const { id, contact } = subjects.get(noun)!;
    const askable = await withOrg(contact.scope, findAskable);
    expect(askable).toContainEqual(expect.objectContaining({ noun, id }));
    const thread = await addMessage(contact, id, { noun });
    const row = await withOrg(contact.scope, (tx) => tx.thread.findUnique({ where: { id: thread } }));
    expect(row).toMatchObject({ subjectNoun: noun, subjectId: id, state: "with-processor" });
  });

  it("of another controller neither finds it nor asks", async () => {
    const { id } = subjects.get(noun)!;
    const foreign = await makeContact(ctx);
    const askable = await withOrg(foreign.scope, findAskable);
    expect(askable.filter((subject) => subject.id === id)).toEqual([]);
    await expect(addMessage(foreign, id, { noun })).rejects.toThrow("not-found");
  });
});

describe("an answer to one controller", () => {
  it("that may name another one is asked about, and sent once a person says that it does not", async () => {
    const { id } = subjects.get("processing-record")!;
    await makeController(ctx, { legalName: "Mutuelle des Calanques" });
    const text = "Le portail Calanques n’est pas concerné.";
    const input = { noun: "processing-record", subjectId: id, text } as const;
    expect(await writeMessage(ctx, input)).toMatchObject({
      refusal: { issues: [{ path: "areNamesConfirmed", params: { names: "Calanques" } }] },
    });
    valueOf(await writeMessage(ctx, { ...input, areNamesConfirmed: true }));
    valueOf(await writeMessage(ctx, { ...input, text: "Le portail n’est pas concerné." }));
  });
});

describe("the letter about a message", () => {
  it.each(LOCALES)("names each kind of subject by a word of its own, in %s", async (locale) => {
    const t = await translator(locale, "mail");
    for (const template of ["portal-thread-to-steward", "portal-thread-to-contact"] as const) {
      const subjects = await withOrg(ctx.scope, async (tx) => {
        const rows = await tx.outboxMail.findMany({ where: { template: "portal-thread-to-steward" } });
        return [...new Set(rows.map(({ params }) => (params as Record<string, string>).subject!))];
      });
      expect(subjects).toHaveLength(THREAD_NOUNS.length);
      const named = { reference: "7", controller: "Orvelle", organisation: "Zellij" };
      const lines = subjects.map((subject) => t(`${template}.subject`, { ...named, subject }));
      expect(new Set(lines).size).toBe(THREAD_NOUNS.length);
    }
  });
});
