/** Where more boxes than this would have to be looked at, or more cells, a tree is the better index. */
const MOST_GATHERED = 256;
const MOST_CELLS = 1_024;
/** Most places have no box near: in small cells that is seen without looking at any. */
const CELLS_FOR_A_BOX = 16;
/** Long boxes lie in many cells: cells are made larger until a box lies in no more than so many on the average. */
const CELLS_OF_A_BOX = 4;

/** Columns and rows of cells, both ends among them. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Boxes in a grid with many more cells than there are boxes: to find the few that are near a place. */
export class BoxCells {
  /** The numbers of the boxes that were gathered last. */
  readonly gathered = new Int32Array(MOST_GATHERED);
  readonly #boxes: Float64Array;
  readonly #west: number;
  readonly #south: number;
  readonly #east: number;
  readonly #north: number;
  #columns = 1;
  #rows = 1;
  /** Columns and rows for each unit of x and y. */
  #perX = 0;
  #perY = 0;
  /** Where the boxes of each cell begin among those of all. */
  readonly #starts: Int32Array;
  readonly #members: Int32Array;

  /** Takes four numbers for each box: its least x and y, its greatest x and y. There has to be one. */
  constructor(boxes: Float64Array) {
    this.#boxes = boxes;
    [this.#west, this.#south, this.#east, this.#north] = aroundAll(boxes);
    const members = this.#chooseCells();
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    this.#members = new Int32Array(members);
    this.#fill();
  }

  /**
   * Gathers the boxes that have a point in common with the one given, some of them twice; how many there are, or -1 where
   * it would take long.
   */
  gather(minX: number, minY: number, maxX: number, maxY: number): number {
    const [boxes, starts, members, columns] = [this.#boxes, this.#starts, this.#members, this.#columns];
    const { left, right, bottom, top } = this.#span(minX, minY, maxX, maxY);
    if ((right - left + 1) * (top - bottom + 1) > MOST_CELLS) return -1;
    let count = 0;
    for (let row = bottom; row <= top; row++) {
      const end = starts[row * columns + right + 1] ?? 0;
      for (let i = starts[row * columns + left] ?? 0; i < end; i++) {
        const box = members[i] ?? 0;
        const isApart =
          (boxes[4 * box] ?? 0) > maxX ||
          (boxes[4 * box + 1] ?? 0) > maxY ||
          (boxes[4 * box + 2] ?? 0) < minX ||
          (boxes[4 * box + 3] ?? 0) < minY;
        if (isApart) continue;
        if (count === MOST_GATHERED) return -1;
        this.gathered[count++] = box;
      }
    }
    return count;
  }

  /** Sets columns and rows; how many places all boxes take in the cells. */
  #chooseCells(): number {
    const count = this.#boxes.length / 4;
    const [wide, high] = [this.#east - this.#west, this.#north - this.#south];
    const most = count * CELLS_FOR_A_BOX;
    const across = Math.sqrt((most * wide) / high);
    this.#columns = Number.isFinite(across) ? between(1, Math.round(across), most) : 1;
    this.#rows = between(1, Math.round(most / this.#columns), most);
    for (;;) {
      this.#perX = this.#columns / (wide || 1);
      this.#perY = this.#rows / (high || 1);
      let members = 0;
      for (let box = 0; box < count; box++) {
        const { left, right, bottom, top } = this.#spanOf(box);
        members += (right - left + 1) * (top - bottom + 1);
      }
      if (members <= count * CELLS_OF_A_BOX || this.#columns * this.#rows === 1) return members;
      this.#columns = Math.ceil(this.#columns / 2);
      this.#rows = Math.ceil(this.#rows / 2);
    }
  }

  #fill(): void {
    const [starts, columns] = [this.#starts, this.#columns];
    const count = this.#boxes.length / 4;
    const eachCell = (box: number, visit: (cell: number) => void) => {
      const { left, right, bottom, top } = this.#spanOf(box);
      for (let row = bottom; row <= top; row++)
        for (let column = left; column <= right; column++) visit(row * columns + column);
    };
    for (let box = 0; box < count; box++) {
      eachCell(box, (cell) => {
        starts[cell] = (starts[cell] ?? 0) + 1;
      });
    }
    for (let cell = 1; cell < starts.length; cell++)
      starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
    // Each start stands at the end of its cell, and goes back by one for each box that is put in.
    for (let box = 0; box < count; box++) {
      eachCell(box, (cell) => {
        const place = (starts[cell] ?? 0) - 1;
        starts[cell] = place;
        this.#members[place] = box;
      });
    }
  }

  #spanOf(box: number): Span {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = this.#boxes.subarray(4 * box, 4 * box + 4);
    return this.#span(minX, minY, maxX, maxY);
  }

  #span(minX: number, minY: number, maxX: number, maxY: number): Span {
    return {
      left: between(0, Math.floor((minX - this.#west) * this.#perX), this.#columns - 1),
      right: between(0, Math.floor((maxX - this.#west) * this.#perX), this.#columns - 1),
      bottom: between(0, Math.floor((minY - this.#south) * this.#perY), this.#rows - 1),
      top: between(0, Math.floor((maxY - this.#south) * this.#perY), this.#rows - 1),
    };
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function aroundAll(boxes: Float64Array): [west: number, south: number, east: number, north: number] {
  const around: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    around[0] = Math.min(around[0], boxes[i] ?? Infinity);
    around[1] = Math.min(around[1], boxes[i + 1] ?? Infinity);
    around[2] = Math.max(around[2], boxes[i + 2] ?? -Infinity);
    around[3] = Math.max(around[3], boxes[i + 3] ?? -Infinity);
  }
  return around;
}
