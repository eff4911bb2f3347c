/** The languages that Docket speaks; every text for users has both forms. */
export const LANGUAGES = ['en', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One message in every language, with `{name}` where data goes. */
export type Text = Readonly<Record<Language, string>>;

export type MessageData = Readonly<Record<string, string | number>>;

/** Fills the form of `text` in `language`; a name without data stays as it is written. */
export function say(text: Text, language: Language, data: MessageData = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : whole));
}

/** The language that best serves a BCP 47 tag such as `ko-KR`; English where Docket does not speak it. */
export function languageOf(tag: string | undefined): Language {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === base) ?? 'en';
}
