import type { ForeignName } from "./foreign-names";
import type { NoticePhase } from "./notice";
import type { NoticeContent } from "./notice-content";

/** Characters of a first line that name a breach. */
export const TITLE_LENGTH = 90;

/** Words that may name a breach to one client; "" or null where there are none. */
export type ClientTitles = {
  /** Title that a person stated for clients, who was asked about doubtful names. */
  stated: string | null;
  /** Words of a notice to that client on what happened, whose names its author confirmed. */
  told: string | null;
};

/**
 * Names a breach to one client, and no other client in it: as stated for it, then in the words of its own notice. "" where none can be
 * shown: it is then named by its date. The file's own title is written for the house, and a name in it that is not recognised would
 * go out unasked. Articles 28(3)(b), 32.
 */
export function titleForClient(
  { stated, told }: ClientTitles,
  findForeign: (text: string) => ForeignName[],
): string {
  const isClear = (text: string) => findForeign(text).every(({ isCertain }) => !isCertain);
  if (stated && isClear(stated)) return firstLine(stated);
  const own = firstLine(told ?? "");
  return isClear(own) ? own : "";
}

type Told = { phase: NoticePhase; content: Pick<NoticeContent, "whatHappened"> };

/** Names a breach in its controller's own portal, by the words of its last notice on what happened; "" where none says it. */
export function titleInPortal(notices: readonly Told[]): string {
  const said = notices.find(({ phase, content }) => phase !== "rectifying" && content.whatHappened);
  return firstLine(said?.content.whatHappened ?? "");
}

export function firstLine(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length > TITLE_LENGTH ? `${first.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : first;
}

/** States what stands against a title that a person gives for clients: a sure name is refused, a doubtful one asked of once. */
export function titleProblem(
  text: string,
  areNamesConfirmed: boolean,
  findForeign: (text: string) => ForeignName[],
): { key: "titleNames" | "titleMayName"; names: string } | null {
  const found = findForeign(text);
  const names = found.map(({ found: name }) => name).join(", ");
  if (found.some(({ isCertain }) => isCertain)) return { key: "titleNames", names };
  return found.length === 0 || areNamesConfirmed ? null : { key: "titleMayName", names };
}
