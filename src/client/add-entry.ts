import { splitCode } from '../matrix/split-code.ts';
import { ID_PATTERN, toId } from '../model/to-id.ts';
import type { DraftFinding, DraftKind, DraftReply, DraftValues, SentFile } from './draft-messages.ts';
import { button, element } from './element.ts';
import { keepDraft, loadDraft } from './kept-draft.ts';
import { loadJson } from './load-json.ts';
import { startValidator, type Validator } from './validator.ts';
import { createYamlEditor, type YamlEditor } from './yaml-editor.ts';

/** What the site gives the page to judge with. */
interface Others {
  readonly root: string;
  readonly files: readonly SentFile[];
}

/** How long somebody pauses before what they typed is judged, in milliseconds. */
const PAUSE = 150;

/** Longest address that GitHub takes; what does not fit is pasted. */
const LONGEST_ADDRESS = 7500;

/** Writes the file of an entry from the fields of a form, judges it as pull requests are, and sends it to GitHub. */
class AddEntry extends HTMLElement {
  #editor!: YamlEditor;
  #isReady = false;
  #validator!: Promise<Validator>;
  #known: ReadonlySet<string> = new Set();
  #written = '';
  /** Whether the form was asked for a file that is not there yet. */
  #isBehind = false;
  #styled: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How often the file was asked for, and how often what is wrong with it: only the last answer of each counts. */
  #writes = 0;
  #checks = 0;

