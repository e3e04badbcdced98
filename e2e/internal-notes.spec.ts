import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a note names a member, who finds it on Today and reads it; its author corrects it, then withdraws it @happy-internal-note @refusal-internal-note", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  const { id } = await makeTransfer(organisation, { controllerId });
  const claire = await makeMember(organisation, "viewer", undefined, "Claire Martin");
  await makeMember(organisation, "editor", undefined, "Claire Petit");
  const sheet = `/${organisation.slug}/transfers/${id}`;
  await signIn(context, organisation);

  await page.goto(sheet);
  const part = page.locator("details").filter({ hasText: "Notes internes" });
  await part.locator("summary").first().click();
  await expect(part).toContainText("Aucune note.");
  await part.getByRole("link", { name: "Ajouter une note" }).click();
  await page.waitForURL(/\/internal-notes\/transfer\//);
  const text = page.getByLabel("Note", { exact: true });
  const save = page.getByRole("button", { name: "Enregistrer la note" });
  const main = page.getByRole("main");
  await text.fill("Vu avec @Claire hier");
  await save.click();
  await expect(main.getByRole("alert")).toContainText("Claire Martin · Claire Petit");
  await text.fill("Vu avec @Zoé hier");
  await save.click();
  await expect(main.getByRole("alert")).toContainText("n’est le nom d’aucun membre");
  await text.fill("");
  await text.pressSequentially("Attendre la réponse, @mar");
  await text.press("Escape");
  await expect(page.getByRole("group", { name: "Membres à citer" })).toHaveCount(0);
  await text.fill("");
  await text.pressSequentially("Attendre la réponse, @mar");
  await page
    .getByRole("group", { name: "Membres à citer" })
    .getByRole("button", { name: "@Claire Martin" })
    .click();
  await expect(text).toHaveValue("Attendre la réponse, @Claire Martin ");
  await expectAccessible(page, "the notes of a row");
  await save.click();
  await expect(main.getByRole("listitem").filter({ hasText: "Attendre la réponse" })).toBeVisible();

  const own = await visitor({ javaScriptEnabled: false });
  await signIn(own, claire);
  const two = await own.newPage();
  await two.goto(`/${organisation.slug}`);
  await expect(two.getByRole("heading", { name: "Vous êtes cité" })).toBeVisible();
  await two.emulateMedia({ media: "print" });
  await expect(two.getByText("Attendre la réponse")).toBeHidden();
  await two.emulateMedia({ media: "screen" });
  await two.getByRole("button", { name: /^Lire la note/ }).click();
  await two.waitForURL(/\/internal-notes\/transfer\//);
  await expect(two.getByRole("main")).toContainText("Attendre la réponse");
  await expect(two.getByRole("main")).toContainText("Votre rôle lit les notes");
  await two.emulateMedia({ media: "print" });
  await expect(two.getByText("Attendre la réponse")).toBeHidden();
  await two.emulateMedia({ media: "screen" });
  await two.goto(`/${organisation.slug}`);
  await expect(two.getByRole("heading", { name: "Vous êtes cité" })).toHaveCount(0);

  await page.getByRole("link", { name: /^Corriger ou retirer/ }).click();
  await page.getByRole("heading", { name: "Corriger une note" }).waitFor();
  await text.fill("La réponse est venue");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await page.waitForURL(new RegExp(`/internal-notes/transfer/${id}$`));
  await page.getByText("1 texte antérieur").click();
  await expect(main).toContainText("Attendre la réponse");

  await page.getByRole("link", { name: /^Corriger ou retirer/ }).click();
  await page.getByRole("button", { name: "Retirer la note" }).click();
  await page.waitForURL(new RegExp(`/internal-notes/transfer/${id}$`));
  await expect(main).toContainText("son texte est effacé");
  await expect(main).not.toContainText("La réponse est venue");
  await page.emulateMedia({ media: "print" });
  await page.goto(sheet);
  await expect(page.getByText("Notes internes")).toBeHidden();
});
