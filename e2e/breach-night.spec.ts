import type { Page } from "@playwright/test";
import { instantAt } from "@/lib/domain/time/zones";
import { formatInstant } from "@/lib/i18n/format";
import { withOrg } from "@/lib/platform/database/transaction";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeMember } from "@/prisma/factories/member";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { withoutSpaces } from "./read-pdf";

/** The Friday of an earlier week: every threshold of hours has passed since, whatever the day of the run. */
function earlierFriday(): string {
  const days = Array.from({ length: 7 }, (_, index) => dayFromNow(-8 - index));
  return days.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 5)!;
}

type Client = { id: string; legalName: string; address: string };

/** Three clients under three laws: the French one alone agreed hours. */
async function makeClients(organisation: MadeOrganisation): Promise<[Client, Client, Client]> {
  const make = async (legalName: string, seat: object): Promise<Client> => {
    const address = `nuit-${legalName.toLowerCase()}@${organisation.slug}.example`;
    const stated = { legalName, contactEmail: address, dpoContact: address, targeting: "no", ...seat };
    return { id: (await makeController(organisation, stated)).id, legalName, address };
  };
  const french = await make("Nordalia", { country: "FR", address: "1, quai Neuf, 44000 Nantes" });
  const moroccan = await make("Zellij", { country: "MA", address: "4, rue Patrice, Rabat" });
  const british = await make("Ravelin", { country: "GB", address: "1 Queen Square, Bristol BS1 4JE" });
  const contract = await makeContractInForce(organisation, { controllerId: french.id });
  await fillSection(organisation, contract, "terms", { breachNoticeHours: "24" });
  return [french, moroccan, british];
}

async function recordCall(page: Page, at: { day: string; time: string }): Promise<void> {
  await page.getByRole("radio", { name: "Averti par téléphone" }).check();
  await page.getByLabel("Qui", { exact: true }).fill("Astreinte");
  await page.getByLabel("Jour", { exact: true }).fill(at.day);
  await page.getByLabel("Heure", { exact: true }).fill(at.time);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator("#proofs ol").getByText("Astreinte")).toBeVisible();
}

