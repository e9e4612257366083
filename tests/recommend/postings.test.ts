/** Postings are counted one by one, in any language, with the words that were found. */
import { describe, expect, it } from 'vitest';
import { termFinder } from '../../src/recommend/find-terms.ts';
import { foreignLanguage } from '../../src/recommend/language.ts';
import { demandOf } from '../../src/recommend/postings.ts';
import { KEYWORDS } from './tables.ts';

const find = termFinder(KEYWORDS);
const ids = (text: string): string[] => find(text).map(({ term }) => term.id);

describe('a posting', () => {
  it('counts once for a name, however often it says it', () => {
    const { terms, platforms } = demandOf(
      ['Python, python and PYTHON on AWS, AWS', 'Python'],
      find,
    );
    expect(terms.find(({ id }) => id === 'python')).toMatchObject({
      postings: 2,
      words: ['Python', 'python', 'PYTHON'],
    });
    expect(platforms).toEqual({ aws: 1, azure: 0, google: 0 });
  });
  it('names a platform by one of its services', () => {
    expect(demandOf(['Amazon SageMaker', 'Form Recognizer'], find).platforms).toEqual({
      aws: 1,
      azure: 1,
      google: 0,
    });
  });
  it('that names a former service asks for the one of today', () => {
    expect(demandOf(['Cognitive Search'], find).terms).toEqual([
      {
        id: 'azure-ai-search',
        name: 'Azure AI Search',
        kind: 'service',
        cloud: 'azure',
        postings: 1,
        words: ['Cognitive Search'],
        former: ['Cognitive Search'],
      },
    ]);
  });
  it('may break a name over lines or join it by a hyphen', () => {
    expect(ids('experience with Azure AI\n  Search and machine-learning')).toEqual([
      'azure',
      'azure-ai-search',
      'ml',
    ]);
  });
  it('is read quickly, even if it has a megabyte', () => {
    const text =
      'Python, AWS Lambda, Azure AI Search, BigQuery on GCP, MLOps and chatbots. '.repeat(13_000);
    const start = performance.now();
    expect(ids(text).length).toBeGreaterThan(5);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('words that mean something else as well', () => {
  it.each([
    ['Glue', 'Glue, Athena and Lambda', 'Glue, Athena and Lambda on AWS', 'glue'],
    ['Foundry', 'Foundry', 'Foundry on Azure', 'foundry'],
    ['Vertex', 'Vertex', 'Vertex on Google Cloud', 'vertex-ai'],
    ['Bedrock', 'Bedrock', 'SageMaker and Bedrock', 'bedrock'],
  ])('%s counts beside its cloud only', (_, alone, beside, id) => {
    expect(ids(alone)).not.toContain(id);
    expect(ids(beside)).toContain(id);
  });

  it.each([
    'robots and robotics',
    'HTML, XML, YAML',
    'I am; I AM',
    'the rest of us',
    'Go, R, Rust',
    'search engine marketing',
    'a lambda in Greek',
    'the bedrock of our culture',
    'an award-winning bottler',
    'laws and clawback',
  ])('nothing is found in "%s"', (text) => {
    expect(ids(text)).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    [
      'German',
      'Wir suchen eine Person für die Entwicklung von Modellen mit Python und SQL. Sie bringen Erfahrung in der Cloud mit und arbeiten gerne im Team, das ist uns wichtig.',
    ],
    [
      'French',
      'Nous cherchons une personne pour le développement des modèles dans le cloud. Vous avez de la pratique avec Python et SQL, et vous aimez le travail en équipe.',
    ],
    [
      'Spanish',
      'Buscamos una persona para el desarrollo de los modelos en la nube. Tienes experiencia con Python y SQL, y te gusta el trabajo en equipo con las otras áreas.',
    ],
    [
      'another script than Latin',
      'Мы ищем инженера машинного обучения с опытом работы на Python и SQL в облаке AWS.',
    ],
  ])('%s is told', (language, text) => {
    expect(foreignLanguage(text)).toBe(language);
  });
  it.each([
    [
      'English',
      'You will build and run models in the cloud with our team, and you are at home with Python and SQL, as we all are.',
    ],
    [
      'a list of names',
      'Python, SQL, AWS, SageMaker, Glue, Athena, S3, Docker, Kubernetes, Terraform, Git, Linux, Spark, Kafka, Airflow, MLflow, Grafana, REST, JSON, YAML, Bash',
    ],
    ['too little to tell', 'und der die das'],
    ['nothing', ''],
  ])('%s is no other language', (_, text) => {
    expect(foreignLanguage(text)).toBeNull();
  });
  it('names are counted in German, too', () => {
    expect(ids('Erfahrung mit Azure OpenAI, Cognitive Search und Python')).toEqual([
      'azure',
      'azure-openai',
      'azure-ai-search',
      'python',
    ]);
  });
});
