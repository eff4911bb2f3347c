const SURNAME = /^[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진엄채원천방공현함변염추석선설마길연]/u;

/** Is a word the full name of a Korean, by its length and its surname, and no name of a team? */
export function isKoreanName(word: string): boolean {
  return /^[가-힣]{3}$/u.test(word) && SURNAME.test(word) && !/[팀부실조자]$|서비스/u.test(word);
}
