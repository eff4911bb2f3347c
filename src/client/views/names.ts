/** The view of each tree in Docket's container; a new tree is one name here. */
export const TREES = ['decisions', 'actions', 'questions', 'waiting'] as const;

export type TreeName = (typeof TREES)[number];
