import { itemAt } from "@/lib/domain/invariant/required";
import { reading, type Reading } from "../doubts";
import { isBlankCell } from "./none";

export type ContactReading = { name: string; email: string; phone: string };

const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const HOST = /[\p{L}\p{N}.-]/u;
const PHONE = /(?:\+|00)?\(?\d[\d\s.()/\u00a0\u202f-]{7,18}\d/u;
const MARK = /[\s,;:–—/|-]/u;

/** "Ana Ruiz, dir. clientèle, +33 1 99 00 00 00" → who, e-mail and telephone; what is second of its kind stays with the name. */
export function readContact(cell: string): Reading<ContactReading> {
  const written = cell.trim();
  if (isBlankCell(written)) return reading({ name: "", email: "", phone: "" }, [], written);
  const emails = findEmails(written);
  const email = emails[0]?.address ?? "";
  const withoutEmail = cutOut(
    written,
    emails.filter(({ address }) => address === email),
  );
  const phone = PHONE.exec(withoutEmail)?.[0] ?? "";
  const name = phone === "" ? withoutEmail : withoutEmail.replace(phone, " ");
  return reading({ name: cleanName(name), email, phone: phone.trim() });
}

type Found = { start: number; end: number; address: string };

/** Widens each "@" to both sides, never over what was found before: every letter is visited at most twice. */
function findEmails(text: string): Found[] {
  const found: Found[] = [];
  let floor = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > floor && LOCAL.test(itemAt(text, start - 1))) start -= 1;
    const end = endOfHost(text, at + 1);
    floor = at + 1;
    if (start === at || end === null) continue;
    floor = end;
    const isLink = text.slice(Math.max(0, start - 7), start).toLowerCase() === "mailto:";
    found.push({ start: isLink ? start - 7 : start, end, address: text.slice(start, end) });
  }
  return found;
}

/** Returns the end of a host name; null where it has no dot. */
function endOfHost(text: string, from: number): number | null {
  let end = from;
  while (end < text.length && HOST.test(itemAt(text, end))) end += 1;
  const labels = text.slice(from, end).split(".");
  const empty = labels.indexOf("");
  const stored = empty < 0 ? labels : labels.slice(0, empty);
  return stored.length < 2 ? null : from + stored.join(".").length;
}

function cutOut(text: string, parts: readonly Found[]): string {
  let from = 0;
  const stored = parts.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before;
  });
  return [...stored, text.slice(from)].join(" ");
}

/** Takes away the marks left hanging once the address and the number are out: "J. Petit ; ", "tél. : ". */
function cleanName(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(
      /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|phone|e-?mail|m[ée]l|courriel|mobile|port)\.? ?:? ?(?=$|[\s,;])/giu,
      " ",
    )
    .replace(/< ?>|\( ?\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?[,;:–—/|-](?: ?[,;:–—/|-])+/gu, (marks) => marks.slice(-1));
  return trimMarks(plain);
}

function trimMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && MARK.test(itemAt(text, start))) start += 1;
  while (end > start && MARK.test(itemAt(text, end - 1))) end -= 1;
  return text.slice(start, end);
}
