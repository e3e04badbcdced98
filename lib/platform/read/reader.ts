import { isDeepStrictEqual } from "node:util";
import { cache } from "react";
import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import { isInsideUnit } from "@/lib/platform/database/transaction";
import { runReadUnit } from "./read-unit";

/** Reads by SQL: a page's reader, or the transaction of a verb. */
export type Reader = {
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
};

type Asked = {
  statement: Prisma.Sql;
  /** Answers the same statement too, where it is asked again before it left. */
  answer: Promise<unknown>;
  resolve: (rows: unknown) => void;
  reject: (error: unknown) => void;
};

/**
 * Collects the reads of a page within a scope: statements asked before the process waits for anything leave together, in
 * one unit of work; a statement asked once an answer is there begins another.
 */
export class PageReader implements Reader {
  #asked: Asked[] = [];

  constructor(readonly scope: OrgScope) {}

  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows> {
    if (isInsideUnit()) throw new Error("A page was read inside a unit of work: read with its transaction.");
    const statement = "text" in query ? query : Prisma.sql(query, ...values);
    const same = this.#asked.find((asked) => isSame(asked.statement, statement));
    return (same?.answer ?? this.#ask(statement)) as Promise<Rows>;
  }

  #ask(statement: Prisma.Sql): Promise<unknown> {
    const asked: Asked = { statement, ...makePromise() };
    // Marks a fault as handled: a rejection that nobody awaits any more would end the process.
    asked.answer.catch(() => undefined);
    this.#asked.push(asked);
    // Sends in the tick after the microtasks: shell and page, which one answer has woken, have both asked by then.
    if (this.#asked.length === 1) queueMicrotask(() => process.nextTick(() => void this.#send()));
    return asked.answer;
  }

  async #send(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const answers = await runReadUnit(
        this.scope,
        asked.map(({ statement }) => statement),
      );
      asked.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    }
  }
}

/** Gives all server components of a request the same reader of a scope. */
export const readerFor = cache((scope: OrgScope) => new PageReader(scope));

function makePromise(): Omit<Asked, "statement"> {
  let settle!: Pick<Asked, "resolve" | "reject">;
  const answer = new Promise<unknown>((resolve, reject) => (settle = { resolve, reject }));
  return { answer, ...settle };
}

function isSame(one: Prisma.Sql, other: Prisma.Sql): boolean {
  return one.text === other.text && isDeepStrictEqual(one.values, other.values);
}
