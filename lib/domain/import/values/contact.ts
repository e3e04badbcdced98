import { reading, type Reading } from "../doubts";
import { isBlankCell } from "./none";

export type ContactReading = { name: string; email: string; phone: string };

const EMAIL = /(?:mailto:)?([\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
const PHONE = /(?:\+|00)?\(?\d[\d\s.()/\u00a0\u202f-]{7,18}\d/gu;

/** "Ana Ruiz, dir. clientèle, +33 1 99 00 00 00" → who, e-mail and telephone; what is second of its kind stays with the name. */
export function readContact(cell: string): Reading<ContactReading> {
  const written = cell.trim();
  if (isBlankCell(written)) return reading({ name: "", email: "", phone: "" }, [], written);
  const [, email = ""] = [...written.matchAll(EMAIL)][0] ?? [];
  const withoutEmail = written.replace(EMAIL, (all, found: string) => (found === email ? " " : all));
  const [phone = ""] = [...withoutEmail.matchAll(PHONE)][0] ?? [];
  const name = phone === "" ? withoutEmail : withoutEmail.replace(phone, " ");
  return reading({ name: cleanName(name), email, phone: phone.trim() });
}

/** Marks left hanging once the address and the number are taken out: "J. Petit ; ", "tél. : ". */
function cleanName(text: string): string {
  return text
    .replace(
      /(?<![\p{L}])(?:t[ée]l(?:[ée]phone)?|phone|e-?mail|m[ée]l|courriel|mobile|port)\.?\s*:?\s*(?=$|[\s,;])/giu,
      " ",
    )
    .replace(/<\s*>|\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?:\s*[,;:–—/|-]\s*)+(?=[,;:–—/|-])/gu, "")
    .replace(/^[\s,;:–—/|-]+|[\s,;:–—/|-]+$/gu, "")
    .trim();
}
