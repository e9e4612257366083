/** Aliases (`*name`) that cannot be unfolded, or would unfold a small file into a huge one. */
import { isAlias, isCollection, isPair, type Node } from 'yaml';

const MOST_ALIASES = 2000;
/** Values of the file with each alias written out. A curriculum of 1 MB has a fifth of it. */
const MOST_VALUES = 500_000;

/** A fault of a part of the text, before it has a place. */
export interface NodeFault {
  readonly node: Node;
  readonly message: string;
  readonly advice: string;
}

/** All aliases that do not fit; of those that are too many only the one that goes too far. */
export function aliasFaults(root: Node | null): NodeFault[] {
  const faults: NodeFault[] = [];
  // Values below each anchor; null while still inside it.
  const sizes = new Map<string, number | null>();
  let aliases = 0;
  let tooMany = false;

  const sizeOfAlias = (node: Node & { source: string }): number => {
    aliases += 1;
    const size = sizes.get(node.source);
    if (size === undefined) {
      faults.push({
        node,
        message: `not valid YAML: Unresolved alias ${node.source}`,
        advice: `write &${node.source} before what is meant, further up; or put text in quotes`,
      });
    } else if (size === null) {
      faults.push({
        node,
        message: `the alias *${node.source} stands inside what it repeats`,
        advice: 'write the value out',
      });
    }
    return size ?? 1;
  };
  const sizeOf = (node: unknown): number => {
    if (tooMany) return 0;
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (isAlias(node)) {
      const size = sizeOfAlias(node);
      refuseIfTooMany(node, size);
      return size;
    }
    if (!isCollection(node)) {
      if (isNodeWithAnchor(node)) sizes.set(node.anchor, 1);
      return 1;
    }
    if (node.anchor !== undefined) sizes.set(node.anchor, null);
    let size = 1;
    for (const item of node.items) size += sizeOf(item);
    refuseIfTooMany(node, size);
    if (node.anchor !== undefined) sizes.set(node.anchor, size);
    return size;
  };
  const refuseIfTooMany = (node: Node, size: number): void => {
    if (tooMany || (size <= MOST_VALUES && aliases <= MOST_ALIASES)) return;
    tooMany = true;
    faults.push({
      node,
      message: 'the aliases (*name) unfold this into more than a curriculum can hold',
      advice: 'write the values out; a curriculum needs no aliases',
    });
  };

  sizeOf(root);
  return faults;
}

const isNodeWithAnchor = (node: unknown): node is { anchor: string } =>
  typeof node === 'object' && node !== null && 'anchor' in node && typeof node.anchor === 'string';
