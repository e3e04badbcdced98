import { readFileSync } from "node:fs";
import { docxOf, PDF } from "@/lib/platform/files/documents.fixture";
import { pngOf } from "@/lib/platform/files/images.fixture";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeMember } from "@/prisma/factories/member";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

test("a document is added, replaced and taken away whole, and the journal says who took it @happy-attachment", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeMeasure(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/measures/${id}`);
  const documents = page.locator("#documents");
  await expect(documents).toContainText("Aucun document encore.");
  await documents.getByLabel("Ajouter un document").setInputFiles(file("Procès-verbal n° 4.pdf", PDF));
  await documents.getByRole("button", { name: "Déposer" }).click();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    documents.getByRole("link", { name: "Procès-verbal n° 4.pdf", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Procès-verbal n° 4.pdf");
  expect(Buffer.compare(readFileSync(await download.path()), Buffer.from(PDF))).toBe(0);

  await documents.getByRole("link", { name: "Remplacer Procès-verbal n° 4.pdf" }).click();
  await documents
    .getByLabel("Nouvelle version de Procès-verbal n° 4.pdf")
    .setInputFiles(file("Procès-verbal signé.docx", docxOf()));
  await documents.getByRole("button", { name: "Déposer la nouvelle version" }).click();
  await documents.getByText("1 version antérieure").click();
  await expect(documents.getByRole("link", { name: "Procès-verbal n° 4.pdf", exact: true })).toBeVisible();
  await expect(documents).toContainText("DOCX");
  await expectAccessible(page, "documents with an earlier version");

  await documents.getByRole("link", { name: "Retirer Procès-verbal signé.docx" }).click();
  await documents
    .getByLabel("Pourquoi Procès-verbal signé.docx n’a pas sa place ici")
    .fill("Celui d’un autre client");
  await documents.getByRole("button", { name: "Retirer le document" }).click();
  await documents.getByText("1 document retiré").click();
  await expect(documents).toContainText("Celui d’un autre client");
  await expect(documents.getByRole("link", { name: "Remplacer Procès-verbal n° 4.pdf" })).toBeVisible();

  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("row", { name: /Document téléchargé/ })).toContainText(
    "Procès-verbal n° 4.pdf",
  );
});

test("a file that lies about its type is refused beside its field, and an inert answer is given of those kept @refusal-attachment", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeMeasure(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/measures/${id}`);
  const field = page.getByLabel("Ajouter un document");
  const refused: [string, Uint8Array, RegExp][] = [
    ["devis.pdf", pngOf(4, 4), /devis\.pdf\s: Son extension ne correspond pas à son contenu, qui est\s: PNG/],
    ["page.pdf", Buffer.from("<html><script>alert(1)</script></html>"), /ni un PDF, ni un DOCX/],
    ["lourd.pdf", new Uint8Array(21 * 1024 * 1024), /Ce fichier dépasse 20\sMo/],
    ["macros.docx", docxOf({ more: [{ name: "word/vbaProject.bin", body: "x" }] }), /contient des macros/],
  ];
  for (const [name, bytes, reason] of refused) {
    await field.setInputFiles(file(name, bytes));
    await page.getByRole("button", { name: "Déposer" }).click();
    await expect(field).toHaveAccessibleDescription(reason);
  }
  await expect(page.locator("#documents")).toContainText("Aucun document encore.");
  await expectAccessible(page, "a refused document");

  await field.setInputFiles(file("photo.png", pngOf(4, 4)));
  await page.getByRole("button", { name: "Déposer" }).click();
  const address = await page.getByRole("link", { name: "photo.png", exact: true }).getAttribute("href");
  const answer = await page.request.get(address!);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="photo.png"/);
});

test("a reader sees the documents and adds none; without JavaScript the form works @multiplies", async ({
  organisation,
  visitor,
}) => {
  const { id } = await makeMeasure(organisation);
  const address = `/${organisation.slug}/measures/${id}`;
  const writer = await visitor({ javaScriptEnabled: false });
  await signIn(writer, organisation);
  const page = await writer.newPage();
  await page.goto(address);
  await page.getByLabel("Ajouter un document").setInputFiles(file("constat.pdf", PDF));
  await page.getByRole("button", { name: "Déposer" }).click();
  await expect(page.getByRole("link", { name: "constat.pdf", exact: true })).toBeVisible();

  const reader = await visitor();
  await signIn(reader, await makeMember(organisation, "viewer"));
  const other = await reader.newPage();
  await other.goto(address);
  await expect(other.getByRole("link", { name: "constat.pdf", exact: true })).toBeVisible();
  await expect(other.getByLabel("Ajouter un document")).toHaveCount(0);
  await expect(other.getByRole("link", { name: "Remplacer" })).toHaveCount(0);
});
