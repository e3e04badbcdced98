import { expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { readUpload } from "./read-file";

it("says of an old workbook of Excel what it is, in each language", async () => {
  const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("..Workbook", "utf16le")]);
  expect(await readUpload(bytes)).toMatchObject({ refusal: { issues: [{ path: "file", key: "isXls" }] } });
  for (const locale of LOCALES) {
    const t = await translator(locale, "import-page");
    expect(t("refusals.isXls")).toContain("xlsx");
  }
});
