import type { Plugin } from 'esbuild';

export const languageModules: Plugin;
export function withFeatures(text: string): string;
export function moduleOf(text: string, name: string): string;
export function withoutUnused(text: string): string;
