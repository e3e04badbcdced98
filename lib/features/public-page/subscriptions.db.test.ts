import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { cleanExpired } from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { findPublicScope } from "@/lib/platform/request/public-scope";
import { composeLetter } from "@/lib/i18n/letter";
import { lettersTo, type SentLetter } from "@/prisma/factories/account";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { closePage, makeOpenPage } from "@/prisma/factories/public-page";
import { valueOf } from "@/prisma/factories/register";
import {
  fillSubProcessorSection,
  makeSubProcessor,
  stepSubProcessor,
} from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { removeSubscriber } from "./write/mutations";
import { confirmSubscription, leaveSubscription, requestSubscription } from "./write/subscriptions";
import { notifySubscribers } from "./write/notify-subscribers";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

type Page = { ctx: MadeOrganisation; address: string };

async function openPage(): Promise<Page> {
  const ctx = await makeOrganisation(database.ownerUrl);
  return { ctx, address: await makeOpenPage(ctx) };
}

const newEmail = () => `reader-${(serial += 1)}@lecteur.example`;
/** Gives each request its own network, so that attempts are counted apart. */
const device = () => ({ userAgent: "Firefox", address: `198.51.100.${(serial += 1)}` });

async function request({ ctx, address }: Page, email: string, locale: "fr" | "en" | "ar" = "fr") {
  const scope = await findPublicScope(address);
  return requestSubscription({ scope: scope!, locale, device: device(), now: ctx.now }, { email });
}

const tokenOf = (link: string | undefined) => ({ token: link!.split("/").at(-1)! });
const lettersOf = async (email: string, template: string): Promise<SentLetter[]> =>
  (await lettersTo(database.ownerUrl, email)).filter((letter) => letter.template === template);

/** Requests and confirms, as a reader does from the letter. */
async function subscribe(page: Page, locale: "fr" | "en" | "ar" = "fr"): Promise<string> {
  const email = newEmail();
  valueOf(await request(page, email, locale));
  const [letter] = await lettersOf(email, "public-subscription");
  valueOf(await confirmSubscription(tokenOf(letter!.secrets.link), page.ctx.now));
  return email;
}

const subscribersOf = ({ ctx }: Page) =>
  withOrg(ctx.scope, (tx) => tx.publicSubscriber.findMany({ orderBy: { id: "asc" } }));
/** Runs the job some minutes after the last saving. */
const notify = async ({ ctx }: Page, minutes = 20) => {
  const now = new Date(ctx.now.getTime() + minutes * 60_000);
  return valueOf(await notifySubscribers(jobContext("contract-reminder", ctx.scope.org, now)));
};

async function asOwner({ ctx }: Page, sql: string) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false), set_config('app.listing', 'on', false)",
    [ctx.scope.org],
  );
  const { rows } = await owner.query<Record<string, string>>(sql);
  await owner.end();
  return rows;
}

describe("a subscription", () => {
  it("is of whoever presses on the link's page, and of nobody before", async () => {
    const page = await openPage();
    const email = newEmail();
    valueOf(await request(page, email));
    expect(await subscribersOf(page)).toMatchObject([{ email, confirmedAt: null }]);
    const [letter] = await lettersOf(email, "public-subscription");
    expect(letter!.params).not.toHaveProperty("link");
    valueOf(await confirmSubscription(tokenOf(letter!.secrets.link), page.ctx.now));
    valueOf(await confirmSubscription(tokenOf(letter!.secrets.link), page.ctx.now));
    expect(await subscribersOf(page)).toMatchObject([{ email, confirmedAt: page.ctx.now }]);
  });

  it("answers alike whether or not the address has subscribed, and stays confirmed", async () => {
    const page = await openPage();
    const email = await subscribe(page);
    expect(await request(page, email)).toEqual(await request(page, newEmail()));
    expect(await lettersOf(email, "public-subscription")).toHaveLength(2);
    expect((await subscribersOf(page)).find((one) => one.email === email)?.confirmedAt).not.toBeNull();
  });

  it("sends three letters an hour to an address, and answers the fourth request alike", async () => {
    const page = await openPage();
    const email = newEmail();
    const outcomes = [];
    for (let time = 0; time < 4; time += 1) outcomes.push(await request(page, email));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await lettersOf(email, "public-subscription")).toHaveLength(3);
  });

  it("tells a network of its limit, from which nothing of anybody is learnt", async () => {
    const { ctx, address } = await openPage();
    const scope = (await findPublicScope(address))!;
    const stranger = { scope, locale: "fr" as const, device: device(), now: ctx.now };
    for (let time = 0; time < 20; time += 1)
      valueOf(await requestSubscription(stranger, { email: newEmail() }));
    expect(await requestSubscription(stranger, { email: newEmail() })).toMatchObject({
      refusal: { issues: [{ path: "email", key: "tooManyTries" }] },
    });
  });

  it("is refused where the list is not shown", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    const page = { ctx, address: await makeOpenPage(ctx, { parts: ["dpo"] }) };
    expect(await request(page, newEmail())).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await subscribersOf(page)).toEqual([]);
  });

  it("is confirmed by no link that is over, unknown, or of leaving", async () => {
    const page = await openPage();
    const email = newEmail();
    valueOf(await request(page, email));
    const [letter] = await lettersOf(email, "public-subscription");
    const refused = { refusal: { kind: "not-found" } };
    expect(await confirmSubscription({ token: "unknown" }, page.ctx.now)).toMatchObject(refused);
    await asOwner(page, "UPDATE public_subscriber SET expires_at = clock_timestamp()");
    expect(await confirmSubscription(tokenOf(letter!.secrets.link), page.ctx.now)).toMatchObject(refused);
    await cleanExpired(new Date());
    expect(await subscribersOf(page)).toEqual([]);
  });

  it("ends by the link of each letter, by one act, and leaves no address", async () => {
    const page = await openPage();
    const email = await subscribe(page);
    await makeSubProcessor(page.ctx);
    await notify(page);
    const [letter] = await lettersOf(email, "public-changes");
    await closePage(page.ctx);
    valueOf(await leaveSubscription(tokenOf(letter!.secrets.leave)));
    valueOf(await leaveSubscription(tokenOf(letter!.secrets.oneClickLeave)));
    expect(await subscribersOf(page)).toEqual([]);
    expect(tokenOf(letter!.secrets.oneClickLeave)).toEqual(tokenOf(letter!.secrets.leave));
  });

  it("is removed by owner and DPO of its own organisation, and the journal names no address", async () => {
    const [page, other] = [await openPage(), await openPage()];
    const email = await subscribe(page);
    const [{ id } = { id: "" }] = await subscribersOf(page);
    expect(await removeSubscriber(as(page.ctx, "editor"), { id })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await removeSubscriber(other.ctx, { id })).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await removeSubscriber(as(page.ctx, "dpo"), { id }));
    expect(await subscribersOf(page)).toEqual([]);
    const journal = await asOwner(page, "SELECT text FROM journal_text");
    expect(JSON.stringify(journal)).toContain("public-page.subscriber-removed");
    expect(JSON.stringify(journal)).not.toContain(email);
  });
});

