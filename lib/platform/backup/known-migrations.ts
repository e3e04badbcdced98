import type { BackupHeader } from "@/lib/platform/backup/format";
import { BackupRefused } from "@/lib/platform/backup/refusal";
import { checksumOf } from "@/lib/platform/migrate/history";
import { migrationNames } from "@/lib/platform/migrate/read-migrations";
import { type Baseline, divideReplaced, readBaseline } from "@/lib/platform/migrate/replaced";

/**
 * Names the migrations that make the tables of a backup again exactly: its own, all of which this Amana must know,
 * unchanged, or the baseline in the place of those that it replaces. Throws `BackupRefused` otherwise.
 */
export function knownMigrations(header: BackupHeader, folder: string): string[] {
  const baseline = readBaseline(folder);
  const names = header.migrations.map(({ name }) => name);
  const present = migrationNames(folder);
  if (baseline) refuseOlder(header, baseline);
  const replaced = baseline ? divideReplaced(baseline, names).present : [];
  const newer = names.filter((name) => !present.includes(name) && !replaced.includes(name));
  if (newer.length > 0) {
    throw new BackupRefused(
      "file",
      `The backup was made by Amana ${header.amana}, which knows more than this one: ${newer.join(", ")}.\n` +
        "Install that version or a later one, then restore.",
    );
  }
  refuseChanged(header, (name) =>
    present.includes(name) ? checksumOf(folder, name) : baseline?.migrations[name],
  );
  if (!baseline || replaced.length === 0) return names;
  refusePartial(header, baseline);
  return [baseline.name, ...names.filter((name) => name !== baseline.name && !replaced.includes(name))];
}

function refuseOlder({ migrations, amana }: BackupHeader, baseline: Baseline) {
  if (!migrations.some(({ name }) => baseline.earlier.includes(name))) return;
  throw new BackupRefused(
    "file",
    `The backup was made by Amana ${amana}, before an earlier baseline.\nRestore it with Amana ` +
      `${baseline.lastVersion}, back up again, then restore that backup here.`,
  );
}

function refuseChanged({ migrations }: BackupHeader, checksumHere: (name: string) => string | undefined) {
  const changed = migrations.filter(({ name, checksum }) => checksumHere(name) !== checksum);
  if (changed.length === 0) return;
  const names = changed.map(({ name }) => name).join(", ");
  throw new BackupRefused(
    "file",
    `The backup was made with other migrations than this Amana's of the same name: ${names}.\n` +
      "Restore it with the Amana that made it.",
  );
}

/** A baseline makes the tables of the last of the migrations that it replaces, and of no earlier one. */
function refusePartial({ migrations, amana }: BackupHeader, baseline: Baseline) {
  const { present, absent } = divideReplaced(
    baseline,
    migrations.map(({ name }) => name),
  );
  if (absent.length === 0) return;
  throw new BackupRefused(
    "file",
    `The backup was made by Amana ${amana} with ${present.length} of the ${present.length + absent.length} migrations ` +
      `that ${baseline.name} replaces.\nRestore it with Amana ${baseline.lastVersion}, the last that has them, back up ` +
      "again, then restore that backup here.",
  );
}
