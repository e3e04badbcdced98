let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * One change at a time in this process that prints within its transaction: the printer makes them wait anyway, and so
 * they hold no connection meanwhile.
 */
export function inPdfQueue<T>(run: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(run);
  lastTurn = turn.catch(() => undefined);
  return turn;
}
