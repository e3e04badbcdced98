import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findTable } from "./glyphs.mjs";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const require = createRequire(import.meta.url);
const ARABIC = "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf";

/**
 * A machine's list of fonts, with one that calls itself "Noto Sans", bolder than ours, and draws Arabic alone. Gives the path for
 * FONTCONFIG_FILE.
 */
export function foreignFontList(): string {
  const folder = temporaryFolder("fonts");
  writeFileSync(join(folder, "foreign.ttf"), renamed(readFileSync(require.resolve(ARABIC))));
  const list = join(folder, "fonts.conf");
  writeFileSync(list, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`);
  return list;
}

/** "Noto Sans Arabic" → "Noto Sans" in each record of the names, whose texts are as long as the record says. */
function renamed(font: Buffer): Buffer {
  const { offset } = findTable(font, "name");
  const [count, texts] = [font.readUInt16BE(offset + 2), offset + font.readUInt16BE(offset + 4)];
  for (let at = offset + 6; at < offset + 6 + count * 12; at += 12) {
    const start = texts + font.readUInt16BE(at + 10);
    const isWide = font.readUInt16BE(at) !== 1;
    const text = font.toString("latin1", start, start + font.readUInt16BE(at + 8)).replaceAll("\0", "");
    if (text === "Noto Sans Arabic") font.writeUInt16BE("Noto Sans".length * (isWide ? 2 : 1), at + 8);
  }
  return font;
}
