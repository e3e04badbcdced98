import { ConfigurationError } from "@/lib/platform/environment/env";

/** Exit codes of a refused backup or restore, for scripts that call them; 1 is any other failure. */
export const EXIT_CODES = {
  /** Called wrongly: no file named, an unknown option. */
  usage: 2,
  /** The file is damaged, no backup, of a newer Amana, or of another secret. */
  file: 3,
  /** Target that would be overwritten: an existing file, a database that is not empty. */
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
