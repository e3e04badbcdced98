import { afterAll, beforeAll, expect, it } from "vitest";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema, ownNotificationSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { stateOwnNotification } from "@/lib/features/breach-notice/write/own-notification";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const BEGAN = new Date("2026-11-26T10:00:00Z");
const CALLED = new Date("2026-11-26T12:00:00Z");
const NOW = new Date("2026-11-28T10:00:00Z");
const PLACE = "controller-set-aside";
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let ids: { told: string; dropped: string };

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-20T10:00:00Z"));
  const [told, dropped] = [await client("Voltiris"), await client("Harbour")];
  ids = { told, dropped };
  const { breachId, parts } = await makeBreachFile(later(), {
    controllerIds: [told, dropped],
    awareAt: BEGAN,
    facts: {
      "what-happened": { text: "Une sauvegarde de Voltiris et de Harbour a été copiée." },
      consequences: { text: "Démarchage" },
      measures: { text: "Accès fermé" },
    },
    shares: { [told]: { persons: { count: 138 } } },
  });
  const call = (controllerId: string, kind: string, at: Date) =>
    withOrg(ctx.scope, (tx) =>
      insertNoticeFact(tx, later(), {
        breachId,
        controllerId,
        noticeId: null,
        kind,
        at,
        value: { who: "Yann" },
      }),
    );
  await call(told, "call-made", CALLED);
  await call(dropped, "call-made", CALLED);
  await withOrg(ctx.scope, async (tx) => {
    await tx.breachFact.create({
      data: {
        id: newId(NOW),
        orgId: ctx.scope.org,
        breachId,
        number: 50,
        kind: PLACE,
        value: {},
        at: null,
        controllerId: dropped,
        reason: "Aucune de ses données",
        recordedAt: NOW,
        authorKind: "staff",
        authorId: ctx.actor.memberId,
        authorName: ctx.actor.name,
      },
    });
    await tx.breachController.updateMany({ where: { controllerId: dropped }, data: { status: "set-aside" } });
  });
  await call(dropped, "call-rectified", NOW);
  const { partId } = parts.find(({ controllerId }) => controllerId === told)!;
  const contact = { ...(await makeContact(ctx, { controllerId: told, role: "reader" })), now: NOW };
  const state = (typed: Record<string, string>) =>
    stateOwnNotification(contact, ownNotificationSchema.parse({ id: partId, day: "2026-11-27", ...typed }));
  const authority = { kind: "authority-stated", time: "09:00" };
  valueOf(await state({ ...authority, answer: "done", authority: "CNIL" }));
  valueOf(
    await state({ ...authority, answer: "decided-not", authority: "APD", note: "Aucune personne belge" }),
  );
  valueOf(
    await state({ kind: "persons-stated", time: "10:00", answer: "decided-not", note: "Données chiffrées" }),
  );
}, 120_000);
afterAll(() => database.drop());

const later = () => ({ ...ctx, now: NOW });
const client = async (legalName: string) => (await makeController(ctx, { legalName })).id;
const dossierFor = (controllerId: string) =>
  makeVerified(later(), {
    audience: "controller",
    recipient: "x",
    controllerIds: [controllerId],
    sections: ["breaches"],
  });
const breachRows = (files: Map<string, Buffer>) => rowsOf(files, "08-breaches/breaches.json");
const journalOf = (files: Map<string, Buffer>) =>
  [...files].flatMap(([name, body]) => (name.includes("journal") ? body.toString("utf8") : [])).join("\n");
const tableOf = (files: Map<string, Buffer>) => files.get("08-breaches/breaches.csv")!.toString("utf8");

it("keeps the row of a client that was told by telephone, dropped, and told so by telephone", async () => {
  const files = await dossierFor(ids.dropped);
  expect(breachRows(files)).toMatchObject([
    {
      controller: "Harbour",
      clock: "rectified",
      rectification: "made",
      told: {
        notices: [],
        calls: [
          { at: CALLED.toISOString(), isRectifying: false },
          { at: NOW.toISOString(), isRectifying: true },
        ],
      },
    },
  ]);
  const table = tableOf(files);
  expect(table).toContain("rectifié par téléphone");
  // Words of the file name another client.
  expect(table).not.toContain("Voltiris");
});

it("holds what a client notified beside what it decided not to, and what it decided of the persons", async () => {
  const table = tableOf(await dossierFor(ids.told));
  for (const told of [
    "CNIL, notifiée le",
    "décidé de ne pas notifier (APD)",
    "Aucune personne belge",
    "Données chiffrées",
  ])
    expect(table).toContain(told);
});

it("states facts, effects, measures and persons of each row to an authority, 33(5)", async () => {
  const files = await makeVerified(later(), {
    audience: "authority",
    recipient: "CNIL",
    sections: ["breaches"],
  });
  expect(breachRows(files)).toMatchObject([
    {
      account: { consequences: "Démarchage", measures: "Accès fermé", persons: 138 },
      title: "Copie d’une sauvegarde",
    },
    { account: { persons: null } },
  ]);
  const table = tableOf(files);
  for (const said of ["Démarchage", "Accès fermé", "138", "non établi"]) expect(table).toContain(said);
});

