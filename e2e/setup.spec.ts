import { expectAccessible } from "./accessibility";
import { expect, test } from "./fixtures";
import { readServer } from "./server";
import { refusalIn } from "./refusal";

// The printed link works once per run, so one test covers its whole path.
test("the printed link opens an organisation once, and gives back what was refused", async ({
  page,
  visitor,
}) => {
  const { setupUrl } = readServer();

  await test.step("without a script, a refusal gives everything back but the password", async () => {
    const plain = await (await visitor({ javaScriptEnabled: false })).newPage();
    await plain.goto(setupUrl);
    await plain.getByLabel("Dénomination sociale").fill("Rif Appels SARL");
    await plain.getByLabel("Votre nom").fill("Nadia Benkirane");
    await plain.getByLabel("Mot de passe").fill("trop court");
    await plain.getByRole("button", { name: "Ouvrir le registre" }).click();
    await expect(refusalIn(plain)).toContainText("3 champs à reprendre");
    await expect(plain.getByLabel("Dénomination sociale")).toHaveValue("Rif Appels SARL");
    await expect(plain.getByLabel("Votre nom")).toHaveValue("Nadia Benkirane");
    await expect(plain.getByLabel("Mot de passe")).toHaveValue("");
    await plain.close();
  });

  await test.step("with one, the reason stands beside each field and the summary leads to it", async () => {
    await page.goto(setupUrl);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ouvrir le registre");
    await page.getByLabel("Votre adresse électronique").fill("nadia");
    await page.getByLabel("Mot de passe").fill("court");
    await page.getByRole("button", { name: "Ouvrir le registre" }).click();
    await expect(refusalIn(page)).toBeFocused();
    await expectAccessible(page, "a refused set-up");
    await expect(page.getByLabel("Dénomination sociale")).toHaveAccessibleDescription(
      /Ce champ est obligatoire/,
    );
    await expect(page.getByLabel("Votre adresse électronique")).toHaveAccessibleDescription(
      /n’est pas complète/,
    );
    await expect(page.getByLabel("Votre adresse électronique")).toHaveValue("nadia");
    await refusalIn(page)
      .getByRole("link", { name: /12 caractères/ })
      .click();
    await expect(page.getByLabel("Mot de passe")).toBeFocused();
  });

  await test.step("what is complete opens the register and signs in", async () => {
    await page.getByLabel("Dénomination sociale").fill("Rif Appels SARL");
    await page.getByLabel("ICE").fill("001525713000089");
    await page.getByLabel("Adresse", { exact: true }).fill("7 avenue Mohammed V");
    await page.getByLabel("Ville").fill("Tanger");
    await page.getByLabel("Pays").selectOption("MA");
    await page.getByLabel("Aucun délégué n’est désigné").check();
    await page.getByLabel("Votre nom").fill("Nadia Benkirane");
    await page.getByLabel("Votre adresse électronique").fill("nadia@rif-appels.example");
    await page.getByLabel("Mot de passe").fill("un registre bien tenu");
    await page.getByRole("button", { name: "Ouvrir le registre" }).click();
    await expect(page).toHaveURL(/\/rif-appels[^/]*$/);
    await expect(page.getByText("Bonjour Nadia")).toBeVisible();
    await page.getByRole("navigation", { name: "Navigation principale" }).getByText("Réglages").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("001525713000089");
  });

  await test.step("the link is used up", async () => {
    const late = await (await visitor()).newPage();
    await late.goto(setupUrl);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("Ce lien n’est plus valable");
    await expect(late.getByRole("textbox")).toHaveCount(0);
  });
});
