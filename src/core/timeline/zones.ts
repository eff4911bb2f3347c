/** Minutes ahead of UTC; null for a zone whose name has more than one meaning. */
const ZONES: Readonly<Record<string, number | null>> = {
  UTC: 0, GMT: 0, Z: 0, WET: 0, BST: 60, WEST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120, EET: 120, EEST: 180, MSK: 180, SGT: 480, HKT: 480, KST: 540, JST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780,
  PST: -480, PDT: -420, MST: -420, MDT: -360, CDT: -300, EST: -300, EDT: -240, CST: null, IST: null, PT: null, ET: null, CT: null, MT: null,
};

const NAMES = Object.keys(ZONES).sort((one, other) => other.length - one.length).join('|');

/** A time zone as it stands behind a time, for a sticky look. */
export const ZONE_BEHIND = new RegExp(String.raw`\s?\(?(?:(?:UTC|GMT)[-+−±]\d{1,2}(?::?\d{2})?|\+\d{2}:\d{2}|(?:${NAMES})(?![\p{L}\d]))\)?`, 'uy');

const ANYWHERE = new RegExp(
  [
    String.raw`(?<![\p{L}\d])(?:UTC|GMT|WES?T|CES?T|EES?T|MEZ|MESZ|BST|MSK|KST|JST|SGT|HKT|AE[SD]T|NZ[SD]T|[PMCE][SD]T|IST)(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?:[PMCE]T)(?![\p{L}\d])`,
    String.raw`(?:^|[^\d])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?:[Ll]ocal|[Pp]acific|[Ee]astern|[Cc]entral|[Mm]ountain) (?:[Ss]tandard |[Dd]aylight )?[Tt]ime(?![\p{L}\d])`,
    String.raw`(?:\(|[Ii]n )\p{Lu}\p{Ll}{2,20} time(?![\p{L}\d])`,
    String.raw`[Tt]ime ?zones?(?![\p{L}\d])`,
    String.raw`시간대|표준시|현지 ?시[간각]|(?:한국|서울|미국|일본|독일) ?시[간각]`,
  ].join('|'),
  'u',
);

/** Does a text say in which time zone its times are? */
export function namesZone(text: string): boolean {
  return ANYWHERE.test(text);
}

/** Minutes ahead of UTC of a zone as it is written; undefined where that cannot be told. */
export function offsetOf(zone: string): number | undefined {
  const bare = zone.replace(/[\s()]/g, '').replace('−', '-');
  const shift = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(bare);
  if (shift) return (shift[1] === '-' ? -1 : 1) * (Number(shift[2]) * 60 + Number(shift[3] ?? 0));
  return ZONES[bare] ?? undefined;
}
