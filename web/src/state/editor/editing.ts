import type {
  AssociationId,
  LocalizedText,
  Plan,
  Position,
  TerritoryFeature,
  VillageCoverage,
} from '@nitaq/core';
import type { Problem } from '../../api/problem.ts';
import type { RescuedDraft } from './draft-storage.ts';
import type { EditRequest } from './edit-request.ts';
import type { History, Step } from './history.ts';
import type { LeftUnsaved } from './left-behind.ts';
import type { LockedBorder, Locks } from './locks.ts';

export const TOOLS = [
  'villages',
  'reshape',
  'draw',
  'polygon',
  'circle',
  'rectangle',
  'extend',
  'erase',
  'cut',
  'merge',
  'measure',
] as const;
/** What a click and a drag on the map do. */
export type Tool = (typeof TOOLS)[number];

/** Those by which ground is drawn as a shape: given to a territory, or taken from it. */
export const SHAPE_TOOLS: readonly Tool[] = ['draw', 'polygon', 'circle', 'rectangle'];

/** How wide brush and eraser can be, km. */
export const BRUSHES_KM = [1, 3, 10] as const;
export type BrushKm = (typeof BRUSHES_KM)[number];

/** How far an arrow key can move a vertex, m; with Shift ten times as far. */
export const NUDGES_M = [10, 100, 1000] as const;
export type NudgeM = (typeof NUDGES_M)[number];

/** Whether the service has what was drawn. */
export type Saving =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  /** No answer: tried again by itself, and kept on this device until then. */
  | { readonly status: 'waiting' }
  | { readonly status: 'refused'; readonly problem: Problem }
  /** Others deleted the draft. */
  | { readonly status: 'deleted' }
  /** Others changed the same territories: a person chooses what stays. */
  | Conflict;

export interface Conflict {
  readonly status: 'conflict';
  /** The territories as others drew them. */
  readonly theirs: readonly TerritoryFeature[];
  /** Who saved them, by name; empty while, or where, that is not known. */
  readonly by: readonly string[];
}

/** One quiet line about what just happened. */
export type Notice =
  | { readonly kind: 'done'; readonly step: Step }
  | { readonly kind: 'undone'; readonly step: Step }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'stretch-locked' }
  /** How long a line is, and how much it encloses; it stays on the map as long as this is said. */
  | {
      readonly kind: 'measured';
      readonly line: readonly Position[];
      readonly lengthM: number;
      readonly areaM2: number;
    }
  /** What this device had kept, and the service did not have yet, is on the screen again. */
  | { readonly kind: 'restored'; readonly associations: readonly AssociationId[] }
  /** What others saved was taken over. */
  | { readonly kind: 'received'; readonly associations: readonly AssociationId[] }
  /** A step cannot be taken back: others changed the same territory since. */
  | { readonly kind: 'overtaken' }
  /** Others gave the draft another title. */
  | { readonly kind: 'renamed'; readonly title: LocalizedText }
  /** No problem is left to go to. */
  | { readonly kind: 'no-problem' };

/** A cut that was drawn, with a place in the smaller of the two largest parts. */
export interface Cut {
  readonly along: readonly Position[];
  readonly at: Position;
  readonly areaM2: number;
}

/** A territory that was pointed at to be merged into the chosen one. */
export interface Merging {
  readonly from: AssociationId;
  /** In the part that was pointed at. */
  readonly at: Position;
}

/** A draft that is being drawn. */
export interface Editing extends Locks {
  readonly tool: Tool;
  readonly brushKm: BrushKm;
  /** A stretch of border that is being chosen, to be locked; null: none. */
  readonly stretch: LockedBorder | null;
  /** A line across the chosen territory: who shall have the part on its far side is still to be said. */
  readonly cut: Cut | null;
  /** Whether the hand moves the chosen territory's border alone: its neighbours stay behind. */
  readonly isAlone: boolean;
  /** How far a key moves a vertex. */
  readonly nudgeM: NudgeM;
  /** Whether all of it goes into the chosen territory, or one part, is still to be said. */
  readonly merging: Merging | null;
  /** Whose territory is drawn; null: any. */
  readonly association: AssociationId | null;
  readonly history: History;
  readonly saving: Saving;
  /** Another tab of this browser has the same draft open. */
  readonly isBesideAnother: boolean;
  readonly notice: Notice | null;
  /** The vertex that keys move. */
  readonly vertex: Position | null;
  /** Where a vertex was when the hand took it; null while nothing is dragged. */
  readonly dragged: Position | null;
  /** The territories that go along with the hand. */
  readonly going: readonly AssociationId[];
  /** Who covered the villages then; null while nothing is dragged. */
  readonly before: readonly VillageCoverage[] | null;
}

