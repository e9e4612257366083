/** YAML text → plain value, and the place of each part of it. */
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { FaultList, type FaultPath, type Place, type PlacedFault, shortMessage } from './fault.ts';
import { aliasFaults, type NodeFault } from './yaml-aliases.ts';
import { refusalOf } from './yaml-bounds.ts';

export interface YamlDocument {
  readonly value: unknown;
  /** Of the value at the path; of what should hold it, where it is missing. */
  placeOf(path: FaultPath): Place;
  /** Of a key itself, in the map at the path. */
  placeOfKey(path: FaultPath, key: string): Place;
}

export type ReadYaml =
  | { readonly ok: true; readonly document: YamlDocument; readonly twice: readonly PlacedFault[] }
  | { readonly ok: false; readonly faults: readonly PlacedFault[]; readonly omitted: number };

const START: Place = { line: 1, column: 1 };

/**
 * Core schema of YAML 1.2, no merge keys, no custom tags.
 * @returns the document, with keys that stand twice in one map; or why the text is none
 */
export function readYaml(text: string): ReadYaml {
  const refusal = refusalOf(text);
  if (refusal) return { ok: false, faults: [{ ...START, ...refusal }], omitted: 0 };

  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    logLevel: 'error',
    // The parser's own search for keys that stand twice takes a minute over a file of many keys.
    uniqueKeys: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const start = (node: Node): Place => at(node.range?.[0] ?? 0);

  if (parsed.errors.length > 0) {
    const list = new FaultList<PlacedFault>();
    for (const error of parsed.errors) {
      list.add(() => ({
        ...at(error.pos[0]),
        message: shortMessage(`not valid YAML: ${error.message}`),
        advice: adviceOnSyntax(error.code, error.message),
      }));
    }
    return { ok: false, ...list };
  }
  const root = parsed.contents;
  const unusable = [...aliasFaults(root), ...longLists(root)];
  if (unusable.length > 0) {
    const list = new FaultList<PlacedFault>();
    for (const { node, message, advice } of unusable) {
      list.add(() => ({ ...start(node), message: shortMessage(message), advice }));
    }
    return { ok: false, ...list };
  }

  const placeOf = (path: FaultPath): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(root, path.slice(0, length));
      if (node?.range) return start(node);
    }
    return START;
  };
  return {
    ok: true,
    document: {
      // Aliases have been counted above.
      value: parsed.toJS({ maxAliasCount: -1 }),
      placeOf,
      placeOfKey(path, key) {
        const pair = pairOf(nodeAt(root, path), key);
        return isNode(pair?.key) ? start(pair.key) : placeOf(path);
      },
    },
    twice: keysThatStandTwice(root).map((key) => ({
      ...start(key),
      message: shortMessage(`the key "${String(key.value)}" stands twice in one map`),
      advice: 'keep one of the two',
    })),
  };
}

/** The longest list of a curriculum is that of its activities. */
const MOST_ENTRIES = 2000;

/** The schema would tell of every entry what is wrong with it, which takes its time. */
function longLists(root: Node | null): NodeFault[] {
  const found: NodeFault[] = [];
  visit(root, {
    Seq(_, node) {
      if (node.items.length <= MOST_ENTRIES) return;
      found.push({
        node,
        message: `a list of ${node.items.length} entries; no list of a curriculum has over ${MOST_ENTRIES}`,
        advice: 'is this the right file?',
      });
    },
  });
  return found;
}

/** For mistakes that the parser words for those who know YAML's own. */
function adviceOnSyntax(code: string, message: string): string | null {
  if (code === 'TAB_AS_INDENT' || /tab/i.test(message))
    return 'indent with spaces, never with tabs';
  if (code === 'MULTIPLE_DOCS') return 'one file holds one curriculum: take out the line ---';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || /nested mapping/i.test(message)) {
    return 'put text that holds ": " in quotes';
  }
  if (code === 'BAD_INDENT' || /indent/i.test(message)) {
    return 'lines of one list or map begin in the same column';
  }
  if (code === 'MISSING_CHAR' || /quote|end with|closing/i.test(message)) {
    return 'close each quote, [ and { that is opened';
  }
  return null;
}

/** The later one of each two. */
function keysThatStandTwice(root: Node | null): (Node & { value: unknown })[] {
  const found: (Node & { value: unknown })[] = [];
  visit(root, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push(key);
        seen.add(name);
      }
    },
  });
  return found;
}

function pairOf(map: unknown, key: string): Pair | undefined {
  if (!isMap(map)) return undefined;
  return map.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  );
}

/** Walks to a node. */
function nodeAt(root: unknown, path: FaultPath): Node | null {
  let node: unknown = root;
  for (const key of path) {
    if (!isCollection(node)) return null;
    node = typeof key === 'number' ? node.items[key] : pairOf(node, key)?.value;
    if (!isNode(node)) return null;
  }
  return isNode(node) ? node : null;
}
