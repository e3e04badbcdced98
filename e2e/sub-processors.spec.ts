import { fillExample } from "@/lib/features/example/write/mutations";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a sub-processor is named, its chain goes down two levels, and its gaps close one by one @happy-sub-processor @refusal-sub-processor", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/sub-processors`);
  await page.getByRole("link", { name: "Nouveau sous-traitant" }).first().click();
  await page.getByRole("button", { name: "Ajouter le sous-traitant" }).click();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveAccessibleDescription(/obligatoire/);
  await page.getByLabel("Nom", { exact: true }).fill("Numéria Voix SAS");
  await page.getByLabel("Pays du siège").selectOption({ label: "Tunisie" });
  await page.getByRole("button", { name: "Ajouter le sous-traitant" }).click();
  await expect(page.locator("#chain")).toContainText("Chaîne de sous-traitance non renseignée");
  await expect(page.locator("#contract")).toContainText("Aucun contrat en vigueur");
  await expect(page.locator("#transfers")).toContainText("Outil de transfert manquant");

  await page.getByRole("link", { name: "Nommer une société", exact: true }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Baie 9 SAS");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("link", { name: "Nommer une société sous Baie 9 SAS" }).click();
  await expect(page.getByLabel("Sous-traitant de")).toHaveValue(/.+/);
  await page.getByLabel("Nom", { exact: true }).fill("Mainfroid Services SARL");
  await page.getByLabel(/^Service/).fill("Maintenance des baies");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  const below = page.getByRole("row", { name: /Mainfroid/ });
  await expect(below).toContainText("1.1");
  await expect(below).toContainText("Sous-traitant de rang suivant sans pays");
  await expectAccessible(page, "the sheet of a sub-processor");

  await page.getByRole("link", { name: /Modifier Sites et accès/ }).click();
  await page.getByRole("button", { name: "Ajouter un site" }).click();
  await page.getByLabel("Pays", { exact: true }).selectOption({ label: "Tunisie" });
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#places")).toContainText("Tunisie");

  await page.getByRole("link", { name: "Nouveau transfert" }).click();
  await expect(page.getByLabel("Sous-traitant ultérieur", { exact: true })).toHaveValue(/.+/);
  await page.getByRole("button", { name: "Ajouter le transfert" }).click();
  await page.getByRole("link", { name: "Numéria Voix SAS" }).click();
  await expect(page.getByRole("row", { name: /TR-001/ }).last()).toContainText("Tunisie");

  await page.locator("#history summary").click();
  await page.getByRole("link", { name: "Version 3", exact: true }).click();
  await expect(page.getByRole("note").first()).toContainText("chaîne modifiée");
  await expect(page.locator("#changes")).toContainText(
    "Mainfroid Services SARL · Maintenance des baies · sous Baie 9 SAS",
  );
  await expect(page.locator("#scope")).toContainText("A changé les sites");
  await expect(page.locator("#places")).not.toContainText("Tunisie");
  await expectAccessible(page, "a version of a sub-processor");
  await page.getByRole("link", { name: "Voir la fiche telle qu’elle est" }).click();
  await expect(page.locator("#places")).toContainText("Tunisie");
  await expect(page.getByRole("link", { name: "Demander une autorisation" })).toHaveAttribute(
    "href",
    /\/authorisations\/new\?subProcessor=/,
  );
});

test("where its contract promises less than a client's, the line is shown with its article @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  await fillExample(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/sub-processors`);
  await page.getByRole("link", { name: "Kiosque CRM SAS" }).click();
  await expect(page.locator("#flow-down")).toContainText("moins protecteurs");
  await page.getByRole("link", { name: "Comparer ligne à ligne" }).click();
  const breach = page.getByRole("row", { name: /Violation de données/ });
  const line = breach.filter({ hasText: "sous 24 heures" }).first();
  await expect(line).toContainText("28(4), 33(2)");
  await expect(line).toContainText("sous 24 heures");
  await expect(line).toContainText("sous 72 heures");
  await expectAccessible(page, "what is passed down");

  await page.goBack();
  await page.getByRole("link", { name: "Modifier Service" }).click();
  await expect(page.getByRole("note")).toContainText("s’appuient sur ce sous-traitant");
});
