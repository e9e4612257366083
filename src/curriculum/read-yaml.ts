/** YAML text → checked value, with every fault at its line and column. */
import {
  isAlias,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type * as z from 'zod';
import { badInput } from '../errors.ts';
import { type Curriculum, fromYaml } from './curriculum.ts';
import { type Fault, type FaultPath, formatPath } from './fault.ts';
import { type Foundations, foundationsFromYaml } from './foundations.ts';
import { curriculumFaults, foundationsFaults } from './rules.ts';
import { curriculumSchema, foundationsSchema } from './schema.ts';

/** Larger files are refused before they are parsed: the biggest real one has 0.3 MB. */
const MAX_YAML_BYTES = 1_000_000;
/** Faults that are shown of one file: more would hide the first, which is the one to mend. */
const MOST_FAULTS = 100;

/** Deeper nesting is refused before it is parsed: the parser recurses. The real files have 8 levels. */
const MAX_NESTING = 64;
/** A line that starts with this many columns of indentation or `- ` is nested too deeply as well. */
const DEEP_LINE = /^(?:[ \t]|[-?:][ \t]){256}/m;

function nestsTooDeeply(text: string): boolean {
  if (DEEP_LINE.test(text)) return true;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}

export interface PlacedFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PlacedFault[] };

/** Checks a text against a schema, then by rules that a schema cannot say. */
export function readChecked<S extends z.ZodType>(
  text: string,
  schema: S,
  rules: (value: z.output<S>) => Fault[],
): Parsed<z.output<S>> {
  if (text.length > MAX_YAML_BYTES) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: 'the file is larger than 1 MB' }],
    };
  }
  if (nestsTooDeeply(text)) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: 'lists and maps are nested too deeply' }],
    };
  }
  const lines = new LineCounter();
  // Core schema, no merge keys, no custom tags; aliases are counted so that a small file cannot
  // unfold into a huge one.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.slice(0, MOST_FAULTS).map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { line, column: col, message: `not valid YAML: ${error.message}` };
      }),
    };
  }
  const placeOf = (node: Node): { line: number; column: number } => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return { line, column: col };
  };
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

  const anchors = new Set<string>();
  const dangling: PlacedFault[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        dangling.push({
          ...placeOf(node),
          message: `not valid YAML: Unresolved alias ${node.source}`,
        });
      }
    },
  });
  if (dangling.length > 0) return { ok: false, faults: dangling };

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
      faults: result.error.issues.slice(0, MOST_FAULTS).map((issue) => {
        const path = issue.path.filter(isKey);
        const fault = place({ path, message: issueMessage(issue) });
        if (issue.code !== 'unrecognized_keys') return fault;
        const key = keyNode(nodeAt(document.contents, path), issue.keys[0] ?? '');
        return key ? { ...fault, ...placeOf(key) } : fault;
      }),
    };
  }
  const faults = rules(result.data);
  return faults.length > 0
    ? { ok: false, faults: faults.slice(0, MOST_FAULTS).map(place) }
    : { ok: true, value: result.data };
}

const isKey = (key: PropertyKey): key is string | number => typeof key !== 'symbol';

/** The node of a key itself, in a map. */
function keyNode(map: unknown, key: string): Node | null {
  const items = isNode(map) && 'items' in map ? (map.items as unknown[]) : [];
  const pair = items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  );
  return isPair(pair) && isNode(pair.key) ? pair.key : null;
}

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
