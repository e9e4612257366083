/** `certplan curriculum schema`. */
import * as z from 'zod';
import { curriculumSchema } from '../../../curriculum/schema.ts';
import type { Context } from '../../context.ts';

export async function schemaCommand(context: Context): Promise<void> {
  context.printJson({
    ...z.toJSONSchema(curriculumSchema, { io: 'input' }),
    title: 'certplan curriculum',
  });
}
