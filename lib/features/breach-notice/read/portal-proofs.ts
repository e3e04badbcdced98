import { provenAwareAt, statedAwareness, type StatedAwareness } from "@/lib/domain/breach/clocks";
import { departureOf } from "@/lib/domain/breach/departure";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import {
  AWARENESS_PROOFS,
  informedBy,
  isByAddress,
  kindByAddress,
  type NoticeProofKind,
} from "@/lib/domain/breach/notice-state";
import {
  isTakenBack,
  takenBack,
  type BreachCall,
  type SentNotice,
  type ToldHistory,
} from "@/lib/domain/breach/rectification";
import { findUnrecordedOpenings } from "@/lib/features/breach/read/openings";
import { findProvenAt } from "@/lib/platform/access/address-proofs";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";

/** A notice as the portal knows it. Instants are milliseconds of UTC. */
export type PlacedNotice = {
  id: string;
  breachControllerId: string;
  controllerId: string;
  number: number;
  phase: NoticePhase;
  issuedAt: number;
};

/** A fact by which a controller came to know, or was told, with who recorded it and whom it names; "" where nobody is. */
export type PortalProof = {
  kind: NoticeProofKind;
  at: number;
  incident: string;
  controllerId: string;
  noticeId: string | null;
  by: string;
  to: string;
};

/** Shows what a controller was told of one incident, as its portal has it. */
export type ToldIncident = {
  id: string;
  controllerId: string;
  /** The proof that C0 rests on, which its controller may contest, art. 33(1); null where none is known. */
  proof: PortalProof | null;
  /** First awareness, also where a rectification ended it; null where none is known. */
  firstAt: number | null;
  /** States what may be told to an authority: an opening from an unproven address is no awareness. */
  stated: StatedAwareness;
  /** The first call that tells of it, since a rectification where it was told anew; null where none was made. */
  call: PortalProof | null;
  /** Each call that tells of it or takes it back, in the order of their instants. */
  calls: readonly PortalProof[];
  /** The last word is that its data are not affected: no time of its own runs any more. */
  isRectified: boolean;
  /** The call that says so, where one does. */
  rectifyingCall: PortalProof | null;
};

const MINUTE_MS = 60_000;
const COMES_BACK: readonly string[] = ["bounced", "refused", "given-up"];

/** Reads the incidents of which the contact's controllers were told, by a call or by one of the notices given here. */
export async function findToldIncidents(
  tx: Tx,
  notices: readonly PlacedNotice[],
  own: ProcessorPeople,
): Promise<ToldIncident[]> {
  const rows = await findInformed(tx);
  const openings = await findPortalOpenings(tx, notices, own);
  const noticed = notices.map(({ breachControllerId: incident, controllerId }) => ({
    incident,
    controllerId,
  }));
  const incidents = new Map(
    [...noticed, ...rows, ...openings].map(({ incident, controllerId }) => [incident, controllerId]),
  );
  return [...incidents].flatMap(([id, controllerId]) => {
    const facts = [...rows, ...openings].filter(({ incident }) => incident === id);
    const placed = notices.filter(({ breachControllerId }) => breachControllerId === id);
    const told = toldOf({ id, controllerId }, placed, facts);
    return told.call === null && placed.length === 0 ? [] : [told];
  });
}

type Row = Omit<PortalProof, "kind"> & { kind: string; letterId: string | null };

function toldOf(
  place: Pick<ToldIncident, "id" | "controllerId">,
  placed: readonly PlacedNotice[],
  facts: readonly Row[],
): ToldIncident {
  const notices = placed.toSorted((one, other) => one.number - other.number);
  const isOfRectifying = (fact: Row) =>
    notices.some(
      ({ id, phase, issuedAt }) =>
        id === fact.noticeId && phase === "rectifying" && fact.at + MINUTE_MS > issuedAt,
    );
  const calls = facts.flatMap((fact): BreachCall[] =>
    isCall(fact) && !(fact.kind === "call-made" && isOfRectifying(fact))
      ? [{ at: fact.at, isRectifying: fact.kind === "call-rectified" }]
      : [],
  );
  const history = { notices: notices.map((notice) => sentOf(notice, facts)), calls };
  const isRectified = isTakenBack(asRead(history));
  const since = isRectified ? -Infinity : (takenBack(history)?.at ?? -Infinity);
  const first = (kinds: (fact: Row) => boolean) =>
    facts
      .filter((fact) => kinds(fact) && !isOfRectifying(fact))
      .toSorted((one, other) => one.at - other.at)
      .map(proofOf);
  const last = first(({ kind }) => kind === "call-rectified").at(-1) ?? null;
  const known = first(({ kind }) => AWARENESS_PROOFS.includes(kind)).filter(
    (proof) => informedBy([proof]).length > 0,
  );
  const telling = first(({ kind }) => kind === "call-made");
  return {
    ...place,
    proof: known.find(({ at }) => at > since) ?? null,
    firstAt: known[0]?.at ?? null,
    stated: statedAwareness(
      informedBy(known.filter(({ at }) => at > since)),
      provenAwareAt(informedBy(known)),
    ),
    call: telling.find(({ at }) => at > since) ?? telling[0] ?? null,
    calls: first(isCall),
    isRectified,
    rectifyingCall: isRectified ? last : null,
  };
}

