/** What lists of certifications need, so that they read one small file and no whole curricula. */
import type { Certification } from './curriculum.ts';

export interface CertificationEntry
  extends Pick<
    Certification,
    'id' | 'vendor' | 'name' | 'examCode' | 'level' | 'lifecycle' | 'successors' | 'predecessor'
  > {
  /** Dollars; null: not known. */
  readonly priceUsd: number | null;
  /** What a try during the beta costs; null where there is no beta, or it is not known. */
  readonly betaPriceUsd: number | null;
  /** Path of the user's own file; absent: it comes with the program. */
  readonly file?: string;
}

export const indexEntry = (certification: Certification): CertificationEntry => ({
  id: certification.id,
  vendor: certification.vendor,
  name: certification.name,
  examCode: certification.examCode,
  level: certification.level,
  lifecycle: certification.lifecycle,
  successors: certification.successors,
  ...(certification.predecessor === undefined ? {} : { predecessor: certification.predecessor }),
  priceUsd: certification.exam.priceUsd,
  betaPriceUsd: certification.exam.beta?.priceUsd ?? null,
});

/** Certifications of the list that this one follows. */
export const predecessorsOf = (
  id: string,
  entries: readonly CertificationEntry[],
): CertificationEntry[] => entries.filter(({ successors }) => successors.includes(id));
