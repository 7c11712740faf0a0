import { DomainError, type GeometryFault } from '@nitaq/core';

/** A shape that was refused, with every fault; pointers go from the request's body. */
export class GeometryRefusal extends DomainError {
  readonly faults: readonly GeometryFault[];

  constructor(faults: readonly GeometryFault[]) {
    super('geometry-invalid');
    this.faults = faults;
  }
}
