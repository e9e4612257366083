/** Figure 7: end of the content and wall time beside TaskJuggler. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate, dayNumber } from '../../src/time/civil-date.ts';
import type { SampleOptions } from '../../tests/support/sample-plan.ts';
import { NOW } from '../../tests/support/sample-plan.ts';
import { contentOf } from './content-work.ts';
import { endOfContent } from './forward-only.ts';
import { describeLearner, type Planned, plannedLearners, withoutExam } from './learners.ts';
import { packingOf } from './packing.ts';
import { type Figure, table } from './report.ts';
import { median } from './statistics.ts';
import { hasTaskJuggler, runTaskJuggler, taskJugglerProject } from './taskjuggler.ts';

const LEARNERS = 30;
const GOAL = 0.95;
const UNEQUAL = [
  'Unequal in favour of TaskJuggler: it cuts anywhere, ours in parts of at least 20 minutes (the',
  'second column lifts that: minutes laid out as four). In favour of ours: our whole command also',
  'makes exams, reviews, lab bookings and the summary, in the wall time that is compared. One zone',
  '(UTC) for both, so that no gap of the clock is read in two ways. A window over Sunday midnight',
  'counts for TaskJuggler by the minute, for ours by the start of a session.',
];

const inUtc = (options: SampleOptions): SampleOptions => ({
  ...withoutExam(options),
  timeZone: 'UTC',
});

/** Wall time of `certplan plan … --dry-run`, start of the process included. */
function timeOfCommand(root: string, home: string, options: SampleOptions): number {
  const certification = options.certification ?? '';
  const args = [
    ...['--skill', options.skills ?? '', '--hours', String(options.hours ?? 8)],
    ...(options.when === undefined ? [] : ['--when', options.when]),
    ...['--start', options.start ?? '', '--timezone', options.timeZone ?? ''],
    ...(options.off ?? []).flatMap((off) => ['--off', off]),
    ...['--session', String(options.session ?? 90), '--depth', options.depth ?? 'standard'],
  ];
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/certplan.js'), 'plan', certification, ...args, '--dry-run'],
    { encoding: 'utf8', env: { ...process.env, CERTPLAN_NOW: NOW, CERTPLAN_HOME: home } },
  );
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`certplan ended with ${status}: ${stderr}`);
  return milliseconds;
}

/** Minutes from the start of 1970, UTC, of TaskJuggler's end. */
const instantOf = (end: string): number => Date.parse(`${end}:00Z`) / 60_000;

function compare(plan: Planned, root: string, home: string) {
  const { request, workload, options } = plan;
  const content = contentOf(workload.items);
  const { start, end } = packingOf(plan);
  // Room for twice the time that the whole plan took.
  const lastDay = dayNumber(request.start) + Math.ceil(((end - start) / 1440) * 2) + 30;
  const peer = runTaskJuggler(
    taskJugglerProject(request.learner, content, request.start, civilDate(lastDay)),
  );
  return {
    plan,
    own: endOfContent(plan, content, lastDay, false) ?? Number.POSITIVE_INFINITY,
    finest: endOfContent(plan, content, lastDay, true) ?? Number.POSITIVE_INFINITY,
    peer: 'end' in peer ? instantOf(peer.end) : null,
    error: 'error' in peer ? peer.error : null,
    ownTime: timeOfCommand(root, home, options),
    peerTime: 'milliseconds' in peer ? peer.milliseconds : Number.NaN,
  };
}

const when = (instant: number): string =>
  Number.isFinite(instant) ? new Date(instant * 60_000).toISOString().slice(0, 16) : 'never';

export function taskJugglerFigure(root: string): Figure {
  const title = '7. The same content through TaskJuggler 3';
  const goal = `ours ends no later in at least ${100 * GOAL} % of cases, at less wall time`;
  if (!hasTaskJuggler()) {
    return {
      title,
      lines: ['tj3 is not installed (Debian: apt-get install tj3)'],
      summary: 'skipped',
      goal,
      met: null,
    };
  }
  const home = mkdtempSync(join(tmpdir(), 'certplan-quality-'));
  try {
    const { planned } = plannedLearners(LEARNERS, inUtc);
    const all = planned.map((plan) => compare(plan, root, home));
    const compared = all.flatMap((each) =>
      each.peer === null ? [] : [{ ...each, peer: each.peer }],
    );
    const noLater = compared.filter(({ finest, peer }) => finest <= peer).length;
    const withParts = compared.filter(({ own, peer }) => own <= peer).length;
    const ownTime = median(compared.map((each) => each.ownTime));
    const peerTime = median(compared.map((each) => each.peerTime));
    const quicker = compared.filter((each) => each.ownTime < each.peerTime).length;
    const late = compared.filter(({ finest, peer }) => finest > peer);
    return {
      title: `${title}: ${compared.length} learners`,
      lines: [
        ...table([
          ['learner', 'parts from 20', 'parts from 5', 'TaskJuggler', 'ours ms', 'its ms'],
          ...compared.map((each) => [
            `#${each.plan.index} ${each.plan.options.certification}`,
            when(each.own),
            when(each.finest),
            when(each.peer),
            each.ownTime.toFixed(0),
            each.peerTime.toFixed(0),
          ]),
        ]),
        ...late.map(
          ({ plan }) => `later than TaskJuggler: #${plan.index} ${describeLearner(plan.options)}`,
        ),
        ...all.flatMap(({ plan, error }) => (error === null ? [] : [`#${plan.index}: ${error}`])),
        ...UNEQUAL,
      ],
      summary: `ours no later in ${noLater} of ${compared.length} (with parts of at least 20 min: ${withParts}); median ${ownTime.toFixed(0)} ms against ${peerTime.toFixed(0)} ms, quicker in ${quicker}`,
      goal,
      met:
        noLater >= GOAL * compared.length &&
        quicker >= GOAL * compared.length &&
        ownTime < peerTime,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
