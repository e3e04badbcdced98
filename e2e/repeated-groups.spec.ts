import type { Page } from "@playwright/test";
import { openImport } from "@/lib/features/import/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract } from "@/prisma/factories/contract";
import { valueOf } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";
import { FORMS_BY_NOUN } from "./repeated-forms";
import { registerFile } from "./register-file";

test.describe.configure({ mode: "parallel", timeout: 180_000 });

const COUNTS = [0, 2, 4] as const;

for (const [noun, makeForms] of Object.entries(FORMS_BY_NOUN))
  for (const count of COUNTS)
    test(`${noun} with ${count} values in each group keeps them when another field is saved @multiplies`, async ({
      page,
      context,
      visitor,
      organisation,
    }) => {
      const unscripted = await visitor({ javaScriptEnabled: false });
      for (const browser of [context, unscripted]) await signIn(browser, organisation);
      const plain = await unscripted.newPage();
      for (const { path, field, at, fill } of await makeForms(organisation, count)) {
        const read = () => withOrg(organisation.scope, fill);
        const before = await read();
        const address = `/${organisation.slug}${path}`;
        await page.goto(address);
        await plain.goto(address);
        expect(await heldBy(page), `${path}: once its script answers`).toEqual(await heldBy(plain));
        await save(page, field, "Dit avec script");
        expect(await read(), path).toEqual(withWords(before, at, "Dit avec script"));
        await plain.goto(address);
        await save(plain, field, "Dit sans script");
        expect(await read(), `${path} without script`).toEqual(withWords(before, at, "Dit sans script"));
      }
    });

test("countries are typed by name or code in any language, and what names none is given back @multiplies", async ({
  visitor,
  organisation,
}) => {
  const { id } = await makeContract(organisation);
  const context = await visitor({ javaScriptEnabled: false });
  await signIn(context, organisation);
  const page = await context.newPage();
  await page.goto(`/${organisation.slug}/contracts/${id}/edit/object`);
  await page.getByLabel("Pays 1").fill("maroc");
  await page.getByLabel("Pays 2").fill("Atlantide");
  await page.locator(".form-end button[type=submit]").click();
  await expect(page.getByText("Choisissez un pays de la liste.").first()).toBeVisible();
  await expect(page.getByLabel("Pays 1")).toHaveValue("maroc");
  await expect(page.getByLabel("Pays 2")).toHaveValue("Atlantide");
  await page.getByLabel("Pays 2").fill("الهند");
  await page.getByLabel("Pays 3").fill("gb");
  await page.locator(".form-end button[type=submit]").click();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Objet");
  const { content } = await withOrg(organisation.scope, (tx) =>
    tx.contract.findFirstOrThrow({ where: { id } }),
  );
  expect(content).toMatchObject({ deed: { object: { countries: ["MA", "IN", "GB"] } } });
});

test("the columns of an import stay where they were put when one of them is moved @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const { name: fileName, buffer } = registerFile();
  const { id } = valueOf(await openImport(organisation, { fileName, bytes: new Uint8Array(buffer) }));
  const read = async () =>
    (await withOrg(organisation.scope, (tx) => tx.importRun.findFirstOrThrow({ where: { id } }))).mapping;
  const before = (await read()) as unknown[];
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/import/${id}?step=columns`);
  await page.getByLabel("Où va la colonne Canal", { exact: true }).selectOption({ label: "Outils" });
  await page.getByRole("button", { name: "Vérifier les lignes" }).click();
  await expect(page.getByRole("heading", { name: "Un client, plusieurs orthographes" })).toBeVisible();
  const after = (await read()) as unknown[];
  expect(after.filter((column, at) => JSON.stringify(column) !== JSON.stringify(before[at]))).toHaveLength(1);
});

/** Reads the form's data without blank rows and React's own fields for pages without JavaScript. */
function heldBy(page: Page): Promise<string[][]> {
  return page
    .locator("form:has(.form-end)")
    .evaluate((form: HTMLFormElement) =>
      [...new FormData(form)]
        .map(([name, value]) => [name, String(value)])
        .filter(([name = "", value]) => !name.startsWith("$") && value !== ""),
    );
}

async function save(page: Page, field: string, words: string) {
  await page.locator(`[name="${field}"]`).fill(words);
  const address = page.url();
  await page.locator(".form-end button[type=submit]").click();
  await page.waitForURL((url) => url.href !== address);
}

/** Copies a row with another value at a dotted path. */
function withWords(row: unknown, path: string, words: string): unknown {
  const keys = path.split(".");
  const copy = structuredClone(row) as Record<string, unknown>;
  const owner = keys.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, copy);
  owner[keys.at(-1)!] = words;
  return copy;
}
