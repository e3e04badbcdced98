/**
 * Embeddings, overrides and isolates: nobody sees them, and what follows is shown in another order than it is stored, in the
 * lists and letters of others too ("\\u202Egnp.exe" is read as "exe.png"). The marks U+200E, U+200F and U+061C turn nothing
 * but themselves, and Arabic texts need them.
 */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

export function withoutTurningMarks(text: string): string {
  return text.replace(TURNING, "");
}