/** Counts what takes the others back as read: it stands before whoever reads the portal. */
function asRead({ notices, calls }: ToldHistory): ToldHistory {
  return {
    calls,
    notices: notices.map((notice) => (notice.phase === "rectifying" ? asReadAt(notice) : notice)),
  };
}

function asReadAt(notice: SentNotice): SentNotice {
  const { issuedAt, leftAt, reachedAt } = notice;
  return { ...notice, leftAt: leftAt ?? issuedAt, reachedAt: reachedAt ?? leftAt ?? issuedAt };
}

/** In its portal a notice is before the client: it may reach it, if nothing shows that it did. */
function sentOf({ id, phase, issuedAt }: PlacedNotice, facts: readonly Row[]): SentNotice {
  const own = facts.filter(({ noticeId }) => noticeId === id);
  const letterIds = new Set(own.flatMap(({ letterId }) => letterId ?? []));
  const letters = [...letterIds].map((letterId) => ({
    isJoint: false,
    isCancelled: false,
    isWaiting: false,
    reports: own.filter((fact) => fact.letterId === letterId),
  }));
  const knownAt = facts
    .filter(({ kind }) => AWARENESS_PROOFS.includes(kind) || kind === "call-rectified")
    .filter(({ letterId }) => letterId === null)
    .flatMap(({ noticeId, at, kind }) => {
      if (phase === "rectifying")
        return noticeId === id && at + MINUTE_MS > issuedAt ? [Math.max(at, issuedAt)] : [];
      const isAbout = noticeId === id || (noticeId === null && at >= issuedAt);
      return isAbout && kind !== "call-rectified" ? [at] : [];
    });
  return { phase, issuedAt, ...departureOf({ letters, knownAt, isInPortal: true }) };
}

function isCall({ kind }: Row): boolean {
  return kind === "call-made" || kind === "call-rectified";
}

function proofOf({ kind, at, incident, controllerId, noticeId, by, to }: Row): PortalProof {
  // The view gives no other kind; what a server reports of its own failing is no proof.
  const known = COMES_BACK.includes(kind) ? "failed" : (kind as NoticeProofKind);
  return { kind: known, at, incident, controllerId, noticeId, by, to };
}

type InformedRow = Omit<Row, "at" | "by" | "to"> & {
  at: Date;
  by: string | null;
  to: string | null;
  /** The contact who opened or acknowledged it; null for what the processor recorded. */
  byContactId: string | null;
};

async function findInformed(tx: Tx): Promise<Row[]> {
  const rows = await tx.$queryRaw<InformedRow[]>`
    SELECT breach_controller_id AS incident, controller_id AS "controllerId", kind, at, told_by AS by, told_to AS to,
      notice_id AS "noticeId", letter_id AS "letterId", by_contact_id AS "byContactId" FROM breach_informed ORDER BY at`;
  const provenAt = await findProvenAt(
    tx,
    rows.flatMap(({ kind, byContactId }) => (isByAddress(kind) && byContactId ? [byContactId] : [])),
  );
  return rows.map(({ at, by, to, kind, byContactId, ...place }) => ({
    ...place,
    kind: byContactId === null ? kind : kindByAddress(kind, provenAt.has(byContactId)),
    at: at.getTime(),
    by: by ?? "",
    to: to ?? "",
  }));
}

async function findPortalOpenings(
  tx: Tx,
  notices: readonly PlacedNotice[],
  own: ProcessorPeople,
): Promise<Row[]> {
  const incidentOf = new Map(notices.map(({ id, breachControllerId }) => [id, breachControllerId]));
  const openings = await findUnrecordedOpenings(tx, [...incidentOf.keys()], own);
  const provenAt = await findProvenAt(
    tx,
    openings.map(({ contactId }) => contactId),
  );
  return openings.flatMap(({ noticeId, controllerId, at, name, contactId }) => {
    const incident = incidentOf.get(noticeId);
    if (incident === undefined) return [];
    const opened = {
      kind: kindByAddress("read-in-portal", provenAt.has(contactId)),
      at: at.getTime(),
      by: name,
      to: "",
    };
    return [{ incident, controllerId, noticeId, letterId: null, ...opened }];
  });
}
