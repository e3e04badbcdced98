/**
 * Letters by which a client's own people, and whoever keeps the register, learn what was signed or changed in the client's
 * name, 28(2), 28(9): its certificate names them, so that none of them is cancelled by the processor.
 */
const OF_DECISIONS: ReadonlySet<string> = new Set([
  "portal-decision-receipt",
  "portal-decision-taken",
  "portal-decision-told",
  "portal-script-decided",
  "portal-script-told",
  "contact-role-told",
  "contact-passkey-told",
  "contact-sight-told",
  "signatory-objection-made",
  "signatory-objection-told",
  "signatory-objections-settled",
]);

export function isOfDecision(template: string): boolean {
  return OF_DECISIONS.has(template);
}