it("names no other client in what it gives of chosen clients, whoever receives it", async () => {
  await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ data: { title: "Sauvegarde de Harbour copiée" } }));
  const ofTold = { controllerIds: [ids.told], sections: ["breaches", "journal"], recipient: "x" };
  for (const audience of ["controller", "authority", "auditor"]) {
    const files = await makeVerified(later(), { ...ofTold, audience });
    expect(tableOf(files)).not.toContain("Harbour");
    // Day and hour of the awareness are told once as what it is called, and once in their own column.
    expect(tableOf(files).match(/Violation connue le/g)).toHaveLength(1);
    expect(breachRows(files)).toMatchObject([{ title: expect.stringMatching(/^Violation connue le /) }]);
    expect(journalOf(files)).not.toContain("Harbour");
  }
  const whole = await makeVerified(later(), { ...ofTold, controllerIds: [], audience: "authority" });
  expect(tableOf(whole)).toContain("Sauvegarde de Harbour copiée");
});

it("marks what a client states as page and portal do, and keeps its first awareness", async () => {
  const end = { ...ctx, now: new Date("2026-12-01T10:00:00Z") };
  const { id: controllerId } = await makeController(ctx, { legalName: "Brenval" });
  const { breachId, parts } = await makeBreachFile(later(), {
    controllerIds: [controllerId],
    awareAt: BEGAN,
  });
  const anew = new Date("2026-11-27T15:00:00Z");
  for (const [kind, at] of [
    ["call-made", CALLED],
    ["call-rectified", new Date("2026-11-27T10:00:00Z")],
    ["call-made", anew],
  ] as const)
    await withOrg(ctx.scope, (tx) =>
      insertNoticeFact(tx, end, { breachId, controllerId, noticeId: null, kind, at, value: { who: "Yann" } }),
    );
  const contact = { ...(await makeContact(ctx, { controllerId, role: "reader" })), now: end.now };
  const state = (typed: Record<string, string>) =>
    stateOwnNotification(
      contact,
      ownNotificationSchema.parse({
        id: parts[0]!.partId,
        kind: "authority-stated",
        answer: "done",
        ...typed,
      }),
    );
  const beyond = { day: "2026-11-30", time: "09:00", reference: "N-77", delayReason: "Week-end" };
  valueOf(await state({ ...beyond, authority: "CNIL" }));
  const early = { day: "2026-11-20", time: "09:00", note: "Presse" };
  valueOf(await state({ ...early, authority: "APD" }));
  const files = await makeVerified(end, {
    audience: "controller",
    recipient: "x",
    controllerIds: [controllerId],
    sections: ["breaches"],
  });
  expect(breachRows(files)).toMatchObject([
    {
      informedAt: anew.toISOString(),
      firstInformedAt: CALLED.toISOString(),
      ownNotifications: [
        { authority: "APD", isBeforeAwareness: true },
        { authority: "CNIL", isBeyondHours: true, isBeforeAwareness: false },
      ],
    },
  ]);
  const table = tableOf(files);
  for (const said of [
    "première connaissance prouvée",
    "référence N-77",
    "au-delà des 72",
    "motifs du retard",
    "Week-end",
    "avant toute connaissance connue",
    "Presse",
  ])
    expect(table).toContain(said);
});

it("names the joint controllers who were written to with a notice, and those who were not, 26(1)", async () => {
  const odalys = "Odalys SA, dpo@odalys.example";
  const otherControllers = `${odalys}\nRégie Sud`;
  const { id: controllerId } = await makeController(ctx, { legalName: "Nordalia", otherControllers });
  const { parts } = await makeBreachFile(later(), {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(later(), { partId: parts[0]!.partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const typed = {
    id,
    version,
    locale,
    whatHappened: content.whatHappened,
    contactPoint: "DPO",
    act: "issue",
  };
  const joint = [
    { name: odalys, addressee: "Odalys SA", address: "dpo@odalys.example" },
    { name: "Régie Sud", reason: "Avertie par Nordalia elle-même" },
  ];
  valueOf(await issueNotice(later(), noticeSaveSchema.parse({ ...typed, joint })));
  const files = await dossierFor(controllerId);
  const [row] = breachRows(files);
  const delivery = row.notices[0].delivery.map((fact: { kind: string; jointController?: string }) => [
    fact.kind,
    fact.jointController,
  ]);
  expect(delivery).toContainEqual(["joint-mail-queued", "Odalys SA"]);
  expect(delivery).toContainEqual(["joint-not-told", "Régie Sud"]);
  expect(tableOf(files)).toMatch(/avertis par nous\s: Odalys SA.*n’avons pas avertis\s: Régie Sud/s);
});
