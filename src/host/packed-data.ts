// Plain data <-> numbers and texts: a thread hands them over for a fraction of what a clone of its objects takes.

/** One value; it needs what its packer has packed before. */
export interface Packed {
  readonly words: Int32Array<ArrayBuffer>;
  /** Those that the packer has not sent yet. */
  readonly texts: readonly string[];
  readonly shapes: readonly (readonly string[])[];
}

// a word is a number of 29 bits, and in its lowest three what it counts
const TEXT = 0;
const NUMBER = 1;
const CONSTANT = 2;
const OBJECT = 3;
const LIST = 4;
/** An object that was packed before: it is the same object behind the unpacking. */
const AGAIN = 5;
const MAP = 6;
/** Its line; the next word is its column. A third of all objects are places, which nobody knows by identity. */
const PLACE = 7;
const CONSTANTS = [undefined, null, false, true];

/** The keys of objects, in their order, as a tree. */
interface Shape {
  id: number;
  readonly next: Map<string, Shape>;
}

const emptyShape = (): Shape => ({ id: -1, next: new Map() });

/** What `at`s are. */
const isPlace = (value: object): value is { line: number; column: number } => 'line' in value;

export class Packer {
  private words = new Int32Array(1 << 16);
  private length = 0;
  private readonly textIds = new Map<string, number>();
  private readonly anyShape = emptyShape();
  private shapeCount = 0;
  private texts: string[] = [];
  private shapes: string[][] = [];
  private readonly objects = new Map<object, number>();

  /** @param value objects, lists, maps, texts, whole numbers, and constants */
  pack(value: unknown): Packed {
    [this.length, this.texts, this.shapes] = [0, [], []];
    this.objects.clear();
    this.put(value);
    return { words: this.words.slice(0, this.length), texts: this.texts, shapes: this.shapes };
  }

  private put(value: unknown): void {
    if (typeof value === 'string') this.word(TEXT, this.idOf(value));
    else if (typeof value === 'number') this.word(NUMBER, value);
    else if (typeof value !== 'object' || value === null)
      this.word(CONSTANT, CONSTANTS.indexOf(value as undefined));
    else if (Array.isArray(value)) {
      this.word(LIST, value.length);
      for (const item of value) this.put(item);
    } else if (value instanceof Map) {
      this.word(MAP, value.size);
      for (const [key, item] of value) {
        this.put(key);
        this.put(item);
      }
    } else if (isPlace(value)) {
      this.word(PLACE, value.line);
      this.push(value.column);
    } else this.object(value as Readonly<Record<string, unknown>>);
  }

  private object(value: Readonly<Record<string, unknown>>): void {
    const known = this.objects.get(value);
    if (known !== undefined) {
      this.word(AGAIN, known);
      return;
    }
    this.objects.set(value, this.objects.size);
    let shape = this.anyShape;
    for (const key in value) {
      let next = shape.next.get(key);
      if (!next) {
        next = emptyShape();
        shape.next.set(key, next);
      }
      shape = next;
    }
    if (shape.id === -1) {
      shape.id = this.shapeCount++;
      this.shapes.push(Object.keys(value));
    }
    this.word(OBJECT, shape.id);
    for (const key in value) this.put(value[key]);
  }

  private idOf(text: string): number {
    let id = this.textIds.get(text);
    if (id === undefined) {
      id = this.textIds.size;
      this.textIds.set(text, id);
      this.texts.push(text);
    }
    return id;
  }

  private word(kind: number, count: number): void {
    if (count < 0 || count >= 2 ** 28 || !Number.isInteger(count))
      throw new TypeError('data that cannot be packed');
    this.push((count << 3) | kind);
  }

  private push(word: number): void {
    if (this.length === this.words.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.words);
      this.words = longer;
    }
    this.words[this.length++] = word;
  }
}

/** Unpacks what one packer has packed, in its order. */
export class Unpacker {
  private readonly texts: string[] = [];
  private readonly shapes: (readonly string[])[] = [];
  private words = new Int32Array();
  private at = 0;
  private objects: object[] = [];
  private places: { readonly line: number; readonly column: number }[] = [];

  unpack(packed: Packed): unknown {
    for (const text of packed.texts) this.texts.push(text);
    for (const shape of packed.shapes) this.shapes.push(shape);
    [this.words, this.at, this.objects, this.places] = [packed.words, 0, [], []];
    return this.take();
  }

  private take(): unknown {
    const word = this.words[this.at++]!;
    const count = word >>> 3;
    switch (word & 7) {
      case TEXT:
        return this.texts[count];
      case NUMBER:
        return count;
      case CONSTANT:
        return CONSTANTS[count];
      case OBJECT: {
        const made: Record<string, unknown> = {};
        this.objects.push(made);
        for (const key of this.shapes[count]!) made[key] = this.take();
        return made;
      }
      case LIST: {
        const list: unknown[] = [];
        for (let index = 0; index < count; index++) list.push(this.take());
        return list;
      }
      case MAP: {
        const map = new Map<unknown, unknown>();
        for (let index = 0; index < count; index++) map.set(this.take(), this.take());
        return map;
      }
      case PLACE:
        return this.place(count, this.words[this.at++]!);
      default:
        return this.objects[count];
    }
  }

  /** Neighbours often stand in the same place: one object is enough for them. */
  private place(line: number, column: number): object {
    const slot = (31 * line + column) & 0xff;
    const known = this.places[slot];
    if (known?.line === line && known.column === column) return known;
    const made = { line, column };
    this.places[slot] = made;
    return made;
  }
}
