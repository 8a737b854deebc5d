import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readStateFile, writeStateFile } from '../../src/sandbox/state-file.js';
import { createStillSandbox } from '../support/sandbox-requests.js';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const createSaved = () => createStillSandbox({ seed: 'empty' }).save();

describe('a state file', () => {
  test('is replaced behind a symbolic link, also in another folder, and the link stays', () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'real'));
    const [link, target] = [join(folder, 'link.json'), join(folder, 'real', 'state.json')];
    writeFileSync(target, '{}', { mode: 0o644 });
    symlinkSync(target, link);
    expect(readStateFile(link)).toEqual({});
    const saved = createSaved();
    writeStateFile(link, saved);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readStateFile(link)).toEqual(saved);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect([readdirSync(folder).sort(), readdirSync(join(folder, 'real'))]).toEqual([
      ['link.json', 'real'],
      ['state.json'],
    ]);
  });

  test.each<[string, (folder: string) => string]>([
    ['an empty path', () => ''],
    ['a folder', (folder) => folder],
    ['a missing folder', (folder) => join(folder, 'missing', 'state.json')],
    ['a name that leaves no room for a temporary file', (folder) => join(folder, 'x'.repeat(240))],
    ['a file as its folder', (folder) => (writeFileSync(join(folder, 'file'), ''), join(folder, 'file', 'state.json'))],
    ['a device', () => '/dev/null'],
    [
      'a symbolic link without a file',
      (folder) => (symlinkSync(join(folder, 'nothing'), join(folder, 'link')), join(folder, 'link')),
    ],
    [
      'a symbolic link to itself',
      (folder) => (symlinkSync(join(folder, 'loop'), join(folder, 'loop')), join(folder, 'loop')),
    ],
  ])('is refused at the start for %s', (_, create) => {
    const folder = createFolder();
    const file = create(folder);
    const before = readdirSync(folder);
    expect(() => readStateFile(file)).toThrow(`cannot write ${JSON.stringify(file)}: `);
    expect(readdirSync(folder)).toEqual(before);
  });

  // The superuser can write everywhere.
  test.skipIf(process.getuid?.() === 0)('is refused at the start in a folder or file without write permission', () => {
    const folder = createFolder();
    const file = join(folder, 'state.json');
    writeFileSync(file, '{}', { mode: 0o400 });
    expect(() => readStateFile(file)).toThrow('cannot write');
    chmodSync(file, 0o600);
    chmodSync(folder, 0o500);
    expect(() => readStateFile(file)).toThrow('cannot write');
    chmodSync(folder, 0o700);
  });

  test('is saved beside what an interrupted save left, and by two sandboxes in turn', () => {
    const folder = createFolder();
    const file = join(folder, 'state.json');
    writeFileSync(`${file}.${process.pid}.tmp`, 'half');
    expect(readStateFile(file)).toBeUndefined();
    const [first, second] = [createSaved(), createStillSandbox().save()];
    for (const saved of [first, second, first]) {
      writeStateFile(file, saved);
      expect(readStateFile(file)).toEqual(saved);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('keeps its content if a save fails', () => {
    const folder = createFolder();
    const file = join(folder, 'state.json');
    writeFileSync(file, '{}');
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(() => writeStateFile(file, circular as never)).toThrow(TypeError);
    expect(readFileSync(file, 'utf8')).toBe('{}');
    expect(readdirSync(folder)).toEqual(['state.json']);
    expect(existsSync(file)).toBe(true);
  });
});
