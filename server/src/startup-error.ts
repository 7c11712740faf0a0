import { type TerminalText, type TerminalValues, terminalText } from './terminal-texts.ts';

/** Something the person who starts the service can mend: printed as one line, without a stack. */
export class StartupError extends Error {
  constructor(code: TerminalText, values: TerminalValues = {}) {
    super(terminalText(code, values));
  }
}
