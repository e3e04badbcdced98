import type { SHOWN_NUMBERS } from "@/lib/domain/telephone-prospecting/facts";

/** Country codes under which numbers of the French numbering plan are dialled: nine digits follow, "0" stands before them. */
const FRENCH_CODES = /^\+(?:33|262|508|590|594|596)(\d{9})$/;

const MOBILE = /^0[67]/;

/** Ranges of automated platforms in the national numbering plan, the last of them overseas. */
const PLATFORM = /^0(?:162|163|270|271|377|378|424|425|568|569|948|949|947[5-9])/;

/** Kind of a number in E.164. */
export function shownNumberKind(number: string): Exclude<(typeof SHOWN_NUMBERS)[number], "masked"> {
  const [, digits] = FRENCH_CODES.exec(number) ?? [];
  if (digits === undefined) return "foreign";
  const dialled = `0${digits}`;
  if (MOBILE.test(dialled)) return "mobile";
  return PLATFORM.test(dialled) ? "platform" : "other-french";
}
