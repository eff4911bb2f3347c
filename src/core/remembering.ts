/** UTF-16 units; longer texts seldom come again. */
const LONGEST = 200;

/** The same function of a text, which keeps its answers for up to `most` short texts; for pure functions that are asked the same again and again. */
export function remembering<T>(answer: (text: string) => T, most = MOST_TEXTS): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    if (answers.size >= most) answers.clear();
    const own = shared(text);
    const made = answer(own);
    answers.set(own, made);
    return made;
  };
}

/** The same text, kept once however many documents say it: what is remembered of it is found without reading it again. */
export function shared<Text extends string>(text: Text): Text {
  if (text.length > LONGEST) return text;
  const known = texts.get(text);
  if (known !== undefined) return known as Text;
  if (texts.size >= MOST_TEXTS) texts.clear();
  const own = copyOf(text) as Text;
  texts.set(own, own);
  return own;
}

const MOST_TEXTS = 20_000;
const texts = new Map<string, string>();

/** The same for a function that goes by something else, too, of which there are few: a vocabulary. */
export function rememberingFor<Thing extends object, T>(answer: (text: string, thing: Thing) => T, most = MOST_TEXTS): (text: string, thing: Thing) => T {
  const answersFor = new WeakMap<Thing, (text: string) => T>();
  return (text, thing) => {
    const known = answersFor.get(thing);
    if (known) return known(text);
    const remembered = remembering((one) => answer(one, thing), most);
    answersFor.set(thing, remembered);
    return remembered(text);
  };
}

/** The same for a function of a thing that lives long, of which there are few: a template. */
export function rememberingOf<Thing extends object, T>(answer: (thing: Thing) => T): (thing: Thing) => T {
  const answers = new WeakMap<Thing, { readonly made: T }>();
  return (thing) => {
    const known = answers.get(thing);
    if (known) return known.made;
    const made = answer(thing);
    answers.set(thing, { made });
    return made;
  };
}

/**
 * The same function of several things, which keeps its last answer; for one document after the other. A WeakMap of them would
 * keep all: collecting young objects takes what such a map holds for alive, also where its key is dead.
 */
export function rememberingLast<Things extends readonly unknown[], T>(answer: (...things: Things) => T): (...things: Things) => T {
  const last: { readonly things: Things; readonly made: T }[] = [];
  return (...things) => {
    const [known] = last;
    if (known && things.every((thing, at) => thing === known.things[at])) return known.made;
    const made = answer(...things);
    last[0] = { things, made };
    return made;
  };
}

/** An answer that is worked out when it is first asked for. */
export function once<T>(answer: () => T): () => T {
  const answers: T[] = [];
  return () => {
    if (!answers.length) answers.push(answer());
    return answers[0]!;
  };
}

/**
 * The same function of a thing and of something else, which keeps its last answer at the thing, where no copy and no comparison
 * sees it: for documents that are read first, and checked when others are read.
 */
export function rememberingAt<Thing extends object, T, Other = undefined>(answer: (thing: Thing, other: Other) => T): (thing: Thing, ...other: undefined extends Other ? [] : [Other]) => T {
  const place = Symbol('remembered');
  return (thing, ...[other]) => {
    const { [place]: known } = thing as { readonly [place]?: { readonly other: Other; readonly made: T } };
    if (known && known.other === other) return known.made;
    const made = answer(thing, other as Other);
    Object.defineProperty(thing, place, { value: { other, made }, configurable: true });
    return made;
  };
}

// A part of a text keeps all of the text in memory for as long as it lives; engines copy short ones themselves.
const copyOf = (text: string): string => (text.length < SHORT ? text : (JSON.parse(JSON.stringify(text)) as string));

/** UTF-16 units. */
const SHORT = 13;
