import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { makeMember } from "@/prisma/factories/member";
import { valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { nextCallDay } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a house tightens the law, is refused where it would loosen it, and a call is judged by both @happy-telephone @refusal-telephone", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/house`);
  await expect(page.getByText("Rien de plus que la loi.")).toBeVisible();
  await page.getByLabel("Appels en trente jours, au plus").fill("5");
  await page.getByLabel("Pas après").fill("18:00");
  await page.getByLabel("Motif").fill("Charte de la maison");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(refusalIn(page)).toContainText("plus que ce que la loi permet");
  await page.getByLabel("Appels en trente jours, au plus").fill("2");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("de 10:00 à 18:00, heure de la personne")).toBeVisible();
  await expectAccessible(page);

  // A house binds calls from the instant at which it was recorded.
  const day = nextCallDay();
  const call = `on=${day}&time=17:30&territory=FR&audience=consumer&agreedTime=none&attempts=0`;
  await page.goto(`/${organisation.slug}/telephone/call?${call}`);
  const hours = page.getByRole("listitem").filter({ hasText: "Règle interne" });
  await expect(page.getByText("Les règles internes interdisent cet appel", { exact: false })).toBeVisible();
  await expect(hours).toContainText("Les règles internes interdisent d’appeler à cette heure.");
  await page.goto(`/${organisation.slug}/telephone?on=${day}&time=17:30`);
  await expect(page.getByText("Les règles internes sont appliquées.")).toBeVisible();
  await page.goto(`/${organisation.slug}/telephone/statute`);
  await expect(page.getByText("2 appels au plus en trente jours")).toBeVisible();
});

test("two who set the house's rules meet, and the reason that was typed is saved with them @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/house`);
  await page.getByLabel("Appels en trente jours, au plus").fill("2");
  await page.getByLabel("Pas après").fill("18:00");
  await page.getByLabel("Motif").fill("Charte de la maison");
  const theirs = houseRuleSchema.parse({ version: 0, attempts: "3", reason: "Essai" });
  valueOf(await saveHouseRule(organisation, theirs));
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const attempts = page.getByRole("row", { name: /Appels en trente jours/ });
  await attempts.getByRole("radio", { name: "2" }).check();
  await page.getByRole("button", { name: /^Enregistrer/ }).click();
  await expect(page.getByText("de 10:00 à 18:00, heure de la personne")).toBeVisible();
  await expect(page.getByText("Charte de la maison")).toBeVisible();
});

test("who consents for a child is told by country and day, and a minor on the line is noted with one click @happy-minor-call @refusal-minor-call", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/minors`);
  await page.getByLabel("Pays de la personne").selectOption("FR");
  await page.getByLabel("Le jour du consentement").fill("2027-02-28");
  await page.getByLabel("Date de naissance").fill("2012-02-29");
  await page.getByLabel("Le consentement est-il la base ?").selectOption("yes");
  await page.getByLabel("Service en ligne offert à l’enfant ?").selectOption("yes");
  await page.getByRole("button", { name: "Voir qui consent" }).click();
  await expect(page.getByText("L’enfant et un titulaire de l’autorité parentale, ensemble")).toBeVisible();
  await expect(page.getByText("La personne décidera seule à partir du 1er mars 2027")).toBeVisible();
  await page.getByLabel("Service en ligne offert à l’enfant ?").selectOption("no");
  await page.getByRole("button", { name: "Voir qui consent" }).click();
  await expect(page.getByText("L’article 8 ne s’applique pas", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Signaler : appel terminé" }).click();
  await expect(page.getByText("Noté une fois en un an.")).toBeVisible();
  await expectAccessible(page);

  const reader = await visitor();
  await signIn(reader, await makeMember(organisation, "viewer"));
  const seen = await reader.newPage();
  await seen.goto(`/${organisation.slug}/telephone/minors`);
  await expect(seen.getByText("Noté une fois en un an.")).toBeVisible();
  await expect(seen.getByRole("button", { name: "Signaler : appel terminé" })).toHaveCount(0);
});
