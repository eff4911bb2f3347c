import type { Document } from '../document.ts';
import type { Language } from '../language.ts';

/** The language that minutes speak, by their headings, whatever their template says; `usual` where these do not tell. */
export function spokenIn({ sections }: Document, usual: Language): Language {
  const korean = sections.filter(({ title }) => /[가-힣]/.test(title)).length;
  return sections.length === 0 ? usual : korean * 2 > sections.length ? 'ko' : usual === 'ko' && korean === 0 ? 'en' : usual;
}
