import { expect, it } from "vitest";
import { JPEG, pngOf } from "@/lib/platform/files/images.fixture";
import { canDraw } from "./can-draw";

const png = pngOf(30, 20);

it.each([
  ["a PNG", "logo.png", png, true],
  ["a JPEG", "logo.jpg", JPEG, true],
  ["a PNG whose picture is cut", "logo.png", png.slice(0, 50), false],
  [
    "a PNG with a byte bent in its picture",
    "logo.png",
    png.map((byte, at) => (at === 45 ? byte ^ 0xff : byte)),
    false,
  ],
  ["a PNG that says it is a JPEG", "logo.jpg", png.slice(0, 60), false],
] as const)("%s: %s is drawn: %s", { timeout: 30_000 }, async (_, file, bytes, isDrawn) => {
  expect(await canDraw({ file, bytes })).toBe(isDrawn);
});
