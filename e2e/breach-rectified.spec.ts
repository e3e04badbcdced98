import type { Page } from "@playwright/test";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

async function recordCall(page: Page, { kind, who }: { kind: RegExp; who: string }): Promise<void> {
  const form = page.locator("#proofs form").last();
  await form.getByRole("radio", { name: kind }).check();
  await form.getByLabel("Qui", { exact: true }).fill(who);
  await form.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#proofs ol").getByText(who)).toBeVisible();
}

test("a client told by telephone, set aside, and told by telephone that its data are not affected", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  test.slow();
  const { id: controllerId } = await makeController(organisation, { legalName: "Nordalia" });
  const contact = await makeContact(organisation, { controllerId, name: "Claire Fontaine" });
  const awareAt = new Date(organisation.now.getTime() - 5 * 3_600_000);
  const { breachId, parts } = await makeBreachFile(organisation, { controllerIds: [controllerId], awareAt });
  const part = `/${organisation.slug}/breaches/controllers/${parts[0]!.partId}`;
  await signIn(context, organisation);
  await page.goto(part);
  await recordCall(page, { kind: /Averti par téléphone/, who: "Claire Fontaine" });

  // A draft that is abandoned says so, and offers nothing for an authority.
  await page.getByRole("button", { name: "Préparer la notification" }).click();
  await expect(page.getByRole("button", { name: "Émettre la notification" })).toBeVisible();
  const draft = page.url();
  await page.locator("#withdraw").getByLabel("Motif").fill("Prévu autrement");
  await page.getByRole("button", { name: "Abandonner ce brouillon" }).click();
  await expect(page).not.toHaveURL(draft);
  await page.goto(draft);
  await expect(page.getByRole("main")).toContainText("Brouillon abandonné");
  await expect(page.getByRole("button", { name: /Télécharger le dossier/ })).toHaveCount(0);

  const theirs = await visitor({ viewport: { width: 375, height: 740 } });
  await signIn(theirs, contact);
  const portal = await theirs.newPage();
  const home = `/portal/${contact.actor.contactId}`;
  await portal.goto(home);
  await expect(portal.locator("#waiting")).toContainText("annoncée par téléphone");
  await portal.setViewportSize({ width: 1280, height: 740 });
  const reference = portal.locator("#waiting .ref");
  expect(await reference.evaluate((named) => named.scrollWidth <= named.clientWidth)).toBe(true);

  await page.goto(`/${organisation.slug}/breaches/${breachId}/controllers?controller=${controllerId}`);
  await page.getByRole("radio", { name: /Non, à écarter/ }).check();
  await page.getByLabel("Motif").fill("Aucune de ses données");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  // The form's own address holds the breach too: the next page is read once the act is done.
  await expect(page).toHaveURL(new RegExp(`${breachId}$`));
  // Told until it is taken back, in the console and in the portal.
  await page.goto(part);
  await expect(page.getByRole("main")).toContainText(/[Rr]ectifi/);
  await portal.goto(home);
  await expect(portal.locator("#waiting")).toContainText("annoncée par téléphone");

  const rectified = page
    .locator("#proofs form")
    .last()
    .getByRole("radio", { name: /Rectifié par téléphone/ });
  await expect(rectified).not.toBeChecked();
  await page.locator("#proofs form").last().getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(
    page.locator("#proofs form").last().getByLabel("Qui", { exact: true }),
  ).toHaveAccessibleDescription(/obligatoire/);
  await recordCall(page, { kind: /Rectifié par téléphone/, who: "Claire F." });
  await expect(page.locator("#proofs ol")).toContainText("Rectifié par téléphone");
  await expect(page.locator("#clocks")).toContainText(/[Rr]ectifi/);
  await expectAccessible(page, "the part of a client that was told by telephone that it is not affected");

  await portal.goto(home);
  const line = portal
    .locator("#waiting")
    .getByRole("listitem")
    .filter({ hasText: "rectifiée par téléphone" });
  await expect(line).toHaveCount(1);
  await line.getByRole("link").click();
  await expect(portal.locator("#clock")).toContainText("Aucun délai ne court");
  await expect(portal.locator("#clock")).toContainText("Claire Fontaine");
  await expect(portal.locator("#clock")).toContainText("Claire F.");
  await portal.goto(home);
  await expect(portal.locator("#waiting")).not.toContainText("téléphone");
  await portal.goto(`${home}/notices`);
  await expect(portal.getByRole("main")).toContainText("Claire F.");
  const own = await withOrg(organisation.scope, (tx) =>
    tx.breachNoticeFact.findMany({
      where: { breachId },
      orderBy: { recordedAt: "asc" },
      select: { kind: true },
    }),
  );
  expect(own.map(({ kind }) => kind)).toEqual(["call-made", "call-rectified"]);
});
