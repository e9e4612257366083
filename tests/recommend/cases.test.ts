/** Twelve people who choose, and what they should hear. The first four are the decision table of the article. */
import { describe, expect, it } from 'vitest';
import { recommend, type Told } from './nine.ts';

const GOOGLE_POSTING = `ML engineer. We build pipelines on Google Cloud: BigQuery, Vertex AI, Kubeflow. You know
  Python, SQL and machine learning, and monitor models in production.`;
const AZURE_POSTING = `AI developer. Chatbots and document processing with Cognitive Search, Form Recognizer and LUIS,
  integrated by REST APIs into our line of business applications.`;

interface Case {
  readonly told: Told;
  readonly first: string;
  /** Begins of reasons that must stand among those for it. */
  readonly because: readonly RegExp[];
}

const CASES: Readonly<Record<string, Case>> = {
  'data science, statistics, ML experiments → AWS ML Specialty, whose place MLA-C02 took': {
    told: { background: 'data-science' },
    first: 'aws-mla-c02',
    because: [/^fits your background/, /Specialty \(MLS-C01\), retired on Tue 31 Mar 2026/],
  },
  'application development, APIs, integration → Azure AI Engineer, whose place AI-103 took': {
    told: { background: 'app-development' },
    first: 'azure-ai-103',
    because: [
      /^fits your background/,
      /AI Engineer Associate \(AI-102\), retired on Tue 30 Jun 2026/,
    ],
  },
  'custom model pipelines and ML operations → AWS ML Specialty, whose place MLA-C02 took': {
    told: { background: 'ml-operations' },
    first: 'aws-mla-c02',
    because: [/^fits your background/, /MLS-C01/],
  },
  'bots, document intelligence, AI services → Azure AI Engineer, whose place AI-103 took': {
    told: { background: 'ai-services' },
    first: 'azure-ai-103',
    because: [/^fits your background/, /AI-102/],
  },
  'nothing yet and a first step: Azure AI Fundamentals, few hours, the lowest fee, never expires': {
    told: { background: 'none', goal: 'first-step' },
    first: 'azure-ai-901',
    because: [/^made for people who begin/, /first step/],
  },
  'nothing yet, a first step, the employer is on AWS: AI Practitioner': {
    told: { background: 'none', goal: 'first-step', platform: 'aws' },
    first: 'aws-aif-c01',
    because: [/^on AWS, as you asked/],
  },
  'a data scientist whose employer is on Google Cloud: Professional ML Engineer': {
    told: { background: 'data-science', platform: 'google' },
    first: 'google-pmle',
    because: [/^fits your background/, /^on Google Cloud/],
  },
  'a skilled application developer on AWS who wants to deliver: Generative AI Developer': {
    told: {
      background: 'app-development',
      goal: 'delivery',
      platform: 'aws',
      skills: { python: 3, apis: 4, iam: 3, statistics: 1 },
    },
    first: 'aws-aip-c01',
    because: [/^fits your background/, /^leads to your goal/, /^on AWS/],
  },
  'ML operations in a house on Azure: the MLOps engineer': {
    told: { background: 'ml-operations', platform: 'azure' },
    first: 'azure-ai-300',
    because: [/^fits your background/, /^on Azure/],
  },
  'a cloud engineer on AWS who wants to specialise: ML Engineer': {
    told: {
      background: 'cloud',
      goal: 'specialisation',
      platform: 'aws',
      skills: { python: 3, apis: 3, iam: 4, statistics: 1, 'cloud-aws': 4 },
    },
    first: 'aws-mla-c02',
    because: [/deep specialisation/, /^on AWS/],
  },
  'a data scientist whose wanted jobs are four on Google Cloud and one on Azure: Google': {
    told: {
      background: 'data-science',
      jobs: [...Array(4).fill(GOOGLE_POSTING), AZURE_POSTING] as string[],
    },
    first: 'google-pmle',
    because: [
      /^4 of 5 postings name Google Cloud/,
      /Gemini Enterprise Agent Platform 4 \(as “Vertex AI”\)/,
    ],
  },
  'a developer with 4 h a week, eight weeks and 110 dollars for a first step: Azure AI Fundamentals':
    {
      told: {
        background: 'app-development',
        goal: 'first-step',
        hoursPerWeek: 4,
        by: '2027-01-21',
        budgetUsd: 110,
      },
      first: 'azure-ai-901',
      because: [/^within your 110 USD/],
    },
};

describe('the twelve cases', () => {
  it('are twelve', () => expect(Object.keys(CASES)).toHaveLength(12));

  it.each(Object.entries(CASES))('%s', (_, { told, first, because }) => {
    const [best] = recommend(told);
    expect(best?.candidate.id).toBe(first);
    for (const reason of because) {
      expect(best?.reasons.for).toContainEqual(expect.stringMatching(reason));
    }
  });

  it('job postings alone decide, by former names too: Cognitive Search, LUIS → AI-103', () => {
    const [best] = recommend({ jobs: [AZURE_POSTING, AZURE_POSTING.toUpperCase()] });
    expect(best?.candidate.id).toBe('azure-ai-103');
    expect(best?.asked).toContainEqual(
      expect.objectContaining({
        name: 'Azure AI Search',
        postings: 2,
        former: ['Cognitive Search', 'COGNITIVE SEARCH'],
      }),
    );
  });
});
