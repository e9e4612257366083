/** What a rule is: it reads a part of the file, and reports the faults of that. */
import * as z from 'zod';
import type { Fault, FaultList } from '../fault.ts';
import { activitySchema, domainSchema, taskSchema } from '../schema.ts';

/** The suggestion is made only where the fault is told. */
export type Report = (
  path: Fault['path'],
  message: string | (() => string),
  advice?: string,
) => void;

/** A rule is judged as soon as what it reads has the right form, whatever is wrong elsewhere. */
export interface Rule {
  judge(data: unknown, report: Report): void;
}

export function rule<S extends z.ZodType>(
  reads: S,
  judge: (value: z.output<S>, report: Report) => void,
): Rule {
  return {
    judge(data, report) {
      const read = reads.safeParse(data);
      if (read.success) judge(read.data, report);
    },
  };
}

/** Parts of the schema, for rules to say what they read. */
export const list = <S extends z.ZodRawShape>(shape: S) => z.array(z.object(shape));
export const task = taskSchema.shape;
export const domain = domainSchema.shape;
export const activity = activitySchema.shape;
export const activities = <S extends z.ZodRawShape>(shape: S) =>
  z.object({ activities: list(shape) });
export const domains = <S extends z.ZodRawShape>(shape: S) => z.object({ domains: list(shape) });

/** @param place where the id with this index stands */
export function uniqueIds(
  ids: readonly string[],
  place: (index: number) => Fault['path'],
  report: Report,
): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) report(place(index), `"${id}" is used twice; ids are unique`);
    seen.add(id);
  });
}

export const reportTo =
  (faults: FaultList<Fault>): Report =>
  (path, message, advice) =>
    faults.add(() => ({
      path,
      message: typeof message === 'string' ? message : message(),
      advice: advice ?? null,
    }));
