/** Does one step and prints what it is, and how long it took, when it takes longer than a second. */
export function step<T>(title: string, action: () => Promise<T>): Promise<T>;
