/** Separator of a shared heading and a column's own: "Transferts hors UE › Pays". */
export const GROUP_MARK = " › ";

export function splitHead(head: string): { group: string; own: string } {
  const at = head.lastIndexOf(GROUP_MARK);
  return at < 0
    ? { group: "", own: head }
    : { group: head.slice(0, at), own: head.slice(at + GROUP_MARK.length) };
}
