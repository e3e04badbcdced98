export const READING_KINDS = ["read", "expected", "left"] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

export const READING_MEANS = ["sheet", "link", "meeting", "other"] as const;
export type ReadingMeans = (typeof READING_MEANS)[number];

/** Fact about an agent: read an edition, works with the script, or does no more. */
export type Reading = {
  agent: string;
  kind: ReadingKind;
  edition: number;
  /** Calendar day. */
  on: string;
  means: ReadingMeans | "";
};

export type Reader = {
  agent: string;
  /** Day on which the edition was read; null while it was not. */
  readOn: string | null;
  means: ReadingMeans | "";
  /** Last edition read before; null where none was. */
  earlier: number | null;
};

/** Makes one name of what differs in accents, capitals and spaces alone. */
export function agentKey(agent: string): string {
  return agent.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Leaves each agent once, under the first writing. */
export function uniqueAgents(agents: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const agent of agents) if (!byKey.has(agentKey(agent))) byKey.set(agentKey(agent), agent);
  return [...byKey.values()];
}

/** Lists who works with the script, by name, with whether they read an edition; `readings` in the order of recording. */
export function readersOf(readings: readonly Reading[], edition: number): Reader[] {
  return [...byAgent(readings).values()]
    .filter((own) => own.at(-1)?.kind !== "left")
    .map((own) => readerOf(own, edition))
    .toSorted((a, b) => a.agent.localeCompare(b.agent, "fr"));
}

function byAgent(readings: readonly Reading[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const reading of readings) {
    const key = agentKey(reading.agent);
    found.set(key, [...(found.get(key) ?? []), reading]);
  }
  return found;
}

function readerOf(own: readonly Reading[], edition: number): Reader {
  const reads = own.filter(({ kind }) => kind === "read");
  const read = reads.find((reading) => reading.edition === edition);
  const others = reads.map((reading) => reading.edition).filter((other) => other < edition);
  return {
    agent: own.at(-1)?.agent ?? "",
    readOn: read?.on ?? null,
    means: read?.means ?? "",
    earlier: others.length > 0 ? Math.max(...others) : null,
  };
}

/** Leaves out what is known already: who read the edition, works with the script, or has left it. */
export function newlyStated(
  agents: readonly string[],
  { kind, edition }: Pick<Reading, "kind" | "edition">,
  readings: readonly Reading[],
): string[] {
  const working = new Map(readersOf(readings, edition).map((reader) => [agentKey(reader.agent), reader]));
  return uniqueAgents(agents).filter((agent) => {
    const known = working.get(agentKey(agent));
    if (kind === "left") return known !== undefined;
    return kind === "read" ? (known?.readOn ?? null) === null : known === undefined;
  });
}
