import { DomainError, type ProblemCode, type ProblemValues } from '@nitaq/core';

/** A request that was refused for one member of its body; the pointer goes from the body. */
export class MemberRefusal extends DomainError {
  readonly pointer: string;

  constructor(pointer: string, code: ProblemCode, values: ProblemValues) {
    super(code, values);
    this.pointer = pointer;
  }
}
