/** What people may restyle in the PDF: `templates/pdf-theme.json`, checked before it is used. */
import * as z from 'zod';
import { KINDS } from '../../curriculum/vocabulary.ts';
import { badInput } from '../../errors.ts';

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as "#1F5A8C"');
const size = z.number().min(5).max(60);
const margin = z.number().min(20).max(160);
// A bare file name: a theme may come from a stranger and must not reach into other folders.
const fontFile = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}\.ttf$/, 'expected the file name of a font in dejavu-fonts-ttf');

/** How a kind fills its bar: kinds stay apart in greyscale by texture and by their mark. */
export const TEXTURES = [
  'solid',
  'hatch',
  'back-hatch',
  'cross',
  'lines',
  'columns',
  'grid',
  'dots',
  'outline',
] as const;
export type Texture = (typeof TEXTURES)[number];

const kindTheme = z.strictObject({
  color,
  mark: z.string().regex(/^[A-Z]{2,4}$/, 'expected two to four capital letters'),
  texture: z.enum(TEXTURES),
});

const schema = z.strictObject({
  /** File names in the package `dejavu-fonts-ttf`; the caller reads them. */
  fonts: z.strictObject({ regular: fontFile, bold: fontFile, oblique: fontFile }),
  /** Points (1/72 inch) from the edges of the paper. `head` and `foot` are the running lines. */
  page: z.strictObject({
    left: margin,
    right: margin,
    top: margin,
    bottom: margin,
    head: margin,
    foot: margin,
  }),
  /** Type sizes in points; `leading` is the height of a line as a multiple of its size. */
  type: z.strictObject({
    display: size,
    title: size,
    heading: size,
    lead: size,
    body: size,
    small: size,
    tiny: size,
    // Below 1.2 the boxes of two lines of DejaVu touch.
    leading: z.number().min(1.2).max(2),
  }),
  colors: z.strictObject({
    ink: color,
    muted: color,
    rule: color,
    panel: color,
    accent: color,
    fits: color,
    tight: color,
  }),
  kinds: z.record(z.enum(KINDS), kindTheme),
});

export type PdfTheme = Readonly<z.infer<typeof schema>>;

/**
 * @param json the parsed content of a theme file
 * @throws UserError naming the first value that cannot be used
 */
export function parsePdfTheme(json: unknown): PdfTheme {
  const result = schema.safeParse(json);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    throw badInput(
      'bad-theme',
      `PDF theme${path === '' ? '' : `, ${path}`}: ${issue?.message ?? 'cannot be read'}`,
      'compare it with templates/pdf-theme.json',
    );
  }
  const { page } = result.data;
  if (page.head + 14 > page.top || page.foot + 14 > page.bottom) {
    throw badInput(
      'bad-theme',
      'PDF theme, page: head and foot must lie at least 14 points outside of top and bottom',
      'enlarge page.top or page.bottom, or lessen page.head or page.foot',
    );
  }
  return result.data;
}
