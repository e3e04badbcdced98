import type { ContactRole, GrantCover, Job, Role } from "@/lib/domain/access/actor";

/** Roles that may do an act; absent roles may not. `auditor` is the cover that a grant needs. */
export type Placement = {
  staff?: readonly Role[];
  contact?: readonly ContactRole[];
  auditor?: GrantCover;
  jobs?: readonly Job[];
  setup?: true;
};

/** An event of the journal; one that takes something away needs a reason. */
export type EventRule = { needsReason?: true };

export type NavGroup = "keep" | "answer" | "prove";

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
> = {
  /** The noun as a subject of the journal. */
  id: Id;
  /** Entries of the sidebar, each with its segment below the organisation's address. */
  navigation?: readonly { id: Nav; group: NavGroup; segment: string }[];
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
  /** A controller and its processor write to each other about it; whoever may read it may read that. */
  thread?: { read: keyof Acts & string; segment: string };
  /** The database keeps a document of it to be searched. */
  isSearched?: true;
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
  const M extends Manifest<Id, Acts, Events, Document, Nav, Place>,
>(noun: M & Manifest<Id, Acts, Events, Document, Nav, Place>): M {
  return noun;
}
