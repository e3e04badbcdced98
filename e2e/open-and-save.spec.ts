import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeTransfer } from "@/prisma/factories/transfer";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const LISTS = [
  "/records",
  "/controllers",
  "/controllers/contacts",
  "/contracts",
  "/instructions",
  "/sub-processors",
  "/transfers",
  "/measures",
  "/members",
];

async function fill(organisation: MadeOrganisation) {
  const controllerId = (await makeController(organisation)).id;
  await makeContact(organisation, { controllerId });
  await makeContractInForce(organisation, { controllerId });
  await makeInstruction(organisation, { controllerId });
  await makeActiveRecord(organisation, { controllerId });
  await makeSubProcessor(organisation);
  await makeTransfer(organisation, { controllerId });
  await makeMeasure(organisation);
}

/** Link of a row, without that of a group's head, which narrows the list. */
const ROW_LINK = ":is(th[scope=row], .folio) a[href]";
const rowLink = (page: Page) => page.locator(`.ledger tbody tr ${ROW_LINK}`).first();

/** Presses the last cell of the first row with a link, outside the text. */
async function pressEndOfRow(page: Page) {
  const row = page
    .locator(".ledger tbody tr")
    .filter({ has: page.locator(ROW_LINK) })
    .first();
  const box = (await row.boundingBox())!;
  await page.mouse.click(box.x + box.width - 3, box.y + box.height - 3);
}

for (const width of [1280, 375])
  test(`a row of any list opens from anywhere in it at ${width} px @multiplies`, async ({
    page,
    context,
    organisation,
  }) => {
    await fill(organisation);
    await signIn(context, organisation);
    await page.setViewportSize({ width, height: 800 });
    for (const path of LISTS) {
      await page.goto(`/${organisation.slug}${path}`);
      const href = (await rowLink(page).getAttribute("href"))!;
      await rowLink(page).scrollIntoViewIfNeeded();
      await pressEndOfRow(page);
      await page.waitForURL((url) => url.pathname === href);
    }
  });

test("text of a row can be selected, and a row opens in a tab of its own as a link does @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  await fill(organisation);
  await signIn(context, organisation);
  const address = `/${organisation.slug}/contracts`;
  await page.goto(address);
  const cell = page.locator(".ledger tbody td.at-text").first();
  await cell.dblclick();
  expect(await page.evaluate(() => window.getSelection()?.type)).not.toBe("None");
  await page.goto(address);
  const box = (await cell.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 14, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(address);
  expect(await page.evaluate(() => window.getSelection()?.toString())).not.toBe("");
  const href = await rowLink(page).getAttribute("href");
  for (const press of [{ modifiers: ["Control"] as const }, { button: "middle" as const }]) {
    await page.mouse.click(box.x + 2, box.y + box.height + 60);
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      cell.click({ ...press, modifiers: [...(press.modifiers ?? [])] }),
    ]);
    await expect(tab).toHaveURL(href!);
    await tab.close();
  }
  await expect(page).toHaveURL(address);
});

const done = (page: Page) => page.getByRole("status").filter({ hasText: "Enregistré." });

