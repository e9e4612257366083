/**
 * The one place where templates run. They may come from strangers, so they see plain data only,
 * read no file, call no code, know no clock, and every value is escaped on its way out.
 */
import { Context, Liquid, LiquidError, type Template, toValueSync } from 'liquidjs';
import { badInput } from '../errors.ts';
import { plainText } from '../text/plain-text.ts';

/** From a value's text to what may stand in the document. */
export type Escape = (text: string) => string;

export interface TemplateKind {
  /** Names the template in error messages, e.g. `checklist.md.liquid`. */
  readonly name: string;
  /** null: what is made is plain text, escaped later as a whole. */
  readonly escape: Escape | null;
  /**
   * Filters that make a value safe for one special place (a link, a comment) in another way than
   * `escape` does. What they return is written as it is, so each must be safe for any input.
   */
  readonly safeFilters?: Readonly<Record<string, Escape>>;
}

/** Bounds against templates that never end; the largest of our documents needs a fiftieth. */
const PARSE_LIMIT = 1_000_000;
const RENDER_LIMIT_MILLISECONDS = 5_000;
const MEMORY_LIMIT = 20_000_000;
const LONGEST_OUTPUT = 10_000_000;

/** `raw` would leave the escaping out; the others read the clock, the process's zone or chance. */
const REFUSED_FILTERS = [
  'raw',
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
];
/** All of these read other templates. */
const REFUSED_TAGS = ['include', 'render', 'layout', 'block'];

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join('') : String(value ?? '');

/**
 * Parses a template once; the function returned fills it as often as needed.
 * @throws UserError (also from the function returned) that names line and column of the mistake
 */
export function compileTemplate(text: string, kind: TemplateKind): (data: object) => string {
  const { escape: safe } = kind;
  const engine = new Liquid({
    ...(safe ? { outputEscape: (value: unknown) => safe(textOf(value)) } : {}),
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    parseLimit: PARSE_LIMIT,
    renderLimit: RENDER_LIMIT_MILLISECONDS,
    memoryLimit: MEMORY_LIMIT,
    // An in-memory map, so that no path ever reaches the disk.
    templates: {},
    locale: 'en',
    timezoneOffset: 0,
  });
  for (const filter of REFUSED_FILTERS) delete engine.filters[filter];
  for (const tag of REFUSED_TAGS) delete engine.tags[tag];
  for (const [filter, makeSafe] of Object.entries(kind.safeFilters ?? {})) {
    engine.registerFilter(filter, {
      raw: true,
      handler: (value: unknown) => makeSafe(textOf(value)),
    });
  }
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw templateError(error, kind.name);
    }
  };
  const parsed = guarded(() => engine.parse(text.replace(/\r\n?/g, '\n')));
  return (data) => guarded(() => fill(engine, parsed, data));
}

/** As `renderSync` does, but stops where the text grows without end. */
function fill(engine: Liquid, parsed: Template[], data: object): string {
  const output = {
    buffer: '',
    write(piece: unknown): void {
      this.buffer += textOf(piece);
      if (this.buffer.length > LONGEST_OUTPUT)
        throw new Error('the limit of 10 million characters is passed here');
    },
  };
  const context = new Context(data, engine.options, { sync: true });
  toValueSync(engine.renderer.renderTemplates(parsed, context, output));
  return output.buffer;
}

function templateError(error: unknown, name: string): unknown {
  if (!LiquidError.is(error)) {
    if (!(error instanceof Error)) return error;
    // The parse limit is passed before there is any place to point at.
    return badInput('bad-template', `${name}:1:1 ${plainText(error.message)}`);
  }
  const [line = 1, column = 1] = error.token.getPosition();
  const message = (error.originalError?.message ?? error.message).replace(
    /, (file:.*, )?line:\d+, col:\d+$/,
    '',
  );
  return badInput(
    'bad-template',
    `${name}:${line}:${column} ${plainText(message)}`,
    'mend the template; docs/templates.md tells what it can use',
  );
}
