// The statements of a template between those of a script, in order -> what stands for them in the script, where they part it.
import { Opened } from './opened.js';
import type { Flow, Tag } from './tags.js';

/** What stands for what a tag writes, or for what it asks: a name that no other tag has, for it may be anything. */
export const written = ({ from }: Tag): string => `${WRITTEN}${from}`;

const WRITTEN = 'writtenByTemplate';
/** Whether a name stands for what a template writes, or begins with one. */
export const isWritten = (name: string): boolean => name.startsWith(WRITTEN);

/** The tags of one statement of the template. */
interface Branch {
  readonly inside: unknown;
  readonly tags: { readonly place: number; readonly as: string }[];
  /** All of them stand between two statements of the script, in an order in which they mean something. */
  isBetween: boolean;
  /** What remains where no other way is taken was begun. */
  isLast: boolean;
}

/** The branches that are open at a place of the script. */
export class Branches {
  private readonly open = new Opened<Branch>();

  /**
   * Follows a tag at a place of the script.
   * @param inside what brackets of the script stand around it
   * @returns what stands for the tags of the branch that it ends, by their places; none where it ends none, or one that parts no
   *   statements
   */
  follow(tag: Tag, flow: Flow, place: number, inside: unknown, isBetween: boolean): Branch['tags'] {
    const { does, name } = flow;
    if (does === 'opens')
      this.open.begin(name, { inside, tags: [], isBetween: true, isLast: false });
    const branch = does === 'ends' ? this.open.end(name) : this.open.last;
    if (!branch) return [];
    const isInOrder = does !== 'parts' || !branch.isLast;
    branch.isBetween &&= isBetween && isInOrder && branch.inside === inside;
    branch.isLast ||= flow.otherwise;
    branch.tags.push({ place, as: standsFor(tag, flow) });
    return does === 'ends' && branch.isBetween ? branch.tags : [];
  }
}

function standsFor(tag: Tag, { does, name, otherwise }: Flow): string {
  if (does === 'opens') return name === 'block' ? '{' : `if(${written(tag)}){`;
  if (does === 'ends') return '}';
  return otherwise ? '}else{' : `}else if(${written(tag)}){`;
}
