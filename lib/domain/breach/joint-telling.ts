import type { NoticeProofKind } from "./notice-state";

/** Shows a joint controller of the client that one notice was sent to, or why it was not. Instants are milliseconds of UTC. */
export type JointTelling = {
  id: string;
  noticeId: string | null;
  controllerId: string;
  who: string;
  /** "" where no letter goes. */
  address: string;
  reason: string;
  at: number;
  by: string;
  /** Names the last that is known of its letter. */
  state: NoticeProofKind | "not-told";
};
