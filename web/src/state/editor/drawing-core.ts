/** The parts of the core that only drawing needs: loaded when it begins, since the page has to open fast for all others. */
export { followCoverage } from '@nitaq/core';
export { resultOf } from './edit-preview.ts';
export { makeEdit } from './edit-request.ts';
