import { nameFinder } from "@/lib/domain/controller/find-names";
import { indexNames, type NamedParty } from "@/lib/domain/controller/name-index";
import { onlyOf } from "@/lib/domain/invariant/required";

/** A client of the register, under its legal name. */
export type Client = { id: string; legalName: string };

/** Id of the client that each name of a file is said to be. */
export type ChosenClients = ReadonlyMap<string, string>;

/** A name of the file that is nobody's whole name, with those whom it may call; `chosenId` is "" until a person says. */
export type ClientQuestion = { name: string; candidates: readonly Client[]; chosenId: string };

/** Candidates of one name at most. */
const MOST_CANDIDATES = 12;

/** Finds the client of a name: as chosen, else by its whole legal name where one alone bears it; null is asked. */
export function clientFinder(
  clients: readonly Client[],
  chosen: ChosenClients,
): (name: string) => string | null {
  const known = new Set(clients.map(({ id }) => id));
  return (name) => {
    const stated = chosen.get(name) ?? "";
    if (known.has(stated)) return stated;
    return onlyOf(clients.filter(({ legalName }) => legalName === name))?.id ?? null;
  };
}

/** Asks of each name that no client alone bears whom it calls, by every name under which clients are known. */
export function askClients(
  names: readonly string[],
  {
    clients,
    chosen,
    parties,
  }: { clients: readonly Client[]; chosen: ChosenClients; parties: readonly NamedParty[] },
): ClientQuestion[] {
  // A name a letter off is asked about too, as on the page of a breach.
  const find = nameFinder(indexNames(parties), { withShortForms: true });
  const isWhole = clientFinder(clients, new Map());
  return [...new Set(names)]
    .filter((name) => name !== "" && isWhole(name) === null)
    .map((name) => {
      const called = new Set(find(name).flatMap(({ entries }) => entries.map(({ id }) => id)));
      const candidates = clients
        .filter(({ id, legalName }) => legalName === name || called.has(id))
        .slice(0, MOST_CANDIDATES);
      const chosenId = chosen.get(name) ?? "";
      return { name, candidates, chosenId: candidates.some(({ id }) => id === chosenId) ? chosenId : "" };
    });
}
