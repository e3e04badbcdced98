import { calendarOf, type Calendar } from "@/lib/domain/time/controller-calendar";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { endOfDay, type Zone } from "@/lib/domain/time/zones";
import type { AuthorisationRequest } from "./authorisation-status";
import type { StoredAuthorisation } from "./request-status";
import type { AuthorisationState, Regime } from "./types";

export type StoredPeriod = {
  regime: string;
  state: string;
  days: number | null;
  zone: string;
  seatCountry: string | null;
  seatAddress: string;
  /** Read as instants: a date, or the text of one. */
  sentAt: Date | string | null;
  receivedAt: Date | string | null;
  /** Address of a notice that nothing proved; null where silence counts by itself. */
  silenceAddress: string | null;
  silenceProvenAt: Date | string | null;
  /** The contract by which it was asked; null where there was none. */
  contract: { bindsUntil: string | null } | null;
  /** Moving holidays of Morocco as announced, by which its days are counted. */
  announced: readonly AnnouncedHoliday[];
};

/** A request as it is kept. */
export type StoredRequest = StoredPeriod & Pick<AuthorisationRequest, "id" | "scopeDigest" | "conditions">;

/** Its columns, one list for whoever reads them; whether its conditions are met is read beside them. */
export const STORED_REQUEST = {
  id: true,
  regime: true,
  state: true,
  days: true,
  zone: true,
  seatCountry: true,
  seatAddress: true,
  scopeDigest: true,
  sentAt: true,
  receivedAt: true,
  silenceAddress: true,
  silenceProvenAt: true,
  contract: { select: { bindsUntil: true } },
} as const satisfies Record<Exclude<keyof StoredRequest, "conditions" | "announced">, unknown>;

/** Reads requests as the rules of a cell do; the calendar of a seat and year is found once for all of them. */
export function requestReader(): (row: StoredRequest) => AuthorisationRequest {
  const read = periodReader();
  return (row) => {
    const { id, scopeDigest, conditions, sentAt } = row;
    return { ...read(row), id, scopeDigest, conditions, sentAt: instantOf(sentAt) };
  };
}

/** Reads the periods alone. */
export function periodReader(): (row: StoredPeriod) => StoredAuthorisation {
  const calendarFor = calendars();
  return (row) => ({
    regime: row.regime as Regime,
    state: row.state as AuthorisationState,
    receivedAt: instantOf(row.receivedAt),
    days: row.days,
    lapsesAt: lapsesAt(row),
    silenceHeldUntil: row.silenceAddress === null ? undefined : instantOf(row.silenceProvenAt),
    zone: row.zone as Zone,
    holidays: calendarFor(row).holidays,
  });
}

/** The calendar by which the days of one request are counted. */
export function calendarOfRequest(row: StoredPeriod): Calendar {
  return calendars()(row);
}

function calendars(): (row: StoredPeriod) => Calendar {
  const known = new Map<string, Calendar>();
  return ({ seatCountry, seatAddress, sentAt, receivedAt, announced }) => {
    const year = new Date(receivedAt ?? sentAt ?? 0).getUTCFullYear();
    const key = [year, seatCountry, seatAddress].join(" ");
    const found =
      known.get(key) ??
      calendarOf({ country: seatCountry, address: seatAddress }, { from: `${year}-01-01`, announced });
    known.set(key, found);
    return found;
  };
}

/** 24:00 of the last day on which its contract binds, where the controller is. */
function lapsesAt({ contract, zone }: StoredPeriod): number | null {
  return contract?.bindsUntil ? endOfDay(zone as Zone, contract.bindsUntil) : null;
}

function instantOf(at: Date | string | null): number | null {
  return at === null ? null : new Date(at).getTime();
}
