/** Skills, their levels, and the bridges: material for one step of one skill. */
import type { FoundationsYaml } from './schema.ts';
import type { Level, MinutesBasis, Skill, Vendor } from './vocabulary.ts';

export interface Bridge {
  readonly id: string;
  readonly skill: Skill;
  readonly from: Level;
  readonly to: Level;
  readonly form: FoundationsYaml['skills'][number]['steps'][number]['bridges'][number]['kind'];
  readonly title: string;
  readonly url: string | null;
  readonly minutes: number;
  readonly minutesBasis: MinutesBasis;
  readonly costUsd: number | null;
  readonly role: 'core' | 'alternative' | 'extra';
  /** Only for learners of these clouds; null for all. */
  readonly vendors: readonly Vendor[] | null;
  /** Shares its content with that bridge: only one of them is planned. */
  readonly overlaps: string | null;
  readonly after: readonly string[];
  readonly first: string | null;
  readonly doneWhen: string | null;
  readonly teardown: readonly string[];
}

export interface SkillFacts {
  readonly id: Skill;
  readonly name: string;
  readonly levels: readonly { readonly level: Level; readonly canDo: readonly string[] }[];
  readonly selfCheck: readonly string[];
}

export interface Foundations {
  readonly skills: readonly SkillFacts[];
  /** In the order of the file: skill by skill, step by step. */
  readonly bridges: readonly Bridge[];
}

export function foundationsFromYaml(yaml: FoundationsYaml): Foundations {
  return {
    skills: yaml.skills.map((skill) => ({
      id: skill.id,
      name: skill.name,
      levels: skill.levels.map((entry) => ({ level: entry.level, canDo: entry['can-do'] })),
      selfCheck: skill['self-check'],
    })),
    bridges: yaml.skills.flatMap((skill) =>
      skill.steps.flatMap((step) =>
        step.bridges.map(
          (bridge): Bridge => ({
            id: bridge.id,
            skill: skill.id,
            from: step.from,
            to: step.to,
            form: bridge.kind,
            title: bridge.title,
            url: bridge.url,
            minutes: bridge.minutes.value,
            minutesBasis: bridge.minutes.basis,
            costUsd: bridge['cost-usd'],
            role: bridge.role,
            vendors: bridge.for ?? null,
            overlaps: bridge.overlaps ?? null,
            after: bridge.after,
            first: bridge.first ?? null,
            doneWhen: bridge['done-when'] ?? null,
            teardown: bridge.teardown ?? [],
          }),
        ),
      ),
    ),
  };
}