test("a breach on a Friday night: three clients of three laws, two officers at once", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  test.slow();
  const [french, moroccan, british] = await makeClients(organisation);
  const friday = earlierFriday();
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/breaches/new`);
  await page.getByLabel("Que s’est-il passé").fill("Sauvegarde copiée par un compte volé");
  await page.getByRole("radio", { name: /C’est certain/ }).check();
  await page.getByLabel("Jour").fill(friday);
  await page.getByLabel("Heure", { exact: true }).fill("22:30");
  await page.getByLabel("Systèmes ou clients touchés").fill("Nordalia, Zellij et Ravelin");
  await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
  for (const { legalName } of [french, moroccan, british])
    await page.getByRole("checkbox", { name: legalName }).check();
  await page.getByRole("button", { name: "Confirmer les responsables cochés" }).click();
  await expect(page.getByText("confirmé", { exact: true })).toHaveCount(3);
  const file = page.url();
  const clientOf = (of: Page, { legalName }: Client) =>
    of.getByRole("article").filter({ has: of.getByRole("heading", { name: legalName, exact: true }) });
  await expect(clientOf(page, french)).toContainText("non informé, délai du contrat passé");
  for (const client of [moroccan, british])
    await expect(clientOf(page, client)).toContainText("à informer, seuil de l’organisation passé");

  const parts = await withOrg(organisation.scope, (tx) =>
    tx.breachController.findMany({ select: { id: true, controllerId: true } }),
  );
  const partOf = ({ id }: Client) =>
    `/${organisation.slug}/breaches/controllers/${parts.find(({ controllerId }) => controllerId === id)!.id}`;
  // Told by telephone on the night itself: their own hours run from then, each under its own law.
  for (const client of [french, british]) {
    await page.goto(partOf(client));
    await recordCall(page, { day: friday, time: "23:10" });
  }
  await page.goto(file);
  const target = instantAt("Africa/Casablanca", friday, "23:10") + 72 * 3_600_000;
  const ends = withoutSpaces(formatInstant(target, "Europe/Paris", "fr"));
  const laws = [
    [french, "informé dans les délais ; son délai, art. 33(1)"],
    [british, "informé dans les délais ; son délai, UK GDPR art. 33(1)"],
  ] as const;
  for (const [client, words] of laws) {
    const said = withoutSpaces((await clientOf(page, client).textContent())!);
    expect(said).toContain(withoutSpaces(words));
    expect(said).toContain(ends.slice(0, 6));
  }
  const told = withoutSpaces((await clientOf(page, moroccan).textContent())!);
  expect(told).not.toContain(withoutSpaces("art. 33(1)"));

  // Two officers open the draft to one client; the second is warned, and sends nothing again.
  const other = await visitor();
  await signIn(other, await makeMember(organisation, "dpo"));
  const second = await other.newPage();
  await page.goto(partOf(french));
  await page.getByRole("button", { name: "Préparer la notification" }).click();
  await expect(page.getByRole("button", { name: "Émettre la notification" })).toBeVisible();
  await second.goto(page.url());
  await page.getByLabel("Ce qui s’est passé").fill("Une sauvegarde a été copiée.");
  await second.getByLabel("Ce qui s’est passé").fill("Une sauvegarde a été prise.");
  // The call was in time: no reason is asked.
  await expect(page.getByLabel("Motif du retard")).toHaveCount(0);
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(page.getByRole("link", { name: "Ouvrir le PDF" })).toBeVisible();
  await mailTo(french.address, /notification d’une violation/);
  await second.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(second.getByText(/a déjà émis ce brouillon/)).toBeVisible();
  await expect(second.getByRole("link", { name: "Ouvrir la notification émise" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Émettre la notification" })).toHaveCount(0);
  await second.goto(partOf(french));
  await expect(second.getByText(/émise par/)).toHaveCount(1);
  await second.getByRole("button", { name: "Préparer une notification de plus" }).click();
  await expect(second.getByRole("heading", { name: "Déjà émises pour ce responsable" })).toBeVisible();

  // Nobody told the Moroccan client: past the organisation's own threshold, which is no law's.
  await page.goto(partOf(moroccan));
  await page.getByRole("button", { name: "Préparer la notification" }).click();
  await page.getByLabel("Ce qui s’est passé").fill("Une sauvegarde a été copiée.");
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  const reason = page.getByLabel("Motif du délai");
  await expect(reason).toHaveAccessibleDescription(/ni le contrat ni la loi/);
  await reason.fill("Aucune adresse de nuit");
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(page.getByRole("main")).toContainText("le seuil que le sous-traitant s’est fixé");
  const letter = JSON.stringify(await mailTo(moroccan.address, /notification d’une violation/));
  expect(letter).toContain("Aucune adresse de nuit");
  expect(letter).not.toContain("tardive");
  await page.goto(partOf(british));
  await page.getByRole("button", { name: "Préparer la notification" }).click();
  await page.getByLabel("Ce qui s’est passé").fill("Une sauvegarde a été copiée.");
  await page.getByRole("button", { name: "Émettre la notification" }).click();
  await expect(page.getByRole("link", { name: "Ouvrir le PDF" })).toBeVisible();

  // The file shows a notice of each afterwards, in the client's line and in the thread, to both officers.
  for (const screen of [page, second]) {
    await screen.goto(file);
    for (const client of [french, moroccan, british])
      await expect(clientOf(screen, client)).toContainText("Notification initiale");
    await expect(screen.locator("#thread").getByText("Notification initiale")).not.toHaveCount(0);
    await expect(screen.locator("#thread")).toContainText("Averti par téléphone");
  }
});
