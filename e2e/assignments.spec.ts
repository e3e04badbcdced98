import { makeContact } from "@/prisma/factories/contact";
import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a line goes from one to the next of three people, and whoever comes second is told @happy-assignment @refusal-assignment", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  await makeContact(organisation, { controllerId });
  const { id: transferId, reference } = await makeTransfer(organisation, { controllerId });
  const [second, third] = [await makeMember(organisation, "editor"), await makeMember(organisation, "dpo")];
  const today = `/${organisation.slug}`;
  const pageOf = async (member: typeof second) => {
    const own = await visitor();
    await signIn(own, member);
    return own.newPage();
  };
  await signIn(context, organisation);
  await page.goto(today);
  const line = (of: typeof page) => of.getByRole("main").getByRole("listitem").filter({ hasText: reference });
  await line(page)
    .getByRole("link", { name: /^Attribuer/ })
    .first()
    .click();
  await page.waitForURL(/\/obligations\/assign\?line=/);
  const address = page.url();
  await expect(page.getByRole("main")).toContainText("Personne n’en est chargé.");
  await expectAccessible(page, "the assignment of a line");

  const [two, three] = [await pageOf(second), await pageOf(third)];
  await three.goto(address);
  await two.goto(address);
  await two.getByRole("button", { name: "Prendre en charge" }).click();
  await expect(two.getByRole("main")).toContainText(`Attribuée à ${second.actor.name}`);
  await three.getByRole("button", { name: "Prendre en charge" }).click();
  await expect(three.getByRole("main").getByRole("alert")).toContainText(
    "a modifié cette attribution entre-temps",
  );

  await page.goto(`${today}?whose=nobody`);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await two.goto(`${today}?whose=mine`);
  await expect(line(two).first()).toContainText(`Attribuée à ${second.actor.name}`);
  await two.goto(address);
  await two.getByLabel("Membre").selectOption(organisation.actor.memberId);
  await two.getByLabel("Mot").fill("Voir avec le client");
  await two.getByRole("button", { name: "Attribuer", exact: true }).click();
  await expect(two.getByRole("main")).toContainText("Transmise à");
  await page.goto(`${today}?whose=mine`);
  await expect(line(page).first()).toContainText("Voir avec le client");

  await page.goto(`${today}/transfers/${transferId}`);
  await page.getByRole("link", { name: "Attribuer cette page" }).click();
  await page.waitForURL(/assignment.task/);
  await page.getByRole("button", { name: "Prendre en charge" }).click();
  await page.getByRole("button", { name: "Terminer" }).click();
  await expect(page.getByRole("main")).toContainText("Terminée.");
});
