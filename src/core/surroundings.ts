/** What lies around a document beyond the index, gathered before its rules run, so that these need not wait. */
export interface Surroundings {
  /** YYYY-MM-DD, where the user is. */
  readonly today: string;
}
