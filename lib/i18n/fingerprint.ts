/** Groups of four hex digits, easier to compare by eye and by telephone. */
export function groupFingerprint(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(" ");
}
