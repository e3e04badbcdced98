/** Names nothing where an address has no page. */
export default function NoThing() {
  return null;
}
