type JointClient = { clientRole: string; otherControllers: string };

/** Joint controllers of a client, 26(1), a line of its sheet for each; of any other role that field names nobody jointly. */
export function jointControllersOf({ clientRole, otherControllers }: JointClient): string[] {
  return clientRole === "processor" ? [] : linesOf(otherControllers);
}

/** Controllers for whom a client that is itself a processor acts, a line of its sheet for each; null of a client that decides itself. */
export function actsForOf({ clientRole, otherControllers }: JointClient): string[] | null {
  return clientRole === "processor" ? linesOf(otherControllers) : null;
}

/** Names those for whom a client acts that is itself a processor, 28(4); none of any other role. */
export function principalsOf(client: JointClient): string[] {
  return actsForOf(client) ?? [];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
