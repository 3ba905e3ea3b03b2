// The statements of a template between those of a script, in order -> what stands for them in the script, where they part it.
import type { Flow } from './tags.js';

/** What stands for all that a template writes. */
export const WRITTEN = 'writtenByTemplate';

/** The tags of one statement of the template. */
interface Branch {
  readonly name: string;
  readonly depth: number;
  readonly tags: { readonly place: number; readonly as: string }[];
  /** All of them stand between two statements of the script. */
  isBetween: boolean;
}

/** The branches that are open at a place of the script. */
export class Branches {
  private readonly open: Branch[] = [];

  /**
   * Follows a tag at a place of the script.
   * @param depth how many brackets of the script are open there
   * @returns what stands for the tags of the branch that it ends, by their places; none where it ends none, or one that parts no
   *   statements
   */
  follow(flow: Flow, place: number, depth: number, isBetween: boolean): Branch['tags'] {
    if (flow.does === 'opens')
      this.open.push({ name: flow.name, depth, tags: [], isBetween: true });
    if (flow.does === 'ends' && flow.name !== '') {
      const named = this.open.findLastIndex(({ name }) => name === flow.name);
      if (named === -1) return [];
      this.open.length = named + 1;
    }
    const branch = this.open.at(-1);
    if (!branch) return [];
    branch.isBetween &&= isBetween && branch.depth === depth;
    branch.tags.push({ place, as: standsFor(flow) });
    if (flow.does !== 'ends') return [];
    this.open.pop();
    return branch.isBetween ? branch.tags : [];
  }
}

function standsFor({ does, name, otherwise }: Flow): string {
  if (does === 'opens') return name === 'block' ? '{' : `if(${WRITTEN}){`;
  if (does === 'ends') return '}';
  return otherwise ? '}else{' : `}else if(${WRITTEN}){`;
}
