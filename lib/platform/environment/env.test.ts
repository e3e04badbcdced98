import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  applicationUrl,
  ConfigurationError,
  databaseUrl,
  deriveSecret,
  parseEnv,
  resetEnv,
  roleUrl,
  rootSecret,
} from "./env";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const secret = "0f".repeat(32);

function useEnvironment(values: Record<string, string>) {
  const cleared = ["AMANA_SECRET", "AMANA_DATA_DIR", "DATABASE_URL", "DATABASE_APP_URL", "DATABASE_AUTH_URL"];
  for (const name of cleared) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  resetEnv();
}

afterEach(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

describe("parseEnv", () => {
  it("needs nothing to be set", () => {
    expect(parseEnv({})).toMatchObject({
      AMANA_DATA_DIR: resolve(".data"),
      AMANA_URL: "http://localhost:3000",
      HOST: "127.0.0.1",
      PORT: 3000,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: " " })).toMatchObject({ PORT: 3000 });
  });

  it("sends letters by a server, from an address with or without a name", () => {
    const SMTP_URL = "smtps://amana:p%40ss@mail.example:465";
    for (const MAIL_FROM of ["dpo@centre.example", "Centre Nejma <dpo@centre.example>"]) {
      expect(parseEnv({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM, AMANA_JOBS: "on" });
    }
  });

  it("leaves one country out of choices, those that are named, or none", () => {
    const read = (said: string) => parseEnv({ COUNTRIES_NOT_OFFERED: said }).COUNTRIES_NOT_OFFERED;
    expect([read(""), read("eh, XK"), read("none")]).toEqual([["EH"], ["EH", "XK"], []]);
  });

  it("reads returned mail over TLS, and in clear from this machine alone", () => {
    for (const IMAP_URL of ["imaps://amana:p%40ss@mail.example/INBOX", "imap://amana:word@127.0.0.1:143"])
      expect(parseEnv({ IMAP_URL })).toMatchObject({ IMAP_URL });
  });

  it("follows the port in the public address, unless one is given", () => {
    expect(parseEnv({ PORT: "8080" }).AMANA_URL).toBe("http://localhost:8080");
    expect(parseEnv({ PORT: "8080", AMANA_URL: "https://amana.example/" }).AMANA_URL).toBe(
      "https://amana.example",
    );
  });

  it.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ WEB_WORKERS: "0" }, "WEB_WORKERS"],
    [{ AMANA_SECRET: "changeme" }, "AMANA_SECRET"],
    [{ AMANA_SECRET: "ab".repeat(31) }, "AMANA_SECRET"],
    [{ AMANA_URL: "amana.example" }, "AMANA_URL"],
    [{ SMTP_URL: "mail.example:25", MAIL_FROM: "a@b.example" }, "SMTP_URL"],
    [{ SMTP_URL: "http://mail.example", MAIL_FROM: "a@b.example" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM"],
    [{ SMTP_URL: "smtp://mail.example?requireTLS=false", MAIL_FROM: "a@b.example" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example", MAIL_FROM: "Centre" }, "MAIL_FROM"],
    [{ SMTP_URL: "smtp://mail.example", MAIL_FROM: "Centre <a@b.example>\nBcc: c@d.example" }, "MAIL_FROM"],
    [{ IMAP_URL: "imap://amana:word@mail.example" }, "IMAP_URL"],
    [{ IMAP_URL: "imaps://mail.example" }, "IMAP_URL"],
    [{ IMAP_URL: "pop3://amana:word@127.0.0.1" }, "IMAP_URL"],
    [{ MAIL_RETURN_PATH: "Centre <a@b.example>" }, "MAIL_RETURN_PATH"],
    [{ AMANA_JOBS: "no" }, "AMANA_JOBS"],
    [{ COUNTRIES_NOT_OFFERED: "Sahara" }, "COUNTRIES_NOT_OFFERED"],
    [{ DATABASE_URL: "mysql://root@localhost/amana" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgresql:///amana?host=/var/run/postgresql" }, "DATABASE_URL"],
  ])("refuses %o and names the variable", (source, name) => {
    expect(() => parseEnv(source)).toThrow(ConfigurationError);
    expect(() => parseEnv(source)).toThrow(name);
  });

  it.each([
    [{ CI: "true" }, true],
    [{ CI: "woodpecker" }, true],
    [{ CI: "0" }, false],
    [{}, false],
  ])("reads %o as being under CI or not", (source, expected) => {
    expect(parseEnv(source).CI).toBe(expected);
  });
});

describe("deriveSecret", () => {
  it("is stable, and different for each purpose and each root", () => {
    const values = [
      deriveSecret(secret, "session"),
      deriveSecret(secret, "csrf"),
      deriveSecret("1f".repeat(32), "session"),
    ];
    expect(new Set(values).size).toBe(3);
    expect(deriveSecret(secret, "session")).toBe(values[0]);
    expect(values[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("roleUrl", () => {
  it("keeps the server, the database and the options", () => {
    expect(
      roleUrl("postgresql://owner:p%40ss@db.example:6432/amana?sslmode=require", "amana_app", "a/b c"),
    ).toBe("postgresql://amana_app:a%2Fb%20c@db.example:6432/amana?sslmode=require");
  });

  it("works where the owner has no password", () => {
    expect(roleUrl("postgres://owner@localhost/amana", "amana_auth", "x")).toBe(
      "postgres://amana_auth:x@localhost/amana",
    );
  });
});

describe("rootSecret", () => {
  it("is made once in the data folder, for its owner alone", () => {
    const folder = join(temporaryFolder("env"), "data");
    useEnvironment({ AMANA_DATA_DIR: folder });
    const first = rootSecret();
    resetEnv();
    expect(rootSecret()).toBe(first);
    expect(readFileSync(join(folder, "secret"), "utf8")).toBe(first);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  });

  it("is demanded when the database is external", () => {
    useEnvironment({ DATABASE_URL: "postgresql://owner@db.example/amana" });
    expect(() => rootSecret()).toThrow(/AMANA_SECRET is needed/);
  });

  it("refuses a damaged file rather than making a new secret", () => {
    const folder = temporaryFolder("env");
    writeFileSync(join(folder, "secret"), "");
    useEnvironment({ AMANA_DATA_DIR: folder });
    expect(() => rootSecret()).toThrow(ConfigurationError);
  });
});

describe("databaseUrl", () => {
  it("takes what the launcher gives, and otherwise computes it", () => {
    const owner = "postgresql://owner@db.example/amana";
    useEnvironment({ DATABASE_URL: owner, AMANA_SECRET: secret, DATABASE_APP_URL: "postgresql://a:b@x/y" });
    expect(databaseUrl("app")).toBe("postgresql://a:b@x/y");
    expect(databaseUrl("auth")).toBe(applicationUrl(owner, secret, "auth"));
  });

  it("says how to start when there is none", () => {
    useEnvironment({ AMANA_SECRET: secret });
    expect(() => databaseUrl("app")).toThrow(/npm start/);
  });
});
