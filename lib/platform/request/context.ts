import type { Actor, AuditorActor, ControllerContactActor, StaffActor } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";
import type { SessionLimits } from "@/lib/domain/account/session-limits";
import { todayIn } from "@/lib/domain/time/zones";
import type { Submission } from "./submission";

/** Context of every verb and loader: the actor, the scope, the instant. */
export type Ctx<A extends Actor = Actor> = {
  actor: A;
  scope: OrgScope;
  now: Date;
  /** The form that asks for it: what it sends twice is written once. */
  submission?: Submission;
};

/**
 * `secondFactorAt`: when a second factor was given in the session that asks; `provedAt`: when its person last proved that it
 * is them, by whatever opened it or by that factor. None where no session asks.
 */
export type StaffCtx = Ctx<StaffActor> & { secondFactorAt?: Date | null; provedAt?: Date | null };

/** Origin of a request, as far as its headers tell. */
export type Device = { userAgent: string; address: string };

/** A controller's contact in the portal; the device is part of what proves a decision. */
export type ContactCtx = Ctx<ControllerContactActor> & { device: Device; sessionId: string };

/** An auditor within an open grant. */
export type AuditorCtx = Ctx<AuditorActor> & { device: Device; personId: string };

/** Context of a verb over one's own account, outside any organisation and role. */
export type SelfCtx = {
  person: { id: string; name: string; email: string; locale: string };
  /** The session it is asked in: it alone outlives a new password. */
  sessionId: string;
  openedAt: Date;
  secondFactorAt: Date | null;
  isByLetter: boolean;
  /** Limits of this session, and the instant at which it ends however much it is used. */
  limits: SessionLimits;
  endsAtMs: number;
  device: Device;
  now: Date;
};

/** The day in Casablanca, by whose law what is done now is assessed. */
export function today({ now }: Pick<Ctx, "now">): string {
  return todayIn("Africa/Casablanca", now.getTime());
}