export interface EditorSlice {
  /** Null: the plan is looked at, not drawn. */
  readonly editing: Editing | null;
  /** A draft that was left before all of it was saved: the rest waits on this device; null: none. */
  readonly leftUnsaved: LeftUnsaved | null;
  /** What was drawn on a draft of this area that others deleted; null: nothing. */
  readonly rescued: RescuedDraft | null;
  lookForRescued(): Promise<void>;
  /** Makes a draft of it, and goes on drawing there; false where the service did not take it. */
  restoreRescued(title: Plan['title']): Promise<boolean>;
  forgetRescued(): Promise<void>;
  /** Looks whether this device has changes of the draft that is shown which the service does not have. */
  lookForUnsaved(): Promise<void>;
  /** Places of the area have changed: what is drawn is assessed where they are now. */
  seePlaces(): void;
  /**
   * Draws on the plan shown; a plan that is no draft is first made into one, with this title; where there is none, or
   * where nothing is asked for, an empty one is made.
   */
  startEditing(
    title: { readonly ar: string; readonly en: string },
    from?: 'shown' | 'nothing',
  ): Promise<void>;
  stopEditing(): void;
  chooseTool(tool: Tool): void;
  chooseTerritory(association: AssociationId | null): void;
  /** Keeps every tool from changing a territory, or lets them again. */
  setLocked(association: AssociationId, isLocked: boolean): void;
  /** Begins to choose a stretch of border, at the chosen vertex. */
  startStretch(): void;
  /** Takes it up to another place of the same border; false while none is chosen. */
  extendStretch(to: Position): boolean;
  /** Takes it on to where another neighbour begins, or back. */
  extendStretchToCorner(by: 1 | -1): void;
  cancelStretch(): void;
  /** Keeps every tool from moving the border along the chosen stretch. */
  lockStretch(): void;
  unlockStretch(stretch: LockedBorder): void;
  chooseBrush(brushKm: BrushKm): void;
  setAlone(isAlone: boolean): void;
  chooseNudge(nudgeM: NudgeM): void;
  chooseVertex(vertex: Position | null): void;
  /** Takes the next vertex along the border of the chosen territory, or the one before; false where it has none. */
  stepVertex(by: 1 | -1, atTheEnd?: 'go-around' | 'stop'): boolean;
  /** Takes the first vertex of the border with the next neighbour, or with the one before. */
  stepBorder(by: 1 | -1): void;
  /** Takes the chosen vertex out of the border. */
  deleteVertex(): void;
  /** Moves it so far to the east and to the north, in steps of the chosen length. */
  nudgeVertex(steps: readonly [east: number, north: number]): void;
  /** Makes an edit; false where it was refused, which the notice then says. */
  edit(request: EditRequest): boolean;
  /** What was drawn by a tool from press to release: a line, or just a spot. */
  endStroke(positions: readonly Position[]): void;
  /** The same, when a hand lets go: what comes of it is worked out aside, so that the hand is never kept waiting. */
  releaseStroke(positions: readonly Position[]): void;
  /** Does not wait any longer for what comes of a stroke, but works it out at once. */
  finishStroke(): void;
  /** Says who shall have the part that was cut off; null: nobody, it stays. */
  giveCut(to: AssociationId | null): void;
  /** Asks how much of the territory at a place shall go into the chosen one. */
  startMerging(merging: Merging): void;
  /** Says how much of it goes there; null: it stays. */
  giveMerging(how: 'whole' | 'part' | null): void;
  /** A vertex, or a place on an edge, is taken, alone if its neighbours shall stay behind; goes along with the hand; and stays where it is let go. */
  startDrag(handle: Handle, isAlone?: boolean): void;
  dragTo(position: Position): void;
  endDrag(): void;
  cancelDrag(): void;
  undo(): void;
  redo(): void;
  /** Takes back or makes again all steps up to one. */
  goToStep(done: number): void;
  dismissNotice(): void;
  /** Says why what the hand did comes to nothing. */
  refuse(reason: string): void;
  retrySaving(): void;
  /** The draft that is drawn was deleted by others; what was drawn stays on the screen. */
  loseDraft(): void;
  /** Saves what is on the screen as a new draft, and goes on drawing there. */
  saveAsNewDraft(title: { readonly ar: string; readonly en: string }): Promise<void>;
  /** Takes over what others saved since. */
  refreshDraft(): Promise<void>;
  /** Ends a conflict: mine goes over theirs, or theirs takes the place of mine. */
  settleConflict(keep: 'mine' | 'theirs'): Promise<void>;
}

/** What the hand can take. */
export type Handle =
  | { readonly kind: 'vertex'; readonly at: Position }
  | { readonly kind: 'edge'; readonly between: readonly [Position, Position]; readonly at: Position };
