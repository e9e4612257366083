/** Which task of one certification teaches the reading of a task of another: `curricula/overlaps.yaml`. */
import * as z from 'zod';

export interface TaskOfCertification {
  readonly certification: string;
  readonly task: string;
}

/** Directed: who studied `learned` has read what `counts` is about. Labs and practice stay. */
export interface Overlap {
  readonly learned: TaskOfCertification;
  readonly counts: TaskOfCertification;
  /** Matter that both are about: "responsible AI". */
  readonly subject: string;
}

const task = z
  .string()
  .regex(
    /^[a-z0-9.-]+ [1-9]\.[1-9][0-9]?$/,
    'expected a certification and a task: "aws-aif-c01 4.1"',
  );

export const overlapsSchema = z.array(
  z.strictObject({
    subject: z.string().min(1).max(80),
    learned: task,
    counts: z.array(task).min(1),
  }),
);

function taskOf(text: string): TaskOfCertification {
  const [certification = '', id = ''] = text.split(' ');
  return { certification, task: id };
}

/** @throws z.ZodError */
export const overlapsOf = (yaml: unknown): Overlap[] =>
  overlapsSchema
    .parse(yaml)
    .flatMap(({ subject, learned, counts }) =>
      counts.map((other) => ({ subject, learned: taskOf(learned), counts: taskOf(other) })),
    );