test("a saved form says so on the page that follows, where the focus is, and once", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeActiveRecord(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/${id}/edit/operations`);
  await page.getByRole("textbox", { name: /Opérations/ }).fill("Rappels");
  await page.getByRole("button", { name: /Enregistrer/ }).click();
  await expect(done(page)).toBeFocused();
  await expectAccessible(page, "a page that says that it is saved");
  await page.keyboard.press("Tab");
  await expect(done(page)).toHaveCount(0);
  await expect(page.locator("main :focus")).toHaveCount(1);
  await page.getByRole("link", { name: "Registre" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(done(page)).toHaveCount(0);
  await page.reload();
  await expect(done(page)).toHaveCount(0);
});

test("without script it is said too, and once @multiplies", async ({ visitor, organisation }) => {
  const context = await visitor({ javaScriptEnabled: false });
  await signIn(context, organisation);
  const page = await context.newPage();
  await page.goto(`/${organisation.slug}/organisation/edit/identity`);
  await page.getByRole("textbox", { name: /Ville/ }).fill("Rabat");
  await page.locator(".form-end button[type=submit]").click();
  await expect(done(page)).toBeVisible();
  await page.goto(`/${organisation.slug}/records`);
  await expect(done(page)).toHaveCount(0);
});

test("a contact's portal says it too", async ({ page, context, organisation }) => {
  const contact = await makeContact(organisation);
  await signIn(context, contact);
  await page.goto(`/portal/${contact.actor.contactId}/instructions/new`);
  await page
    .getByRole("textbox", { name: /consigne|instruction/i })
    .first()
    .fill("Ne rappelez plus.");
  await page.locator("[name=kind]").selectOption("processing");
  await page.getByRole("textbox", { name: /pouvoir/i }).fill("Annexe 3");
  await page.locator(".form-end button[type=submit]").click();
  await expect(done(page)).toBeFocused();
});

const EML = Buffer.from(
  "From: Claire <claire@orvelle.example>\r\nTo: dpo@centre.example\r\nSubject: Instruction\r\n" +
    "Date: Mon, 23 Nov 2026 09:11:58 +0100\r\n\r\nNe rappelez plus.\r\n",
);

for (const javaScriptEnabled of [true, false])
  test(`an instruction takes its e-mail ${javaScriptEnabled ? "with" : "without"} script, and keeps it where its form is refused @multiplies`, async ({
    visitor,
    organisation,
  }) => {
    const controllerId = (await makeController(organisation)).id;
    const context = await visitor({ javaScriptEnabled });
    await signIn(context, organisation);
    const page = await context.newPage();
    await page.goto(`/${organisation.slug}/instructions/new?controller=${controllerId}`);
    const send = async (name: string) => {
      const file = { name, mimeType: "message/rfc822", buffer: EML };
      await page.getByLabel(/Le message ou le document/).setInputFiles(file);
      const send = page.getByRole("button", { name: "Déposer le courriel" });
      if (javaScriptEnabled) await expect(send).toBeHidden();
      else await send.click();
    };
    await send("consigne.pdf");
    await expect(page.getByText(/Son extension ne correspond pas/)).toBeVisible();
    await send("consigne.eml");
    await expect(page.getByRole("status").filter({ hasText: "consigne.eml" })).toBeVisible();
    await page.locator("[name=receivedOn]").fill("2026-11-23");
    await page.locator("[name=receivedTime]").fill("09:12");
    await page.locator(".form-end button[type=submit]").last().click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "consigne.eml" })).toBeVisible();
    await page.locator("[name=text]").fill("Ne rappelez plus.");
    await page.locator("[name=kind]").selectOption("processing");
    await page.locator("[name=authorName]").fill("Claire");
    await page.locator("[name=effectiveOn]").fill("2026-11-24");
    await page.locator("[name=channel][value=e-mail]").check();
    await page.locator(".form-end button[type=submit]").last().click();
    await expect(page.locator("#documents")).toContainText("consigne.eml");
    const files = await withOrg(organisation.scope, (tx) =>
      tx.attachment.findMany({ where: { purpose: "document", subjectNoun: "instruction" } }),
    );
    const sha256 = createHash("sha256").update(EML).digest("hex");
    expect(files).toMatchObject([{ fileName: "consigne.eml", controllerId, sha256 }]);
  });

for (const javaScriptEnabled of [true, false])
  test(`an e-mail fills what its instruction asks, ${javaScriptEnabled ? "dropped, where nobody typed" : "without script"}`, async ({
    visitor,
    organisation,
  }) => {
    const controllerId = (await makeController(organisation)).id;
    const context = await visitor({ javaScriptEnabled });
    await signIn(context, organisation);
    const page = await context.newPage();
    await page.goto(`/${organisation.slug}/instructions/new?controller=${controllerId}`);
    const field = (name: string) => page.locator(`[name=${name}]`);
    const status = page.getByRole("status").filter({ hasText: "consigne.eml" });
    if (javaScriptEnabled) {
      await field("authorName").fill("Direction commerciale");
      await dropOn(page, { name: "consigne.eml", text: EML.toString() });
      await expect(status).toContainText(/Repris du courriel.*Gardé comme vous l’aviez écrit/s);
      await expect(field("authorName")).toHaveValue("Direction commerciale");
    } else {
      const file = { name: "consigne.eml", mimeType: "message/rfc822", buffer: EML };
      await page.getByLabel(/Le message ou le document/).setInputFiles(file);
      await page.getByRole("button", { name: "Déposer le courriel" }).click();
      await expect(status).toContainText("Repris du courriel");
      await expect(field("authorName")).toHaveValue("Claire");
    }
    await expect(field("text")).toHaveValue("Instruction\n\nNe rappelez plus.");
    await expect(field("receivedOn")).toHaveValue("2026-11-23");
    await expect(field("receivedTime")).toHaveValue("08:11");
    await expect(page.locator("[name=channel][value=e-mail]")).toBeChecked();
    await field("kind").selectOption("processing");
    await field("effectiveOn").fill("2026-11-24");
    await page.locator(".form-end button[type=submit]").last().click();
    await expect(page.locator("#documents")).toContainText("consigne.eml");
    await expect(page.getByText("Ne rappelez plus.").first()).toBeVisible();
  });

/** Drops a file beside the file field, where its label stands. */
async function dropOn(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, text }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], name, { type: "message/rfc822" }));
      return carried;
    },
    { name, text },
  );
  const label = page.getByText("Le message ou le document lui-même");
  await label.dispatchEvent("dragover", { dataTransfer });
  await label.dispatchEvent("drop", { dataTransfer });
}
