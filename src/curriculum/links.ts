/** The web addresses of curricula and foundations. */
import type { FaultPath } from './fault.ts';
import type { CurriculumYaml, FoundationsYaml } from './schema.ts';

export interface Link {
  readonly path: FaultPath;
  readonly url: string;
  /** What it belongs to: the id of an activity or bridge, or a source with its fact. */
  readonly of: string;
}

type Source = FoundationsYaml['sources'][number];

const sourceLinks = (sources: readonly Source[]): Link[] =>
  sources.flatMap(({ url, fact }, index) =>
    url === null ? [] : [{ path: ['sources', index, 'url'], url, of: `source: ${fact}` }],
  );

export const curriculumLinks = (yaml: CurriculumYaml): Link[] => [
  ...sourceLinks(yaml.sources),
  ...yaml.activities.map(({ url, id }, index) => ({
    path: ['activities', index, 'url'],
    url,
    of: id,
  })),
];

export const foundationsLinks = (yaml: FoundationsYaml): Link[] => [
  ...sourceLinks(yaml.sources),
  ...yaml.skills.flatMap((skill, s) =>
    skill.steps.flatMap((step, t) =>
      step.bridges.flatMap(({ url, id }, b) =>
        url === null ? [] : [{ path: ['skills', s, 'steps', t, 'bridges', b, 'url'], url, of: id }],
      ),
    ),
  ),
];
