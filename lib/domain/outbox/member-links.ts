/**
 * Letters whose link is a member's own. Where no server carries letters an owner may be shown it, for nobody could enter
 * otherwise. Every other link is of somebody outside: a client's contact, an auditor, a parent, a person asked, a subscriber;
 * whoever opens it answers in their name, so that no other person is shown it.
 */
const OF_MEMBERS: ReadonlySet<string> = new Set([
  "member-invitation",
  "password-reset",
  "email-change",
  "email-change-notice",
]);

export function isMemberLink(template: string): boolean {
  return OF_MEMBERS.has(template);
}