describe("a change of the published list", () => {
  it("is told once to each confirmed subscriber, in their language", async () => {
    const page = await openPage();
    const [french, english, arabic] = [
      await subscribe(page),
      await subscribe(page, "en"),
      await subscribe(page, "ar"),
    ];
    const waiting = newEmail();
    valueOf(await request(page, waiting));
    expect(await notify(page)).toBe(0);
    await makeSubProcessor(page.ctx);
    expect([await notify(page), await notify(page)]).toEqual([3, 0]);
    const subjects = [];
    for (const email of [french, english, arabic]) {
      const letters = await lettersOf(email, "public-changes");
      expect(letters).toHaveLength(1);
      const { locale, params, secrets } = letters[0]!;
      const letter = await composeLetter({
        template: "public-changes",
        locale,
        params,
        secrets,
        organisation: null,
      });
      expect(letter.leave?.link).toBe(`${String(secrets.leave)}?language=${locale}`);
      subjects.push(letter.paragraphs.at(-1));
    }
    expect(subjects).toEqual([
      "– Ajouté : Numéria Voix SAS · Opérateur des lignes · France",
      "– Added: Numéria Voix SAS · Opérateur des lignes · France",
      expect.stringContaining("Numéria Voix SAS"),
    ]);
    expect(await lettersOf(waiting, "public-changes")).toEqual([]);
  });

  it("is told by two jobs at the same time once", async () => {
    const page = await openPage();
    const email = await subscribe(page);
    await makeSubProcessor(page.ctx);
    const told = await Promise.all([notify(page), notify(page), notify(page)]);
    expect(told.reduce((sum, letters) => sum + letters, 0)).toBe(1);
    expect(await lettersOf(email, "public-changes")).toHaveLength(1);
  });

  it("names what was added, changed and ended, and nothing that was changed back", async () => {
    const page = await openPage();
    const kept = await makeSubProcessor(page.ctx, { name: "Atlas Cloud" });
    const gone = await makeSubProcessor(page.ctx, { name: "Baie 9" });
    await notify(page);
    const email = await subscribe(page);
    const renamed = await fillSubProcessorSection(page.ctx, kept, "identity", {
      name: "Rif Cloud",
      country: "FR",
    });
    const again = await fillSubProcessorSection(page.ctx, renamed, "identity", {
      name: "Atlas Cloud",
      country: "FR",
    });
    expect(await notify(page)).toBe(0);
    await fillSubProcessorSection(page.ctx, again, "identity", { name: "Rif Cloud", country: "FR" });
    await stepSubProcessor(page.ctx, gone, "end");
    await makeSubProcessor(page.ctx, { name: "Zénith" });
    expect(await notify(page)).toBe(1);
    const [letter] = await lettersOf(email, "public-changes");
    const lines = letter!.params.items!.split("\n").map((line) => line.split(" · ").slice(0, 2).join(" · "));
    expect(lines.sort()).toEqual([
      "Ajouté\u00a0: Zénith · Opérateur des lignes",
      "Modifié\u00a0: Rif Cloud · auparavant Atlas Cloud",
      "Retiré\u00a0: Baie 9 · Opérateur des lignes",
    ]);
  });

  it("is told once nothing was saved for a quarter of an hour", async () => {
    const page = await openPage();
    await subscribe(page);
    await makeSubProcessor(page.ctx);
    expect([await notify(page, 14), await notify(page, 15)]).toEqual([0, 1]);
  });

  it("waits while the page is closed, and is told once it is open again", async () => {
    const page = await openPage();
    const email = await subscribe(page);
    await closePage(page.ctx);
    await makeSubProcessor(page.ctx);
    expect(await notify(page)).toBe(0);
    await makeOpenPage(page.ctx, { address: page.address });
    expect(await notify(page)).toBe(1);
    expect(await lettersOf(email, "public-changes")).toHaveLength(1);
  });
});
