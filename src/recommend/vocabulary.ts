/** The closed lists of a recommendation, in the words of the command line. */
import type { Vendor } from '../curriculum/vocabulary.ts';

export const BACKGROUNDS = [
  'data-science',
  'app-development',
  'ml-operations',
  'ai-services',
  'cloud',
  'none',
] as const;
export type Background = (typeof BACKGROUNDS)[number];

export const GOALS = ['specialisation', 'delivery', 'first-step'] as const;
export type Goal = (typeof GOALS)[number];

export const PLATFORMS = ['aws', 'azure', 'google'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_OF = {
  aws: 'aws',
  microsoft: 'azure',
  google: 'google',
} as const satisfies Record<Vendor, Platform>;

export const BACKGROUND_WORDS = {
  'data-science': 'data science, statistics, ML experiments',
  'app-development': 'application development, APIs, integration',
  'ml-operations': 'custom model pipelines, ML operations',
  'ai-services': 'bots, document intelligence, AI services',
  cloud: 'cloud work, little ML',
  none: 'none of these yet',
} as const satisfies Record<Background, string>;

export const GOAL_WORDS = {
  specialisation: 'deep specialisation',
  delivery: 'fast practical delivery',
  'first-step': 'a first step',
} as const satisfies Record<Goal, string>;

export const PLATFORM_WORDS = {
  aws: 'AWS',
  azure: 'Azure',
  google: 'Google Cloud',
} as const satisfies Record<Platform, string>;
