import { makeContractInForce, fillSection, readings } from "@/prisma/factories/contract";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { expect, signIn, test } from "./fixtures";

test("what owes nothing is folded, opens for a link into it, and the index leads to every section", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const begun = await makeContractInForce(organisation, { reference: "PLI-1" });
  const contract = await fillSection(organisation, begun, "clauses", readings("present", { K25: "absent" }));
  const subProcessor = await makeWholeSubProcessor(organisation);
  await signIn(context, organisation);
  const address = `/${organisation.slug}/contracts/${contract.id}`;
  for (const sheet of [`/${organisation.slug}/sub-processors/${subProcessor.id}`, address]) {
    await page.goto(sheet);
    const sections = await page.locator("main section[id]").evaluateAll((all) => all.map(({ id }) => id));
    const links = page.getByRole("navigation", { name: "Parties de la page" }).getByRole("link");
    const named = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.slice(1)));
    expect(named, sheet).toEqual(sections);
  }
  const missing = page.getByRole("row", { name: /Outil de transfert/ });
  const present = page.getByRole("row", { name: /Mesures de sécurité/ });
  await expect(missing).toBeVisible();
  await expect(present).toHaveCount(0);

  await page.getByRole("link", { name: "Historique", exact: true }).click();
  await expect(page.locator("#history details")).toHaveAttribute("open", "");
  await page.goto(`${address}?#clause-K12`);
  await expect(present).toBeInViewport();

  // Without JavaScript a title opens its section.
  const plain = await visitor({ javaScriptEnabled: false });
  await signIn(plain, organisation);
  const without = await plain.newPage();
  await without.goto(address);
  await without.getByRole("heading", { name: "Clauses présentes" }).click();
  await expect(without.getByRole("row", { name: /Mesures de sécurité/ })).toBeVisible();
});
