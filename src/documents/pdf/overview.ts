/** The plan at a glance: domains in time, hours week by week, exam weight against hours, recall. */
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { hoursChart } from './hours-chart.ts';
import { heading, sectionTitle } from './prose.ts';
import { recallChart } from './recall-chart.ts';
import { timeline } from './timeline.ts';
import { planWeeks } from './weeks.ts';
import { putWeightBars, weightBarsHeight } from './weight-bars.ts';

export function overviewPages(desk: Desk, flow: Flow): void {
  sectionTitle(desk, flow, 'Overview');
  const weeks = planWeeks(desk.plan);
  if (weeks.length > 0) {
    const phases = timeline(desk, weeks);
    heading(desk, flow, 'Domain by domain', phases.height);
    flow.put(phases, { gap: 4 });
    const chart = hoursChart(desk, weeks);
    heading(desk, flow, 'Hours a week, by kind', chart.height);
    flow.put(chart, { gap: 8 });
  }
  heading(desk, flow, 'Exam weight and planned hours', weightBarsHeight(desk));
  putWeightBars(desk, flow);
  const recall = recallChart(desk, weeks);
  if (recall === null) return;
  heading(desk, flow, 'Expected recall', recall.height);
  flow.put(recall, { gap: 4 });
}
