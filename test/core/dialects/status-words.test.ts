import { describe, expect, it } from 'vitest';
import { statusIn } from '../../../src/core/dialects/status-words.ts';
import { builtInVocabulary } from '../../../src/core/vocabulary/index.ts';

const statusOf = (text: string) => statusIn(text, builtInVocabulary)?.status ?? null;

describe('the status that words state', () => {
  it.each([
    'To be accepted', 'Supersedes ADR-3', 'Replaces [3. Cron](0003-cron.md)', 'Approver: Ann', 'Will be deprecated', 'Will be accepted soon', 'Not accepted yet', 'Not yet accepted', 'Not approved so far', 'Not accepted (yet)', 'Should be rejected', 'Yet to be accepted', 'Until accepted', 'Going to be deprecated', "Hasn't been accepted",
    'Noch nicht akzeptiert', 'Nicht akzeptiert bisher', 'Muss noch akzeptiert werden', 'Soll abgelehnt werden', 'Wird akzeptiert', 'Bald veraltet', 'Soon deprecated', 'Hopefully accepted', 'Em breve obsoleto', '승인을 기다리는 중', '承認されるまで保留',
    'No aceptado todavía', 'Aún no aceptado', 'Todavía no aprobado', 'Será aceptado',
    'Pas encore accepté', "N'est pas encore accepté", 'Sera accepté', 'Non retenu pour le moment',
    'Ainda não aceito', 'Não aceito ainda', 'Será aceito',
    '아직 승인되지 않음', '승인되지 않음', '승인되지 않았습니다', '폐기 예정', '승인 안 됨', '승인 전',
    'まだ承認されていません', '承認されていません', '承認されていない', '承認予定', '承認前', '採用見込み', '廃止予定',
    '尚未批准', '即将废弃', '批准中',
  ])('is none in "%s"', (text) => {
    expect(statusOf(text)).toBeNull();
  });

  it.each([
    ['Waiting for approval', 'proposed'], ['Waiting to be approved', 'proposed'], ['To be decided', 'proposed'], ['승인 대기', 'proposed'], ['承認待ち', 'proposed'], ['待批准', 'proposed'], ['Wartet auf Genehmigung', 'proposed'],
    ['Wird ersetzt durch ADR-5', 'superseded'], ['Not accepted', 'rejected'], ['Nicht akzeptiert', 'rejected'], ['No aceptado', 'rejected'], ['Não aceito', 'rejected'],
    ['Accepted, not yet implemented', 'accepted'], ['Accepted (not deployed yet)', 'accepted'], ['승인됨 구현 예정', 'accepted'], ['승인됨, 배포 예정', 'accepted'], ['承認済み', 'accepted'], ['已接受', 'accepted'], ['진행 중', 'accepted'], ['廃止済み', 'deprecated'],
  ])('in "%s" is %s', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });
});
