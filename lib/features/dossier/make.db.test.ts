import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeWhole, unzip, verifyPath } from "./dossier.fixture";
import { dossierSchema } from "./schema";
import { prepareDossiers, ctx, voltiris, verify, ask, eventsOf } from "./make.fixture";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

prepareDossiers();

/** Files that no manifest can list. */
const UNLISTED = ["manifest.json", "manifest.sig", "key.pem"];

describe("a dossier of the whole", () => {
  it("holds each section in four forms, its documents and the chain, and is whole by its own verifier", async () => {
    const { row, zip, outcome } = await makeWhole(ctx);
    expect({ outcome, failure: row.failure }).toEqual({ outcome: "made", failure: "" });
    expect(zip.length).toBe(Number(row.size));
    const { status, out } = verify(zip, "--key", row.keyFingerprint);
    expect(out).toContain("RESULT whole");
    expect(status).toBe(0);
    const files = await unzip(zip);
    for (const form of ["pdf", "xlsx", "csv", "json"])
      for (const at of [
        "01-register/register",
        "02-clauses/clauses",
        "04-chain/chain",
        "08-breaches/breaches",
      ])
        expect([...files.keys()]).toContain(`${at}.${form}`);
    expect([...files.keys()].filter((path) => path.startsWith("02-clauses/documents/"))).toHaveLength(2);
    for (const [path, bytes] of files)
      if (path.endsWith(".pdf"))
        expect(bytes.toString("latin1"), path).toMatch(/pdfaid:part>3<.*pdfaid:conformance>A</s);
    const breaches = JSON.parse(files.get("08-breaches/breaches.json")!.toString());
    expect(breaches.rows).toMatchObject([{ controller: "Voltiris Énergies", clock: expect.any(String) }]);
    expect(await eventsOf(row.id)).toEqual(["dossier.requested", "dossier.made"]);
  }, 300_000);

  it(
    "has every file found and named of which one byte changed, all of them at once",
    { timeout: 300_000, tags: ["multiplies"] },
    async () => {
      const { row, zip } = await makeWhole(ctx);
      const files = await unzip(zip);
      const folder = temporaryFolder("dossier");
      for (const [path, bytes] of files) {
        const at = bytes.length >> 1;
        if (!UNLISTED.includes(path)) bytes[at] = bytes[at]! ^ 1;
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const { status, out } = verifyPath(folder, "--key", row.keyFingerprint);
      expect(status).toBe(1);
      for (const path of files.keys())
        if (!UNLISTED.includes(path)) expect(out).toContain(`FAIL  altered  ${path}  `);
    },
  );

  it("is written in Arabic and in English as well", async () => {
    for (const language of ["ar", "en"] as const) {
      const { row, zip } = await makeWhole(ctx, {
        language,
        sections: ["clauses", "transfers", "authorisations"],
      });
      expect(row.state).toBe("made");
      expect(verify(zip, "--key", row.keyFingerprint).status).toBe(0);
      const files = await unzip(zip);
      for (const path of [
        "02-clauses/clauses.csv",
        "05-authorisations/authorisations.csv",
        `README.${language}.txt`,
      ])
        expect(String(files.get(path)), `${path} holds marks of direction`).not.toMatch(
          /[\u200e\u200f\u2066-\u2069]/,
        );
    }
  }, 300_000);

  it("leaves a drill out, however open it is", async () => {
    await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ data: { isDrill: true } }));
    const { zip } = await makeWhole(ctx, { sections: ["breaches"] });
    await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ data: { isDrill: false } }));
    expect(JSON.parse((await unzip(zip)).get("08-breaches/breaches.json")!.toString()).rows).toEqual([]);
  }, 300_000);
});

describe("a dossier for one controller", () => {
  it("holds its data alone and names no other controller, in any file", async () => {
    const { row, zip } = await makeWhole(ctx, {
      audience: "controller",
      recipient: "Voltiris Énergies",
      controllerIds: [voltiris.id],
    });
    expect(row.state).toBe("made");
    expect(verify(zip, "--key", row.keyFingerprint).status).toBe(0);
    const files = await unzip(zip);
    const others = await withOrg(ctx.scope, (tx) =>
      tx.controller.findMany({ where: { id: { not: voltiris.id } }, select: { id: true, legalName: true } }),
    );
    expect(others.length).toBeGreaterThan(3);
    for (const [path, bytes] of files)
      for (const { id, legalName } of others) {
        const text = bytes.toString("utf8");
        expect(text.includes(legalName) || text.includes(id), `${path} names ${legalName}`).toBe(false);
      }
    const register = JSON.parse(files.get("01-register/register.json")!.toString());
    expect(
      register.records.map(({ content }: { content: { activity: string } }) => content.activity),
    ).toEqual(["Relances"]);
    expect([...files.keys()].filter((path) => path.includes("/documents/"))).toHaveLength(1);
    const journal = files
      .get("90-journal/journal.jsonl")!
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(journal.some((entry) => entry.text !== undefined)).toBe(false);
    expect(journal.some((entry) => entry.event !== undefined)).toBe(true);
    expect(journal.some((entry) => entry.event === undefined)).toBe(true);
  }, 300_000);

  it("is asked for with exactly one controller", () => {
    const asked = { audience: "controller", recipient: "x", sections: ["register"] };
    for (const controllerIds of [[], [voltiris.id, ctx.scope.org]])
      expect(dossierSchema.safeParse({ ...asked, controllerIds }).error?.issues[0]?.message).toBe(
        "oneController",
      );
  });
});

describe("a dossier as of a date", () => {
  it("holds what was recorded by then", async () => {
    const before = await makeWhole(ctx, { sections: ["clauses", "register"], on: "2026-11-19" });
    const files = await unzip(before.zip);
    expect(JSON.parse(files.get("02-clauses/clauses.json")!.toString())).toMatchObject({
      asOf: "2026-11-19",
      rows: [],
    });
    expect(JSON.parse(files.get("01-register/register.json")!.toString()).records).toEqual([]);
    const after = await makeWhole(ctx, { sections: ["clauses"], on: "2026-11-20" });
    expect(
      JSON.parse((await unzip(after.zip)).get("02-clauses/clauses.json")!.toString()).rows.length,
    ).toBeGreaterThan(20);
    expect(await ask({ on: "2026-12-24" })).toMatchObject({ ok: false });
  }, 300_000);
});
