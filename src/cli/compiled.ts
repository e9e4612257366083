/**
 * Files of the program that the build has compiled: V8 keeps what it made of them, and need not parse
 * and compile them anew at every start.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

interface LoadedModule {
  exports: unknown;
}

/** Where the compiled form of a file lies: beside it, for one version of Node and one kind of machine. */
export const compiledName = (file: string): string =>
  `${file}.${process.version}-${process.platform}-${process.arch}.compiled`;

/** A file as the function that Node makes of a CommonJS file. */
export function scriptOf(path: string, compiled?: Buffer): Script {
  // The build writes ASCII.
  const source = readFileSync(path, 'latin1');
  return new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: path,
    // What another V8 made is passed over, and the text compiled.
    ...(compiled && { cachedData: compiled }),
  });
}

/**
 * Loads a CommonJS file from its compiled form; in the usual way where there is none for this Node.
 * @param load the `require` of the caller
 * @returns what the file exports
 */
export function requireCompiled(
  folder: string,
  file: string,
  load: (path: string) => unknown,
): unknown {
  const path = join(folder, file);
  let compiled: Buffer;
  try {
    compiled = readFileSync(join(folder, compiledName(file)));
  } catch {
    return load(path);
  }
  const loaded: LoadedModule = { exports: {} };
  scriptOf(path, compiled).runInThisContext()(loaded.exports, load, loaded, path, folder);
  return loaded.exports;
}
