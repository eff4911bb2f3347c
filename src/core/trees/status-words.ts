import type { Status } from '../entry.ts';
import type { Text } from '../language.ts';

/** How a status is called and drawn. */
export const STATUS_WORDS: Readonly<Record<Status, { readonly label: Text; readonly icon: string; readonly color?: string }>> = {
  proposed: { label: { en: 'Proposed', ko: '제안됨' }, icon: 'comment-discussion', color: 'charts.blue' },
  draft: { label: { en: 'Draft', ko: '초안' }, icon: 'edit', color: 'charts.blue' },
  deferred: { label: { en: 'Deferred', ko: '보류됨' }, icon: 'debug-pause', color: 'charts.yellow' },
  accepted: { label: { en: 'Accepted', ko: '승인됨' }, icon: 'pass', color: 'charts.green' },
  implemented: { label: { en: 'Implemented', ko: '구현됨' }, icon: 'pass-filled', color: 'charts.green' },
  superseded: { label: { en: 'Superseded', ko: '대체됨' }, icon: 'replace' },
  deprecated: { label: { en: 'Deprecated', ko: '폐기됨' }, icon: 'archive' },
  rejected: { label: { en: 'Rejected', ko: '반려됨' }, icon: 'circle-slash', color: 'charts.red' },
  withdrawn: { label: { en: 'Withdrawn', ko: '철회됨' }, icon: 'discard' },
};

export const NO_STATUS = { label: { en: 'No Status', ko: '상태 없음' }, icon: 'circle-outline' } as const;
