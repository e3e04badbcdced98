import { isDeepStrictEqual } from "node:util";
import { cache } from "react";
import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import { isInsideUnit } from "@/lib/platform/transaction";
import { runReadUnit } from "./read-unit";

/** Reads by SQL: a page's reader, or the transaction of a verb. */
export type Reader = {
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
};

type Asked = {
  statement: Prisma.Sql;
  /** What the same statement, asked again before it left, is given too. */
  answer: Promise<unknown>;
  resolve: (rows: unknown) => void;
  reject: (error: unknown) => void;
};

/**
 * Reads of a page within a scope. What is asked before the process waits for anything leaves together, in one unit of
 * work; what is asked once an answer is there begins another.
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
    // Whoever awaits it hears of a fault; one that nobody awaits any more would end the process.
    asked.answer.catch(() => undefined);
    this.#asked.push(asked);
    // The tick after the microtasks: shell and page, which the same answer has woken, have both asked by then.
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

/** The reader of a scope, one for all of a request's server components. */
export const readerFor = cache((scope: OrgScope) => new PageReader(scope));

function makePromise(): Omit<Asked, "statement"> {
  let settle!: Pick<Asked, "resolve" | "reject">;
  const answer = new Promise<unknown>((resolve, reject) => (settle = { resolve, reject }));
  return { answer, ...settle };
}

function isSame(one: Prisma.Sql, other: Prisma.Sql): boolean {
  return one.text === other.text && isDeepStrictEqual(one.values, other.values);
}
