/** A sentence whose beginning stands in bold. */
export interface Sentence {
  readonly lead: string;
  readonly rest: string;
}
