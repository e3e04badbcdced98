import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { PDF } from "@/lib/platform/files/documents.fixture";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeContact } from "@/prisma/factories/contact";
import { makeController } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("two clients are asked at once: one decides by the link in its letter, the other on paper", async ({
  context,
  page,
  organisation,
  visitor,
  mailTo,
}) => {
  await makeWholeSubProcessor(organisation, { name: "Numéria Voix SAS" });
  const onPaper = await makeController(organisation, {
    legalName: "Papeteries du Rhône",
    contactEmail: "direction@papeteries.example",
  });
  const { id } = await makeController(organisation, { legalName: "Voltiris" });
  await makeContractInForce(organisation, { controllerId: id });
  const address = `signature-${id.slice(-8)}@voltiris.example`;
  await makeContact(organisation, { controllerId: id, email: address });

  await signIn(context, organisation);
  const at = `/${organisation.slug}/authorisations`;
  await page.goto(`${at}/new`);
  await page.getByLabel("Sous-traitant ultérieur").selectOption({ label: "SP-001 · Numéria Voix SAS" });
  await page.getByRole("checkbox", { name: "Papeteries du Rhône" }).check();
  await page.getByRole("checkbox", { name: "Voltiris" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Préparer les demandes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Demandes à envoyer");
  await expect(page.getByRole("checkbox", { name: /Voltiris/ })).toBeChecked();
  await expectAccessible(page);
  // A draft prepared from the matrix is found by its address.
  await page.goto(at);
  await page.getByRole("link", { name: "2 demandes à envoyer" }).click();
  await page.getByRole("button", { name: "Envoyer les demandes" }).click();
  await expect(page).toHaveURL(new RegExp(`${at}$`));
  await expect(page.getByRole("link", { name: /à envoyer/ })).toBeHidden();

  const letter = await mailTo(address, /votre autorisation pour Numéria/);
  const theirs = await (await visitor({ viewport: { width: 375, height: 740 } })).newPage();
  await theirs.goto(letter.links[0]!);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Entrer dans le portail");
  await theirs.getByLabel("Votre adresse").fill(address);
  await theirs.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Consultez votre messagerie");
  await theirs.goto((await mailTo(address, /lien pour entrer/)).links[0]!);
  await theirs.getByRole("button", { name: "Entrer" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Autorisez-vous Numéria Voix SAS");
  await theirs.getByRole("radio", { name: /^J’autorise Pour/ }).check();
  await theirs.getByLabel("Pouvoir d’engager la société").fill("Mandat social");
  await theirs.getByRole("button", { name: "Relire avant de signer" }).click();
  await theirs.getByRole("button", { name: "Signer et envoyer" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Vous avez autorisé");

  await page.reload();
  await expect(page.getByRole("row", { name: /Voltiris/ })).toContainText("Active");

  await page
    .getByRole("row", { name: new RegExp(onPaper.legalName) })
    .getByRole("link")
    .last()
    .click();
  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Enregistrer une autorisation" }).click();
  await page.getByLabel("Venue par").selectOption({ label: "Téléphone" });
  await page.getByLabel("Signataire").fill("Luc Ferrand");
  await page.getByLabel("Qualité").fill("Directeur général");
  await page.getByLabel("Pouvoir", { exact: true }).fill("Mandat social");
  await page.getByLabel("Preuve").fill("Appel du matin");
  await page.getByRole("button", { name: "Enregistrer une autorisation" }).click();
  await expect(page.getByText(/Un accord par téléphone ne prouve rien/).first()).toBeVisible();
  await expect(page.getByLabel("Signataire")).toHaveValue("Luc Ferrand");

  await page.goto(at);
  await page
    .getByRole("row", { name: /Voltiris/ })
    .getByRole("link")
    .last()
    .click();
  await page.getByRole("link", { name: /^version \d+ de SP-001$/ }).click();
  await expect(page.locator("#scope")).toContainText("Voltiris");
});

test("a decision that came on paper is recorded with its document, whose hash stands beside it @happy-authorisation @refusal-authorisation", async ({
  context,
  page,
  organisation,
}) => {
  const { id } = await makeRequest(organisation, {
    subProcessorId: (await makeWholeSubProcessor(organisation)).id,
  });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/authorisations/${id}`);
  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Enregistrer une autorisation" }).click();
  await expect(page.getByLabel("Document joint")).toHaveText("aucun");
  await page.getByRole("link", { name: "Annuler" }).click();

  const documents = page.locator("#documents");
  await documents.getByLabel("Ajouter un document").setInputFiles({
    name: "Accord signé d’Orvelle.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(PDF),
  });
  await documents.getByRole("button", { name: "Déposer" }).click();
  await expect(documents).toContainText("Accord signé d’Orvelle.pdf");

  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Enregistrer une autorisation" }).click();
  await page.getByLabel("Venue par").selectOption({ label: "Lettre" });
  await page.getByLabel("Preuve").fill("Lettre recommandée n° 4");
  await page.getByLabel("Qualité").fill("Directrice générale");
  await page.getByLabel("Pouvoir", { exact: true }).fill("Représentante légale");
  await page.getByLabel("Conditions").fill("Les enregistrements restent en France.");
  await page.getByRole("button", { name: "Enregistrer une autorisation" }).click();
  await expect(page.getByText("Choisissez le document qui porte la décision.").first()).toBeVisible();
  await expect(page.getByText(/Qui a décidé/).first()).toBeVisible();
  await page.getByLabel("Document joint").selectOption({ label: "Accord signé d’Orvelle.pdf" });
  await page.getByLabel("Signataire").fill("Claire Orvelle");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Enregistrer une autorisation" }).click();

  const life = page.locator("#life");
  await expect(life.getByRole("listitem").first()).toContainText("Autorisée");
  await expect(life.getByRole("listitem").first()).toContainText("Claire Orvelle, Directrice générale");
  const hash = createHash("sha256").update(PDF).digest("hex");
  await expect(life.getByTitle(hash)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    life.getByRole("link", { name: "Accord signé d’Orvelle.pdf" }).click(),
  ]);
  expect(
    createHash("sha256")
      .update(readFileSync(await download.path()))
      .digest("hex"),
  ).toBe(hash);
  await expect(page.getByText("Les enregistrements restent en France.")).toBeVisible();
  await expectAccessible(page);
});
