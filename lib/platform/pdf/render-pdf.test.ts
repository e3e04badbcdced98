import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { foreignFontList } from "./foreign-font.fixture";
import { runningCompilers } from "./compilers.fixture";
import { bookmarksOf, countPages, objectsOf, containsCharacter, textPlaces } from "./pdf-probe.fixture";
import { renderPdf, type PdfRequest } from "./render-pdf";

const SAMPLE = "lib/platform/pdf/sample.fixture.typ";

function render(lines: string[], more: Partial<PdfRequest> = {}) {
  return renderPdf({ template: SAMPLE, locale: "fr", data: { lines }, ...more });
}

afterEach(() => vi.unstubAllEnvs());

it.skipIf(!existsSync("/proc/self/environ"))(
  "gives the child that prints no secret and no address",
  async () => {
    const secrets = {
      AMANA_SECRET: "ab".repeat(32),
      DATABASE_APP_URL: "postgresql://app:word@db.internal/amana",
      SMTP_URL: "smtps://user:word@mail.example",
      NEXTAUTH_SECRET: "of-the-sessions",
    };
    for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value);
    let isDone = false;
    const printed = render(["Titre"]).finally(() => (isDone = true));
    const seen: string[] = [];
    while (!isDone && !seen.some((environment) => environment.includes("FONTCONFIG_FILE"))) {
      seen.push(...runningCompilers().map(({ environment }) => environment));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await printed;
    const environment = seen.find((one) => one.includes("FONTCONFIG_FILE"));
    expect(environment).toContain("NODE_ENV=production");
    for (const [name, value] of Object.entries(secrets)) {
      expect(environment).not.toContain(name);
      expect(environment).not.toContain(value);
    }
  },
);

describe("renderPdf", { timeout: 30_000 }, () => {
  it("makes a tagged PDF/UA-1 in the language asked for", async () => {
    const pdf = await render(["Titre"], { locale: "ar" });
    const objects = objectsOf(pdf);
    expect(objects.slice(0, 5)).toBe("%PDF-");
    expect(objects).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(objects).toContain("/StructTreeRoot");
    expect(objects).toMatch(/\/Lang \(ar\)/);
    expect(objects).toMatch(/pdfuaid:part>1</);
    expect(countPages(pdf)).toBe(1);
  });

  it.each([
    "#panic()",
    "= titre",
    "$x$",
    "*gras* _italique_ `code` @renvoi <etiquette>",
    '#read("/package.json") #import "x.typ"',
    "\\u{41} // commentaire /* bloc */",
    "- liste + liste / terme: x",
  ])("prints %s as it was written", async (line) => {
    expect(bookmarksOf(await render([line]))).toEqual([line]);
  });

  it("prints Arabic, alone and among Latin", async () => {
    const pdf = await render(["مركز الاتصال", "Agence العربية, Rabat"]);
    expect(bookmarksOf(pdf)).toEqual(["مركز الاتصال", "Agence العربية, Rabat"]);
    for (const character of "مركز") expect(containsCharacter(pdf, character)).toBe(true);
  });

  it("replaces what no font draws, drops what is no character, and says so", async () => {
    const pdf = await render(["漢字 et 😀", "a\u0000b\u0007c\ufeffd", "→ ✓ ■"]);
    expect(bookmarksOf(pdf)).toEqual(["\ufffd et \ufffd", "abcd", "→ ✓ ■"]);
    expect(containsCharacter(pdf, "\ufffd")).toBe(true);
  });

  it("refuses no character, fonts of the machine's own or not: a sample of every block of the first planes", async () => {
    const blocks = Array.from({ length: 0x18000 / 256 }, (_, block) => `x${signsFrom(block * 256)}`);
    const list = foreignFontList();
    vi.stubEnv("FONTCONFIG_FILE", list);
    await expect(render(blocks)).resolves.toBeInstanceOf(Uint8Array);
    rmSync(dirname(list), { recursive: true });
  });

  it("says that the template failed, and what the compiler said", async () => {
    await expect(renderPdf({ template: SAMPLE, locale: "fr", data: {} })).rejects.toMatchObject({
      name: "PdfError",
      failure: "compile",
      detail: expect.stringContaining("lines"),
    });
  });

  it("stops what lasts or grows beyond its limits", async () => {
    const limits = { seconds: 60, megabytes: 1600 };
    const late = render(["x"], { limits: { ...limits, seconds: 0.01 } });
    const large = render(["x".repeat(2_000_000)], { limits: { ...limits, megabytes: 1 } });
    await expect(late).rejects.toMatchObject({ failure: "time" });
    await expect(large).rejects.toMatchObject({ failure: "memory" });
  });

  it("goes on after a failure, two at a time", async () => {
    const asked = [render([], { data: null }), render(["un"]), render(["deux"])];
    const made = await Promise.allSettled(asked);
    expect(made.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  });
});

describe("a field of a document", { timeout: 30_000 }, () => {
  const LONG =
    "Tenu par contrat : le règlement ne lie pas l’organisation directement, mais ses clients l’y obligent. ";

  it.each([
    ["short", "Fondement"],
    ["of two lines", "Représentant désigné par écrit dans l’Union"],
  ])("hangs every line of its value under the value, beside a label %s", async (_, label) => {
    const data = { rows: [{ label, text: LONG.repeat(2) }] };
    const pdf = await renderPdf({ template: "lib/platform/pdf/rows.fixture.typ", locale: "fr", data });
    const [first, ...lines] = textPlaces(pdf, 0).filter(({ y }) => y > 60);
    const right = lines.filter(({ x }) => x > first!.x + 1);
    const column = Math.max(...right.map(({ x }) => Math.round(x)));
    const value = right.filter(({ x }) => Math.round(x) === column);
    expect(value.length).toBeGreaterThan(2);
    // The space between label and value is drawn too.
    expect(right.length - value.length).toBeLessThanOrEqual(1);
    expect(lines.length - right.length).toBe(label.length > 30 ? 1 : 0);
  });
});

function signsFrom(start: number): string {
  const codes = Array.from({ length: 32 }, (_, index) => start + index * 8 + ((start >> 8) % 8));
  return codes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .join("");
}
