// The statements of a template between those of a script, in order -> what stands for them in the script, where they part it.
import { Opened } from './opened.js';
import type { Flow } from './tags.js';

/** What stands for all that a template writes. */
export const WRITTEN = 'writtenByTemplate';

/** The tags of one statement of the template. */
interface Branch {
  readonly depth: number;
  readonly tags: { readonly place: number; readonly as: string }[];
  /** All of them stand between two statements of the script. */
  isBetween: boolean;
}

/** The branches that are open at a place of the script. */
export class Branches {
  private readonly open = new Opened<Branch>();

  /**
   * Follows a tag at a place of the script.
   * @param depth how many brackets of the script are open there
   * @returns what stands for the tags of the branch that it ends, by their places; none where it ends none, or one that parts no
   *   statements
   */
  follow(flow: Flow, place: number, depth: number, isBetween: boolean): Branch['tags'] {
    const { does, name } = flow;
    if (does === 'opens') this.open.begin(name, { depth, tags: [], isBetween: true });
    const branch = does === 'ends' ? this.open.end(name) : this.open.last;
    if (!branch) return [];
    branch.isBetween &&= isBetween && branch.depth === depth;
    branch.tags.push({ place, as: standsFor(flow) });
    return does === 'ends' && branch.isBetween ? branch.tags : [];
  }
}

function standsFor({ does, name, otherwise }: Flow): string {
  if (does === 'opens') return name === 'block' ? '{' : `if(${WRITTEN}){`;
  if (does === 'ends') return '}';
  return otherwise ? '}else{' : `}else if(${WRITTEN}){`;
}
