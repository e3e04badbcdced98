import type { DrawnTable } from "./drawn-table";
import type { NoPartyPart, PartyPart } from "./party-part";
import type { Room } from "./rooms";
import type { FoundGroup } from "@/lib/domain/search/found";
import type { ContactRole, Job, Role } from "@/lib/domain/access/actor";

/** Roles that may do an act; absent roles may not. `auditor`: whoever holds a grant, within what it covers. */
export type Placement = {
  staff?: readonly Role[];
  contact?: readonly ContactRole[];
  auditor?: true;
  jobs?: readonly Job[];
  setup?: true;
  /** The holder of a personal link. */
  subject?: true;
};

/** An event of the journal; one that takes something away needs a reason. */
export type EventRule = { needsReason?: true };

/**
 * Text that a provision is of: the GDPR, the UK GDPR, the Swiss FADP, law 09-08, the French consumer code, or a choice of one's own.
 */
export type ObligationSource = "gdpr" | "uk-gdpr" | "fadp" | "law0908" | "consumer" | "own";

/** A date that falls due, as its noun declares it. */
export type ObligationRule = {
  /** `gdpr` is read by the laws of the client whom a duty concerns; every other text stands whatever they are. */
  source: ObligationSource;
  /** Owed by the organisation for itself, as a controller or by its own DPO: no law of a client decides it. */
  isOfOrganisation?: true;
  /** Provision that asks for it, "28(3)(g)"; "" where no text does. */
  article: string;
  /** Statutory where the law itself sets the duty; contractual where the contract does; own where nobody asks. */
  basis: "statutory" | "contractual" | "own";
  /** Legal weight, 5 the heaviest: 5 where silence or lateness changes a right, 1 where it costs nothing but order. */
  weight: 1 | 2 | 3 | 4 | 5;
  /** Days before it at which it is recalled, 0 on the day itself; a negative number is a day after. */
  leads: readonly number[];
  /** Makes `leads` hours, as its period is: no choice of days moves them, and no digest delays them. */
  isHourly?: true;
};

export type NounTable =
  /** `sealed`: why its states come about without an entry of their own; the sealing of the day binds them. */
  | { name: string; kind: "row"; sealed?: string }
  | { name: string; kind: "fact" }
  | { name: string; kind: "version"; of: string };

/**
 * Lists of nouns are derived from manifests. Acts and events are stored under these names: they never change.
 */
type Manifest<
  Id extends string,
  Acts extends Record<string, Placement>,
  Events extends Record<string, EventRule>,
  Document extends string,
  Nav extends string,
  Place extends string,
  Obligation extends string,
> = {
  /** The noun as a subject of the journal. */
  id: Id;
  /**
   * Tabs of the rail's rooms, each with its segment below the organisation's address. The door of a room is its first tab; `also`
   * names further pages on which the tab stands open.
   */
  navigation?: readonly { id: Nav; room: Room; segment: string; isDoor?: true; also?: readonly string[] }[];
  /**
   * Tables bound by `amana_bind_table` for the staff: a row changes, a version is only superseded, a fact never
   * changes. `of` is the column that names the row of a version.
   */
  tables?: readonly NounTable[];
  acts: Acts;
  events: Events;
  /** Fields that its entries of the journal hold before and after a change, under the names that they keep for ever. */
  fields: readonly string[];
  /** The sentences that name fields on its own screens; one that has none there is named by the journal's. */
  fieldWords?: string;
  /** Subjects that documents belong to: whoever may read or write the subject may read or write them. */
  documents?: readonly {
    subject: Document;
    read: keyof Acts & string;
    write: keyof Acts & string;
    segment: string;
  }[];
  /**
   * Rows of which the page of one is drawn for a client, by the column that names it: they are compared with the journal each
   * time. The page of a script shows one request for it.
   */
  drawn?: readonly DrawnTable[];
  /** Rows of which a line of its list and its sheet are drawn for the staff, where neither dossier nor client's page is. */
  listed?: readonly DrawnTable[];
  /** A controller and its processor write to each other about it; whoever may read it may read that. */
  thread?: { read: keyof Acts & string; segment: string };
  /** Rows of it wait for a controller's contact, who is shown them first; `segment` is their page in the portal. */
  awaitsContact?: { segment: string };
  /** The database keeps a document of it to be searched. */
  isSearched?: true;
  /** Group of the search in which its rows are found, or why it has no name to be found by. */
  found: FoundGroup | { none: string };
  /** Dates that fall due, under names that reminders hold for ever; each is planned in `domain/obligation`. */
  obligations?: Readonly<Record<Obligation, ObligationRule>>;
  /**
   * Its part of a dossier for a controller, an authority or an auditor; `place` orders the parts and numbers their folders.
   * `rows` are those that its lines are made of, where they are not those of the client's page.
   */
  dossier?: {
    section: string;
    place: number;
    article: string;
    journal?: "headers";
    rows?: readonly DrawnTable[];
  };
  /** Its part of the page of a controller or of a sub-processor, or why it has none though its tables name a controller. */
  partyPart?: PartyPart | NoPartyPart;
  /** Pages that the palette leads to, for those who may do the act. */
  places?: readonly { id: Place; segment: string; needs: keyof Acts & string }[];
};

export function defineNoun<
  const Id extends string,
  const Acts extends Record<string, Placement>,
  const Events extends Record<string, EventRule>,
  const Document extends string,
  const Nav extends string,
  const Place extends string,
  const Obligation extends string,
  const M extends Manifest<Id, Acts, Events, Document, Nav, Place, Obligation>,
>(noun: M & Manifest<Id, Acts, Events, Document, Nav, Place, Obligation>): M {
  return noun;
}
