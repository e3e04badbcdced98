import type { Page } from "@playwright/test";
import { workPath, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { makeController } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

type Kind = Exclude<WorkKind, "watch-item" | "cndp-filing">;

/** Fills what a document of each kind needs beside its title, which is left blank at first. */
const FILLED: Record<Kind, { title: string; fill: (page: Page) => Promise<unknown> }> = {
  training: { title: "Sujet", fill: (page) => page.getByLabel("Date").fill("2026-11-10") },
  "internal-audit": { title: "Intitulé", fill: (page) => page.getByLabel("Date").fill("2026-11-12") },
  assistance: {
    title: "Objet",
    fill: async (page) => {
      await page.getByLabel("Responsable du traitement").selectOption("Filature du Gapeau");
      await page.getByLabel("Nature").selectOption({ index: 1 });
      await page.getByLabel("Demandée le").fill("2026-11-16");
    },
  },
  "dpo-designation": {
    title: "Acte de désignation",
    fill: (page) => page.getByLabel("Désigné depuis").fill("2026-01-05"),
  },
  procedure: { title: "Intitulé", fill: (page) => page.getByLabel("Objet").fill("Notifier à temps") },
};

for (const [kind, { title, fill }] of Object.entries(FILLED) as [Kind, (typeof FILLED)[Kind]][])
  test(`a document of the DPO is refused without a title, then kept and listed @happy-${kind} @refusal-${kind}`, async ({
    page,
    context,
    organisation,
  }) => {
    await makeController(organisation, { legalName: "Filature du Gapeau" });
    await signIn(context, organisation);
    const list = `/${organisation.slug}${workPath(kind)}`;
    await page.goto(`${list}/new`);
    await fill(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(refusalIn(page)).toContainText(title);
    await page.getByLabel(title, { exact: true }).fill("Écoutes de nuit");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Écoutes de nuit");
    await page.goto(list);
    await expect(page.getByRole("main")).toContainText("Écoutes de nuit");
  });
