/** Asks all before it awaits any: what a unit of work may answer in any order leaves in one round trip. */
export async function readTogether<Reads extends Record<string, unknown>>(
  reads: Reads,
): Promise<{ [Name in keyof Reads]: Awaited<Reads[Name]> }> {
  const answers = await Promise.all(Object.entries(reads).map(async ([name, read]) => [name, await read]));
  return Object.fromEntries(answers) as { [Name in keyof Reads]: Awaited<Reads[Name]> };
}
