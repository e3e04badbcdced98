import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("hours are shown by the clock of the person called, beside Casablanca's", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone?on=2026-11-24&time=12:30`);
  const paris = page.getByRole("row", { name: /France métropolitaine/ });
  await expect(paris).toContainText("13:30");
  await expect(paris).toContainText("Non");
  await expect(paris).toContainText("à partir de mar. 24 nov. 2026, 14:00 Paris +01:00");
  await expect(paris).toContainText("13:00 Casablanca +00:00");
  await expect(page.getByRole("row", { name: /Toute la France/ })).toContainText("Aucune plage commune");
  await expectAccessible(page);
});

test("two days of the law stand side by side", async ({ page, context, organisation }) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone`);
  await page.getByRole("main").getByRole("link", { name: "Règles par date" }).click();
  await page.getByLabel("À la date du").fill("2026-08-11");
  await page.getByLabel("À côté du").fill("2026-08-10");
  await page.getByRole("button", { name: "Comparer" }).click();
  const consent = page.getByRole("row", { name: /T9 Consentement préalable/ });
  await expect(consent.getByRole("cell")).toHaveText([/En vigueur.*Change/, "Pas encore"]);
  const list = page.getByRole("row", { name: /T1 Liste Bloctel/ });
  await expect(list.getByRole("cell")).toHaveText([/Plus en vigueur/, "En vigueur"]);
  await expectAccessible(page);
});

test("a call is judged by the law of its instant, and doubted where facts are missing", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/call`);
  await page.getByLabel("Jour, à Casablanca").fill("2026-08-18");
  await page.getByLabel("Heure, à Casablanca").fill("10:00");
  await page.getByLabel("Pays ou territoire de la personne").selectOption("FR");
  await page.getByRole("button", { name: "Contrôler", exact: true }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Informations insuffisantes pour conclure" }),
  ).toBeVisible();
  // Fields of one row stand on one line, whether one of them has a hint or a longer label.
  const tops = await page.locator(".call-fields").evaluateAll((rows) =>
    rows.map((row) => {
      const controls = [...row.querySelectorAll(".inp")].map((field) => field.getBoundingClientRect());
      const lines = new Set(controls.map(({ top }) => Math.round(top)));
      const first = Math.min(...controls.map(({ left }) => Math.round(left)));
      return [lines.size, controls.filter(({ left }) => Math.round(left) === first).length];
    }),
  );
  expect(tops.length).toBeGreaterThan(0);
  for (const [lines, starts] of tops) expect(lines).toBe(starts);

  await page.getByLabel("Qui est appelé").selectOption("consumer");
  await page.getByLabel("Par quel moyen").selectOption("voice");
  await page.getByLabel("Secteur").selectOption("other");
  await page.getByLabel("Contrat avec le professionnel").selectOption("none");
  await page.getByLabel("Consentement", { exact: true }).selectOption("no");
  await page.getByLabel("Demande de rappel").selectOption("no");
  await page.getByRole("button", { name: "Contrôler", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "T9 Consentement préalable" })).toContainText(
    "Aucun consentement avant cet appel.",
  );
  await expect(page.getByRole("status").filter({ hasText: "enfreint la loi" })).toBeVisible();
  await expectAccessible(page);
});

test("a script is held against the mentions of its day", async ({ page, context, organisation }) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/telephone/script`);
  await page
    .getByLabel("Texte dit par l’agent")
    .fill("Bonjour, je m’appelle Salma. Vous pouvez vous inscrire sur Bloctel.");
  const mention = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(mention("L’identité de la personne")).toContainText("Présente");
  await expect(mention("L’entreprise pour qui")).toContainText("Je vous appelle pour le compte de");
  await expect(mention("Bloctel").first()).toContainText("Périmée");
  await page.getByLabel("Jour de l’appel").fill("2026-08-10");
  await expect(mention("Le droit de s’inscrire sur Bloctel")).toContainText("Présente");
  await expect(page.locator("mark")).toHaveText(["je m’appelle", "Bloctel"]);
  await expectAccessible(page);
});