  connectedCallback(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#editor = createYamlEditor(this.#part('[data-editor]'), 'The file, in YAML', () => this.#changed());
    this.#validator = this.#start();
    this.#validator.catch(() =>
      this.#say('The validator could not be loaded: look whether you are online, and load the page again.'),
    );
    this.#part('[data-fields]').addEventListener('input', () => void this.#write());
    this.#part('[data-anew]').addEventListener('click', () => void this.#write(true));
    this.#part('[data-style]').addEventListener('click', () =>
      this.#editor.setText(this.#styled ?? this.#editor.getText()),
    );
    this.#part('[data-copy]').addEventListener('click', () => void this.#copy());
    this.#part('[data-clear]').addEventListener('click', () => this.#clear());
    this.#restore();
  }

  async #start(): Promise<Validator> {
    const { files, root } = await loadJson<Others>(this.dataset.source!)();
    this.#known = new Set(files.map(({ path }) => path));
    const worker = new Worker(new URL('../components/draft-worker.ts', import.meta.url), { type: 'module' });
    return startValidator(worker, { kind: 'start', files, root });
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  /** The fields of the kind that is being written. */
  get #inputs(): readonly (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]:enabled')];
  }

  get #fields(): DraftValues {
    const fields: Record<string, string> = {};
    for (const { name, value, ...field } of this.#inputs.map(readField)) {
      if (!field.isChosen || value === '') continue;
      fields[name] = fields[name] === undefined ? value : `${fields[name]},${value}`;
    }
    return fields;
  }

  get #kind(): DraftKind {
    return this.#fields.kind === 'provider' ? 'provider' : 'environment';
  }

  /** Where the file goes, below the data folder. */
  get #path(): string {
    const { id = '', name = '', category } = this.#fields;
    const file = `${id === '' ? toId(name) : id}.yaml`;
    return this.#kind === 'provider' ? `providers/${file}` : `environments/${category ?? 'category'}/${file}`;
  }

  /** Writes the file anew from the form, unless somebody changes it by hand, whose words would be lost. */
  async #write(isAnew = false): Promise<void> {
    this.#showFields();
    if (!isAnew && this.#isByHand) {
      this.#changed();
      return;
    }
    const run = (this.#writes += 1);
    const before = this.#editor.getText();
    this.#isBehind = true;
    this.#keep();
    // The kind and the file’s name are not in the file.
    const values = Object.fromEntries(
      Object.entries(this.#fields).filter(([name]) => name !== 'kind' && name !== 'id'),
    );
    const validator = await this.#validator;
    const { text } = await validator.write(this.#kind, values, today());
    if (run !== this.#writes || this.#editor.getText() !== before) return;
    this.#written = text;
    this.#isBehind = false;
    this.#editor.setText(text);
    this.#changed();
  }

  get #isByHand(): boolean {
    const text = this.#editor.getText();
    return text !== '' && text !== this.#written;
  }

  /** Shows the fields of what is written, and the id that the name makes. */
  #showFields(): void {
    for (const set of this.querySelectorAll<HTMLFieldSetElement>('fieldset[data-for]')) {
      set.hidden = set.dataset.for !== this.#kind;
      set.disabled = set.hidden;
    }
    const id = this.querySelector<HTMLInputElement>('[name=id]')!;
    id.placeholder = toId(this.#fields.name ?? '');
    id.setCustomValidity(
      id.value === '' || ID_PATTERN.test(id.value) ? '' : 'Lower-case letters, digits and single hyphens.',
    );
  }

  /** After each change: keeps what is written, leads to GitHub with it, and judges it when nothing more comes. */
  #changed(): void {
    this.#keep();
    this.#showWay();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), PAUSE);
  }

  async #check(): Promise<void> {
    const text = this.#editor.getText();
    const run = (this.#checks += 1);
    this.#part('[data-by-hand]').hidden = !this.#isByHand;
    this.#part('[data-path]').textContent = `${this.dataset.root!}/${this.#path}`;
    if (text === '') {
      this.#show({ kind: 'checked', number: 0, findings: [] }, 'Fill in the form, or paste an entry into the file.');
      return;
    }
    const validator = await this.#validator;
    const reply = await validator.check(this.#path, text, today());
    if (run === this.#checks) this.#show(reply, summarize(reply.findings));
  }

  #show({ findings, styled }: Extract<DraftReply, { kind: 'checked' }>, sentence: string): void {
    this.#editor.mark(findings);
    this.#styled = styled;
    this.#part('[data-style]').hidden = styled === undefined;
    this.#part('[data-findings]').replaceChildren(...findings.map((finding) => this.#renderFinding(finding)));
    this.#showWay();
    this.#say(sentence);
  }

  #renderFinding(finding: DraftFinding): HTMLElement {
    const { severity, ruleId, reason, note, fix, url, line, from } = finding;
    const place =
      line === undefined ? [] : [button(`line ${line}`, () => this.#editor.goTo(from), { className: 'link' }), ': '];
    const item = element('li', {}, element('strong', {}, severity), ' ', ...place, ...words(reason), ' ');
    item.dataset.severity = severity;
    item.append(
      url === undefined ? element('span', {}, ruleId) : element('a', { href: url, className: 'rule' }, ruleId),
    );
    if (fix !== undefined) item.append(element('pre', {}, element('code', {}, fix)));
    if (note !== undefined) item.append(element('p', { className: 'muted' }, ...words(note)));
    return item;
  }

  /** Shows the way to GitHub: a new file with the text in it, or the file that is there. */
  #showWay(): void {
    const link = this.querySelector<HTMLAnchorElement>('[data-send]')!;
    const text = this.#editor.getText();
    const path = `${this.dataset.root!}/${this.#path}`;
    const isKnown = this.#known.has(this.#path);
    const base = this.dataset.repository!;
    const address = `${base}/new/${this.dataset.branch!}?${new URLSearchParams({ filename: path, value: text }).toString()}`;
    const fits = address.length <= LONGEST_ADDRESS;
    link.href = isKnown
      ? `${base}/edit/${this.dataset.branch!}/${path}`
      : fits
        ? address
        : `${base}/new/${this.dataset.branch!}?${new URLSearchParams({ filename: path }).toString()}`;
    link.hidden = text === '';
    this.#part('[data-paste]').hidden = text === '' || (fits && !isKnown);
    this.#part('[data-known]').hidden = !isKnown;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#editor.getText());
      this.#say('Copied.');
    } catch {
      this.#editor.goTo(0);
      this.#say('The browser does not let pages copy: press Ctrl+A, then Ctrl+C.');
    }
  }

  #clear(): void {
    for (const input of this.#inputs)
      if (isBox(input)) input.checked = false;
      else if (input.name !== 'kind') input.value = '';
    this.#writes += 1;
    this.#isBehind = false;
    this.#written = '';
    this.#editor.setText('');
    this.#showFields();
    this.#changed();
  }

  #say(words: string): void {
    this.#part('[role=status]').textContent = words;
  }

  get #place(): string {
    return `draft ${location.pathname}`;
  }

  #keep(): void {
    const text = this.#editor.getText();
    keepDraft(this.#place, { fields: this.#fields, text, written: this.#written, isBehind: this.#isBehind });
  }

  #restore(): void {
    const kept = loadDraft(this.#place);
    for (const [name, value] of Object.entries(kept.fields)) {
      const chosen = value.split(',');
      for (const field of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `[name="${CSS.escape(name)}"], [name="${CSS.escape(name)}[]"]`,
      )) {
        if (field instanceof HTMLInputElement && field.type === 'checkbox')
          field.checked = chosen.includes(field.value);
        else field.value = value;
      }
    }
    this.#written = kept.written;
    this.#editor.setText(kept.text);
    this.#showFields();
    this.#changed();
    if (kept.isBehind) void this.#write();
  }
}

/** A sentence with what stands between backticks as code. */
function words(sentence: string): readonly (Node | string)[] {
  return splitCode(sentence).map(({ text, code }) => (code ? element('code', {}, text) : text));
}

function isBox(field: HTMLInputElement | HTMLSelectElement): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}

function readField(field: HTMLInputElement | HTMLSelectElement): {
  readonly name: string;
  readonly value: string;
  readonly isChosen: boolean;
} {
  return { name: field.name.replace('[]', ''), value: field.value.trim(), isChosen: !isBox(field) || field.checked };
}

function summarize(findings: readonly DraftFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const rest = others === 0 ? '' : `, ${count(others, 'hint')}`;
  return errors === 0 ? `Ready to send${rest}.` : `${count(errors, 'error')}${rest}: a pull request would fail.`;
}

/** The day by Greenwich, as the checks of a pull request count. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

customElements.define('add-entry', AddEntry);
