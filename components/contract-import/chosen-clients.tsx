import type { ClientQuestion } from "@/lib/domain/contract-import/client-names";

/** Carries what was said of names through another form of the page. */
export function ChosenClients({ of }: { of: readonly ClientQuestion[] }) {
  return of.flatMap(({ name, chosenId }) =>
    chosenId === "" ? [] : <input key={name} type="hidden" name="clients" value={`${chosenId} ${name}`} />,
  );
}
