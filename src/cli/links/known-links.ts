/** What earlier runs found, in a file: a run that was ended goes on where it was. */
import { readFileSync, statSync } from 'node:fs';
import { damaged } from '../../errors.ts';
import { systemCode, systemReason, writeFileWhole } from '../files.ts';
import { type Hop, type LinkResult, VERDICTS } from './verdict.ts';

const SCHEMA = 'certplan.links-found/1';
const MAX_BYTES = 20_000_000;
const DAY_MILLISECONDS = 86_400_000;
/** What was fine is asked again after so long; what was not, in each run. */
const FINE_DAYS = 7;

export interface FoundLink extends LinkResult {
  /** When it was asked. */
  readonly at: string;
}

export class KnownLinks {
  private constructor(
    readonly path: string,
    private readonly found: Map<string, FoundLink>,
  ) {}

  /**
   * @param fresh nothing of the file counts
   * @throws UserError, exit code 5, where the file holds something else
   */
  static open(path: string, fresh: boolean): KnownLinks {
    return new KnownLinks(path, fresh ? new Map() : read(path));
  }

  /** What need not be asked again. */
  get(url: string, nowMilliseconds: number): FoundLink | null {
    const link = this.found.get(url);
    if (!link || (link.verdict !== 'fine' && link.verdict !== 'moved')) return null;
    const age = nowMilliseconds - Date.parse(link.at);
    return age >= 0 && age < FINE_DAYS * DAY_MILLISECONDS ? link : null;
  }

  set(url: string, link: FoundLink): void {
    this.found.set(url, link);
  }

  /** @throws UserError, exit code 1 */
  save(): void {
    const links = Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileWhole(this.path, `${JSON.stringify({ schema: SCHEMA, links }, null, 1)}\n`);
  }
}

function read(path: string): Map<string, FoundLink> {
  let text: string;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw notOurs(path, 'it is no file');
    if (stat.size > MAX_BYTES) throw notOurs(path, 'it is larger than 20 MB');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    if (systemCode(error) === 'ENOENT') return new Map();
    throw notOurs(path, systemReason(error));
  }
  const links = linksIn(text);
  if (links === null) throw notOurs(path, 'it holds no results of a check of links');
  return new Map(
    Object.entries(links).flatMap(([url, link]) => (isFound(link) ? [[url, link]] : [])),
  );
}

function linksIn(text: string): object | null {
  try {
    const document: unknown = JSON.parse(text);
    if (!isObject(document) || document.schema !== SCHEMA) return null;
    return isObject(document.links) ? document.links : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFound = (value: unknown): value is FoundLink =>
  isObject(value) &&
  VERDICTS.some((verdict) => verdict === value.verdict) &&
  typeof value.reason === 'string' &&
  typeof value.at === 'string' &&
  (value.finalUrl === null || typeof value.finalUrl === 'string') &&
  Array.isArray(value.hops) &&
  value.hops.every(isHop);

const isHop = (value: unknown): value is Hop =>
  isObject(value) &&
  typeof value.url === 'string' &&
  (value.method === 'HEAD' || value.method === 'GET') &&
  (value.status === null || typeof value.status === 'number');

const notOurs = (path: string, why: string) =>
  damaged(
    'bad-links-file',
    `cannot go on from ${path}: ${why}`,
    '--fresh starts again and replaces it; --resume FILE names another one',
  );
