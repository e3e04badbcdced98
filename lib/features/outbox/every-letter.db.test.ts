import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { composeLetter } from "@/lib/i18n/letter";
import { readShape } from "@/lib/i18n/message-arguments";
import { flattenMessages } from "@/lib/i18n/message-rules";
import { loadMessages } from "@/lib/i18n/messages";
import { withOrg } from "@/lib/platform/database/transaction";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { log } from "@/lib/platform/log/log";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { letterHtml } from "./print/letter-html";
import { deliverLetter } from "./write/delivery";
import { cancelLetter, retryLetter, revealLink } from "./write/mutations";

const database = await freshDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { mail = {} } = await loadMessages("fr");
const SECRETS = { link: "https://amana.example/x/very-secret-token", code: "very-secret-code" };
const SHOWN = ["member-invitation", "password-reset", "email-change", "email-change-notice"];

const setServer = (SMTP_URL: string) =>
  assumeEnvironment({ SMTP_URL, MAIL_FROM: SMTP_URL && "amana@centre.example" });
const told = (["info", "warn", "error"] as const).map((level) => vi.spyOn(log, level));
beforeAll(() => setServer(""));
afterEach(() => told.forEach((spy) => spy.mockClear()));
afterAll(() => database.drop());

/** Values that the sentences of a template ask, but for its secrets. */
function paramsOf(template: string): Record<string, string> {
  const asked = Object.values(flattenMessages(mail[template])).flatMap((text) => readShape(text).asks);
  const given = asked.map((ask) => {
    const [name = "", kind] = ask.split(" ");
    return [name, kind === "plural" || kind === "number" ? "3" : "Hélène"];
  });
  return Object.fromEntries(given.filter(([name = ""]) => !(name in SECRETS)));
}

/** Everything that the organisation's people, its journal and the log of its processes hold of a letter. */
async function readable(id: string, template: string, params: Record<string, string>) {
  const letter = await composeLetter({ template, locale: "fr", params, secrets: null, organisation: null });
  const [row, texts, facts] = await withOrg(ctx.scope, async (tx) => [
    await tx.outboxMail.findUniqueOrThrow({ where: { id } }),
    await tx.journalText.findMany({ where: { subjectId: id }, select: { text: true } }),
    await tx.outboxFact.findMany({ where: { letterId: id } }),
  ]);
  const lines = told.flatMap((spy) => spy.mock.calls);
  return { texts, all: JSON.stringify([row, letterHtml(letter), texts, facts, lines]) };
}

it.each(Object.keys(mail))("%s holds its link and code in the sealed column alone", async (template) => {
  const params = paramsOf(template);
  const { id } = await makeLetter(ctx, { template, params, secrets: SECRETS });
  const revealed = await revealLink(ctx, { id });
  expect(revealed).toMatchObject(
    SHOWN.includes(template)
      ? { ok: true, value: { link: SECRETS.link } }
      : { ok: false, refusal: { issues: [{ key: "outbox.linkOfOther" }] } },
  );
  // Nobody answers on port 1: the letter waits, and its failure is logged.
  setServer("smtp://127.0.0.1:1");
  await deliverLetter(jobContext("mail-delivery", ctx.scope.org, new Date()), id);
  setServer("");
  await retryLetter(ctx, { id });
  await cancelLetter(ctx, { id, reason: "Inutile" });
  const { texts, all } = await readable(id, template, params);
  expect(texts.length).toBeGreaterThan(0);
  expect(all).not.toContain("very-secret");
});
