import { PGlite } from '@electric-sql/pglite';

/** First byte of the frontend messages whose answers are checked: Bind, Execute and simple Query. */
const BIND = 66;
const EXECUTE = 69;
const QUERY = 81;

const ANSWERS_TO_BIND = new Set(['bindComplete', 'error']);
const ANSWERS_TO_EXECUTE = new Set(['commandComplete', 'emptyQuery', 'portalSuspended', 'error']);

/** A statement died inside the engine without an answer, as an exception in GEOS does. */
export class SwallowedExceptionError extends Error {
  readonly code = 'XX000';
  constructor() {
    super('The embedded database gave no answer to a statement: a geometry function failed inside it');
  }
}

/**
 * PGlite that never takes silence for success.
 *
 * The WebAssembly build swallows C++ exceptions: an invalid geometry makes a statement answer with no rows, no
 * error and no completion, and the transaction around it would commit. Construct it with `new` and await
 * `waitReady`: `PGlite.create()` returns the unguarded class.
 */
export class GuardedPGlite extends PGlite {
  override async execProtocolStream(
    ...[message, options]: Parameters<PGlite['execProtocolStream']>
  ): ReturnType<PGlite['execProtocolStream']> {
    const messages = await super.execProtocolStream(message, options);
    const kind = message[0];
    const names = messages.map((one) => one.name);
    if (kind === BIND && !names.some((name) => ANSWERS_TO_BIND.has(name)))
      throw new SwallowedExceptionError();
    if ((kind === EXECUTE || kind === QUERY) && !names.some((name) => ANSWERS_TO_EXECUTE.has(name))) {
      throw new SwallowedExceptionError();
    }
    return messages;
  }
}
