/** YAML text → checked value, with every fault at its line and column. */
import { isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import { badInput } from '../errors.ts';
import { type Curriculum, fromYaml } from './curriculum.ts';
import { type Fault, type FaultPath, formatPath } from './fault.ts';
import { type Foundations, foundationsFromYaml } from './foundations.ts';
import { curriculumFaults, foundationsFaults } from './rules.ts';
import { curriculumSchema, foundationsSchema } from './schema.ts';

/** Larger files are refused before they are parsed: the biggest real one has 0.3 MB. */
const MAX_YAML_BYTES = 4_000_000;

export interface PlacedFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PlacedFault[] };

function readChecked<S extends z.ZodType>(
  text: string,
  schema: S,
  rules: (value: z.output<S>) => Fault[],
): Parsed<z.output<S>> {
  if (text.length > MAX_YAML_BYTES) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: 'the file is larger than 4 MB' }],
    };
  }
  const lines = new LineCounter();
  // Core schema, no merge keys, no custom tags; aliases are counted so that a small file cannot
  // unfold into a huge one.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { line, column: col, message: `not valid YAML: ${error.message}` };
      }),
    };
  }
  const positionOf = (path: FaultPath): { line: number; column: number } => {
    // A missing key has no place of its own: its parent's is shown.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(document.contents, path.slice(0, length));
      if (node?.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  const place = (fault: Fault): PlacedFault => ({
    ...positionOf(fault.path),
    message: fault.path.length > 0 ? `${formatPath(fault.path)}: ${fault.message}` : fault.message,
  });

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: `not usable YAML: ${String(error)}` }],
    };
  }
  const result = schema.safeParse(data, { reportInput: true });
  if (!result.success) {
    return {
      ok: false,
      faults: result.error.issues.map((issue) =>
        place({ path: issue.path.filter(isKey), message: issueMessage(issue) }),
      ),
    };
  }
  const faults = rules(result.data);
  return faults.length > 0
    ? { ok: false, faults: faults.map(place) }
    : { ok: true, value: result.data };
}

const isKey = (key: PropertyKey): key is string | number => typeof key !== 'symbol';

/** Walks to a node; for a map entry the key itself is the place that a reader looks for. */
function nodeAt(root: unknown, path: FaultPath): Node | null {
  let node: unknown = root;
  let shown: Node | null = isNode(root) ? root : null;
  for (const key of path) {
    const items = isNode(node) && 'items' in node ? (node.items as unknown[]) : null;
    if (!items) return null;
    if (typeof key === 'number') {
      node = items[key];
    } else {
      const pair = items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
      );
      node = isPair(pair) ? pair.value : undefined;
    }
    if (!isNode(node)) return null;
    shown = node;
  }
  return shown;
}

function issueMessage(issue: z.core.$ZodIssue): string {
  const given = 'input' in issue && issue.input !== undefined ? issue.input : undefined;
  const shown =
    given === undefined || typeof given === 'object'
      ? ''
      : `, got ${JSON.stringify(given)?.slice(0, 80) ?? ''}`;
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined
        ? `this key is missing (expected ${issue.expected})`
        : `expected ${issue.expected === 'int' ? 'a whole number' : issue.expected}${shown}`;
    case 'unrecognized_keys':
      return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_union':
      return given === undefined ? 'this key is missing' : `not a value that fits here${shown}`;
    case 'invalid_value':
      return `${given === undefined ? 'this key is missing: ' : ''}expected one of ${issue.values.map(String).join(', ')}${shown}`;
    case 'too_small':
      return `expected at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries' : ''}${shown}`;
    case 'too_big':
      return `expected at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}${shown}`;
    default:
      return `${issue.message}${shown}`;
  }
}

export const parseCurriculum = (text: string): Parsed<Curriculum> => {
  const parsed = readChecked(text, curriculumSchema, curriculumFaults);
  return parsed.ok ? { ok: true, value: fromYaml(parsed.value) } : parsed;
};

export const parseFoundations = (text: string): Parsed<Foundations> => {
  const parsed = readChecked(text, foundationsSchema, foundationsFaults);
  return parsed.ok ? { ok: true, value: foundationsFromYaml(parsed.value) } : parsed;
};

/** `mine.yaml:41:14  activities[3].minutes: expected …`, one line a fault. */
export const formatFaults = (file: string, faults: readonly PlacedFault[]): string =>
  faults.map((fault) => `${file}:${fault.line}:${fault.column}  ${fault.message}`).join('\n');

/** @throws UserError with every fault of the file, exit code 2 */
export function valueOrFaults<T>(file: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw badInput(
    'bad-curriculum',
    formatFaults(file, parsed.faults),
    `certplan curriculum check ${file} lists all faults of the file`,
  );
}
