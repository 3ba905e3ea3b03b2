// A run without one call to judge -> why there is none, and what to do: such a run is never green.
import type { Api } from '../model/model.js';
import type { Counts, Discovery, InputSummary } from '../model/report.js';

/** What a run was given. */
export interface Given {
  readonly app: string | null;
  readonly apis: readonly Api[];
  readonly counts: Pick<Counts, 'calls' | 'outOfScope'>;
  readonly inputs: readonly InputSummary[];
  readonly lost: boolean;
  readonly discovery: Discovery | null;
}

/** Why nothing was judged; `null` where a call was. */
export function whyUnjudged({ app, apis, counts, inputs, lost, discovery }: Given): string | null {
  if (discovery?.inUse.length === 0) return 'no known API was found here';
  if (apis.length === 0) return 'no usable matrix';
  const { calls, outOfScope } = counts;
  if (calls > 0) return null;
  if (discovery)
    return `${discovery.inUse.join(', ')} is in use here, but not one call was found; name a recording, or calls as "METHOD /path"`;
  const titles = apis.map(({ title }) => title).join(' and ');
  if (lost) return `some input could not be read, and no call of ${titles} was found`;
  if (outOfScope > 0) {
    const all =
      outOfScope === 1 ? 'the only call goes to a host' : `all ${outOfScope} calls go to hosts`;
    return `${all} other than those of ${titles}; --server names a host that stands for them`;
  }
  const some = 'name code, a plan or a recording that has some';
  const remedy = app === null ? some : `${some}, or leave out the app ${app}`;
  return `no call of ${titles} was found${placesOf(inputs)}; ${remedy}`;
}

const MOST_NAMED = 3;

function placesOf(inputs: readonly InputSummary[]): string {
  const names = inputs.filter(({ kind }) => kind === 'calls').map(nameOf);
  const more = names.length - MOST_NAMED;
  const shown = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])];
  return shown.length === 0 ? '' : ` in ${shown.join(' and ')}`;
}

const nameOf = ({ file, files }: InputSummary): string =>
  files === undefined ? file : `${file} (${files} source ${files === 1 ? 'file' : 'files'})`;
