import { ConfigurationError } from "@/lib/platform/environment/env";

/** Why a backup or a restore did not happen, for scripts that call them; 1 is any other failure. */
export const EXIT_CODES = {
  /** Called wrongly: no file named, an unknown option. */
  usage: 2,
  /** The file is damaged, no backup, of a newer Amana, or of another secret. */
  file: 3,
  /** What would be overwritten: a file that exists, a database that holds something. */
  occupied: 4,
} as const;

/** A refusal in words for the person at the terminal. */
export class BackupRefused extends ConfigurationError {
  override name = "BackupRefused";
  readonly exitCode: number;

  constructor(kind: keyof typeof EXIT_CODES, message: string) {
    super(message);
    this.exitCode = EXIT_CODES[kind];
  }
}
