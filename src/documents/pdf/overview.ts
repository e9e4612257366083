/** The plan at a glance: hours week by week, exam weight against hours. */
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { hoursChart } from './hours-chart.ts';
import { heading, sectionTitle } from './prose.ts';
import { planWeeks } from './weeks.ts';
import { putWeightBars } from './weight-bars.ts';

export function overviewPages(desk: Desk, flow: Flow): void {
  sectionTitle(desk, flow, 'Overview');
  const weeks = planWeeks(desk.plan);
  if (weeks.length > 0) {
    const chart = hoursChart(desk, weeks);
    heading(desk, flow, 'Hours a week, by kind', chart.height);
    flow.put(chart, { gap: 8 });
  }
  heading(desk, flow, 'Exam weight and planned hours', 60);
  putWeightBars(desk, flow);
}
