import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  type MarkupContent,
  type Position,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** An editor’s view of a YAML language server that runs as a process of its own. */
export interface LanguageServer {
  /** Opens a file with a text, which need not be what the disk has, and waits for the verdict on it. */
  readonly open: (path: string, text: string) => Promise<readonly Diagnostic[]>;
  /** What is shown when the pointer rests on a place of an open file, as Markdown. */
  readonly hover: (path: string, position: Position) => Promise<string>;
  readonly complete: (path: string, position: Position) => Promise<readonly CompletionItem[]>;
  /** What the server wrote to stderr, such as a connection that it tried to make. */
  readonly complaints: () => string;
  readonly stop: () => Promise<void>;
}

/** Loaded into the server before its own code: a connection to anywhere is refused, and told to stderr. */
const OFFLINE = `
import net from 'node:net';
net.Socket.prototype.connect = function (...target) {
  process.stderr.write('connects to ' + JSON.stringify(target) + '\\n');
  process.nextTick(() => this.destroy(new Error('There is no network here.')));
  return this;
};`;

/** Starts the YAML language server of this project’s dependencies on a folder, without network and without a store of schemas. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
  const script = join(dirname(manifest), 'bin', 'yaml-language-server');
  const offline = `data:text/javascript,${encodeURIComponent(OFFLINE)}`;
  const server = spawn(process.execPath, ['--import', offline, script, '--stdio'], { stdio: 'pipe' });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  let complaints = '';
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));

  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const yaml = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : {})),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  const verdicts = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    verdicts.get(uri)?.(diagnostics),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    workspaceFolders: [{ uri: uriOf(folder), name: 'test' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        publishDiagnostics: {},
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'], snippetSupport: true } },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    open: (path, text) =>
      new Promise((resolve, reject) => {
        verdicts.set(uriOf(path), resolve);
        const textDocument = { uri: uriOf(path), languageId: 'yaml', version: 1, text };
        connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument }).catch(reject);
      }),
    hover: async (path, position) => {
      const hover = await connection.sendRequest(HoverRequest.type, { textDocument: { uri: uriOf(path) }, position });
      return (hover?.contents as MarkupContent | undefined)?.value ?? '';
    },
    complete: async (path, position) => {
      const found = await connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: uriOf(path) },
        position,
      });
      return Array.isArray(found) ? found : (found?.items ?? []);
    },
    complaints: () => complaints,
    stop: async () => {
      connection.dispose();
      server.kill('SIGKILL');
      await ended;
    },
  };
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
