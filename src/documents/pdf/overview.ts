/** The plan at a glance: domains in time, hours week by week, exam weight against hours, recall. */
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { hoursChart } from './hours-chart.ts';
import { heading, sectionTitle } from './prose.ts';
import { recallChart } from './recall-chart.ts';
import { timeline } from './timeline.ts';
import { planWeeks } from './weeks.ts';
import { putWeightBars, weightBarsHeight } from './weight-bars.ts';

/** White between a heading and its chart. */
const GAP = 6;

export function overviewPages(desk: Desk, flow: Flow): void {
  const { overview } = desk.words.pdf;
  sectionTitle(desk, flow, overview.title);
  const weeks = planWeeks(desk.plan);
  if (weeks.length > 0) {
    const phases = timeline(desk, weeks);
    heading(desk, flow, overview.timeline, phases.height + GAP);
    flow.put(phases, { gap: GAP });
    const chart = hoursChart(desk, weeks);
    heading(desk, flow, overview.hours, chart.height + GAP);
    flow.put(chart, { gap: GAP });
  }
  heading(desk, flow, overview.weights, weightBarsHeight(desk));
  putWeightBars(desk, flow);
  const recall = recallChart(desk, weeks);
  if (recall === null) return;
  heading(desk, flow, overview.recall, recall.height + GAP);
  flow.put(recall, { gap: GAP });
}
