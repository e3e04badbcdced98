import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Changes of one noun after which another has work to do, in the same transaction. */
export type Announcement =
  | { event: "organisation.changed" }
  | { event: "controller.changed"; controllerIds: readonly string[] }
  | { event: "measure.changed"; measureId: string }
  /** Versions or withdrawal of a procedure changed: entries name it. */
  | { event: "procedure.changed"; procedureId: string }
  /**
   * Terms, begin or end of a contract changed: entries of these controllers name it, or are compared with it.
   */
  | { event: "contract.changed"; controllerIds: readonly string[] }
  /** Transfers, whose data they carry, and the sub-processors whose tool and assessment they are. */
  | {
      event: "transfer.changed";
      transferIds: readonly string[];
      controllerIds: readonly string[];
      subProcessorIds: readonly string[];
    }
  /** Content, status or contract of a sub-processor changed. */
  | { event: "sub-processor.changed"; subProcessorIds: readonly string[] }
  /** Entries have a new version: other controllers may rely on the sub-processors that they name. */
  | { event: "reliance.changed"; recordIds: readonly string[] }
  /** A controller's word about a sub-processor, or what it made it depend on. */
  | { event: "authorisation.changed"; uses: readonly { controllerId: string; subProcessorId: string }[] };

type AnnouncementHandler = (tx: Tx, ctx: Ctx, announcement: Announcement) => Promise<void>;

const followers = ((globalThis as { amanaFollowers?: Map<string, AnnouncementHandler> }).amanaFollowers ??=
  new Map());

/** Called by composition roots alone; a name keeps a second registration from doubling the work. */
export function onAnnouncement(name: string, follower: AnnouncementHandler): void {
  followers.set(name, follower);
}

/** Lets the followers do their part; what they do commits or rolls back with the change itself. */
export async function announce(tx: Tx, ctx: Ctx, announcement: Announcement): Promise<void> {
  for (const follower of followers.values()) await follower(tx, ctx, announcement);
}
