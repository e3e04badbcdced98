import { makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeRecord } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const DAY_MS = 86_400_000;

test("thirty days without a word refuse, on both sides, and keep the sub-processor out of the register", async ({
  context,
  page,
  organisation,
  visitor,
}) => {
  const ago = (days: number) => ({
    ...organisation,
    now: new Date(organisation.now.getTime() - days * DAY_MS),
  });
  const { id: subProcessorId } = await makeWholeSubProcessor(ago(60));
  const askedBefore = async (days: number) => {
    const sent = await makeRequest(ago(days), { subProcessorId });
    return stepRequest(ago(days), sent, "receive");
  };
  const passed = await askedBefore(45);
  const running = await askedBefore(15);
  const record = await makeRecord(organisation, { controllerId: passed.controllerId });
  await signIn(context, organisation);

  await page.goto(`/${organisation.slug}/authorisations/${passed.id}`);
  await expect(page.getByText("sans réponse : refusée").first()).toBeVisible();
  await expectAccessible(page, "a request that silence refused");
  await page.goto(`/${organisation.slug}/authorisations/${running.id}`);
  await expect(page.getByText("sans réponse : refusée")).toHaveCount(0);
  await page.goto(`/${organisation.slug}/records/${record.id}/edit/additional`);
  await page.getByRole("button", { name: "Ajouter un sous-traitant ultérieur" }).click();
  const row = page.getByRole("group", { name: "Sous-traitant ultérieur 1", exact: true });
  await expect(row.getByLabel("Sous-traitant de la liste").getByRole("option")).toHaveText([
    "Choisir dans la liste",
  ]);

  const openAs = async ({ id, controllerId }: typeof passed) => {
    const contact = await makeContact(organisation, { controllerId });
    const browser = await visitor({ viewport: { width: 375, height: 740 } });
    await signIn(browser, contact);
    const screen = await browser.newPage();
    await screen.goto(`/portal/${contact.actor.contactId}/requests/${id}`);
    return screen;
  };
  const refused = await openAs(passed);
  await expect(refused.getByText("Le délai est passé")).toBeVisible();
  await expect(refused.getByRole("main")).toContainText("Votre silence vaut refus");
  await expectAccessible(refused, "the same in the portal");
  const open = await openAs(running);
  await expect(open.getByText(/Il reste 1[345] jours/)).toBeVisible();
  await expect(open.getByText("Le délai est passé")).toHaveCount(0);
});
