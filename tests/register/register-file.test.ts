import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { fileHouseholds } from '../../prisma/register/file-households.js';
import { fileRows } from '../../prisma/register/file-rows.js';
import { rejectedRows } from '../../prisma/register/rejected-rows.js';
import { readTable } from '../../prisma/register/table.js';
import { exampleRegister, registerCsv, registerTable } from '../../prisma/seed/example-register.js';

const TODAY = '2026-11-23';
const example = registerTable(exampleRegister());
const [HEADER = [], FIRST = []] = example;

const column = (name: string): number => HEADER.indexOf(name);
/** The first row of the example with some cells written over. */
const rowWith = (cells: Record<string, string>): string[] => FIRST.map((text, at) => cells[HEADER[at] ?? ''] ?? text);
const csv = (rows: string[][]): Buffer => Buffer.from(rows.map((cells) => cells.join(',')).join('\r\n'));
const read = async (bytes: Buffer) => fileRows(await readTable(bytes));

async function reasonsFor(...rows: string[][]) {
  const { rows: good, rejections } = await read(csv([HEADER, ...rows]));
  const { rejections: contradictions } = fileHouseholds(good, TODAY);
  return [...rejections, ...contradictions].map(({ line, reason }) => `${line}：${reason.zh}`);
}

describe('a register file', () => {
  test('is documented by an example that follows from the demonstration', async () => {
    const file = path.resolve(import.meta.dirname, '../../docs/examples/register.csv');
    expect(await readFile(file, 'utf8')).toBe(registerCsv(exampleRegister()));
  });

  test('says the same in UTF-8, in UTF-8 with a mark, in GB18030 and in Excel', async () => {
    const plain = Buffer.from(registerCsv(exampleRegister()));
    const expected = await read(plain);
    expect(expected.rows).toHaveLength(example.length - 1);
    expect(expected.rejections).toEqual([]);
    const gb18030 = await readFile(path.resolve(import.meta.dirname, 'register-gb18030.csv'));
    expect(new TextDecoder('gb18030').decode(gb18030)).toBe(plain.toString());
    expect(await read(Buffer.concat([Buffer.from('\uFEFF'), plain]))).toEqual(expected);
    expect(await read(gb18030)).toEqual(expected);
    expect(await read(await workbook(example))).toEqual(expected);
  });

  test('may write dates as people do, also as dates of Excel', async () => {
    const written = ['2019-01-05', '2019/1/5', '2019.1.5', '2019年1月5日', '20190105', '２０１９－０１－０５'];
    for (const date of written) {
      const { rows } = await read(csv([HEADER, rowWith({ 建档日期: date })]));
      expect(rows.map(({ registeredOn }) => registeredOn)).toEqual(['2019-01-05']);
    }
    const cells: Excel.CellValue[] = [...FIRST];
    cells[column('建档日期')] = new Date('2019-01-05T00:00:00Z');
    const { rows } = await read(await workbook([HEADER, cells]));
    expect(rows.map(({ registeredOn }) => registeredOn)).toEqual(['2019-01-05']);
  });

  test('may leave out what only some programmes ask for, and says it in the words of a register', async () => {
    const extra = ['人均年收入', '残疾等级', '民族'];
    const kept = HEADER.flatMap((name, at) => (extra.includes(name) ? [] : [at]));
    const { rows, rejections } = await read(csv([HEADER, FIRST].map((row) => kept.map((at) => row[at] ?? ''))));
    expect(rejections).toEqual([]);
    expect(rows).toMatchObject([{ incomeFen: null, disability: null, minority: null }]);
    const told = await read(csv([HEADER, rowWith({ 人均年收入: '8600.5元', 残疾等级: '二级', 民族: '畲族' })]));
    expect(told.rows).toMatchObject([{ incomeFen: 860_050, disability: 2, minority: true }]);
    expect(await reasonsFor(rowWith({ 人均年收入: '八千', 残疾等级: '五级' }))).toEqual([
      '2：“人均年收入”应为以元计的金额，如 8600 或 8600.50；“残疾等级”应为无、一级、二级、三级、四级之一',
    ]);
  });

  test('is refused as a whole, with the columns named, when its header is wrong', async () => {
    const wrong = csv([HEADER.map((name) => (name === '账号' ? '帐号' : name)), FIRST]);
    await expect(read(wrong)).rejects.toMatchObject({ code: 'UNREADABLE_REGISTER' });
    await expect(read(wrong)).rejects.toThrow('缺少：账号；不认识：帐号。');
    await expect(read(wrong)).rejects.toThrow('Missing: 账号; Not known: 帐号. See');
    await expect(read(csv([[...HEADER, '姓名'], FIRST]))).rejects.toThrow('什么也没有导入。重复：姓名。');
  });

  test.each([
    ['an empty file', Buffer.from(''), '列名不对'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel'],
    ['an archive that is no Excel file', Buffer.from('PK\u0003\u0004nothing of the kind'), '无法读取该 Excel'],
    ['bytes that are neither Excel nor text', Buffer.from([0xff, 0xff, 0x00]), '它既不是 Excel（.xlsx），也不是'],
    ['a quotation mark without its pair', Buffer.from('户编号,村代码\r\n"1,2'), '引号不成对'],
  ])('%s is refused with a sentence', async (_what, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });
});

test('lines in which nothing stands are no rows', async () => {
  const nothing = HEADER.map(() => '');
  const { rows, rejections } = await read(csv([HEADER, [], FIRST, [' '], nothing, nothing.map(() => ' ')]));
  expect(rows).toHaveLength(1);
  expect(rejections).toEqual([]);
});

describe('a row that is not right is told with its line and reason', () => {
  test.each([
    [{ 身份证号: '390127198811220121' }, '“身份证号”不是有效的身份证号码'],
    [{ 身份证号: '3.90127E+17' }, '“身份证号”被表格软件存成了数字，末几位已丢失，请把该列设为文本后重填'],
    [{ 账号: '9.99933E+18' }, '“账号”被表格软件存成了数字，末几位已丢失，请把该列设为文本后重填'],
    [{ 账号: '' }, '“账号”有开户行时须填写'],
    [{ 状态: '在档' }, '“状态”应为在册、观察期、已退出、未建档之一'],
    [{ 状态: '观察期' }, '“观察期起始”观察期农户须填写'],
    [{ 状态: '观察期', 观察期起始: '去年' }, '“观察期起始”日期应写成 2026-03-01 的样子'],
    [{ 状态: '已退出' }, '“退出日期”已退出农户须填写'],
    [{ 成员状态: '死亡' }, '“变动日期”死亡、迁出、分户须填写'],
    [{ 成员状态: '死亡', 变动日期: '2027-01-01' }, '“变动日期”晚于今天'],
    [{ 建档日期: '2019-02-30' }, '“建档日期”日期应写成 2026-03-01 的样子'],
    [{ 村代码: '330127' }, '“村代码”应为12位村代码'],
    [{ 联系电话: '12345' }, '“联系电话”请输入11位手机号码'],
    [{ 姓名: ' ', 劳动能力: '一般' }, '“姓名”不能为空；“劳动能力”应为有、无之一'],
  ])('%j', async (cells, reason) => {
    expect(await reasonsFor(rowWith(cells))).toEqual([`2：${reason}`]);
  });

  test('also where it contradicts a row of the same household', async () => {
    const [, , second = []] = example;
    const otherVillage = second.map((text, at) => (at === column('村代码') ? '330127100219' : text));
    const secondHead = second.map((text, at) => (at === column('与户主关系') ? '户主' : text));
    expect(await reasonsFor(FIRST, otherVillage)).toEqual(['3：“村代码”与本户前面的行不一致']);
    expect(await reasonsFor(FIRST, secondHead)).toEqual(['3：本户已有一名户主']);
    expect(await reasonsFor(FIRST, FIRST)).toEqual(['3：同一身份证号在本户出现两次']);
  });

  test('and no reason repeats what stood in the row', async () => {
    const secret = '390127198811220121';
    const [reason = ''] = await reasonsFor(rowWith({ 身份证号: secret, 账号: `${secret}x` }));
    expect(reason).not.toMatch(/[0-9]{3,}.*[0-9]{3,}/);
    expect(reason).not.toContain(secret.slice(0, 6));
  });
});

describe('the file of rejected rows', () => {
  test('has line and reason before each row, and can be corrected and imported itself', async () => {
    const broken = [HEADER, rowWith({ 姓名: '"甲, 乙"', 状态: '？' }), FIRST];
    const table = await readTable(csv(broken));
    const rejected = Buffer.from(rejectedRows(table, fileRows(table).rejections));
    const [header, row, ...more] = await readTable(rejected);
    expect(header?.cells.slice(0, 3)).toEqual(['行号', '原因', '户编号']);
    expect(row?.cells.slice(0, 2)).toEqual(['2', expect.stringMatching(/^“状态”应为.*之一。状态 is one of/)]);
    expect(row?.cells[column('姓名') + 2]).toBe('甲, 乙');
    expect(more).toEqual([]);
    const corrected = Buffer.from(rejected.toString().replace('？', '在册'));
    expect(await read(corrected)).toMatchObject({ rows: [{ name: '甲, 乙', standing: 'registered' }], rejections: [] });
  });

  test('has line and reason once only when it is itself rejected', async () => {
    const table = await readTable(
      csv([
        ['行号', '原因', ...HEADER],
        ['7', '旧', ...rowWith({ 状态: '？' })],
      ]),
    );
    const [header, row] = await readTable(Buffer.from(rejectedRows(table, fileRows(table).rejections)));
    expect(header?.cells).toEqual(['行号', '原因', ...HEADER]);
    expect(row?.cells[0]).toBe('2');
  });
});

async function workbook(rows: Excel.CellValue[][]): Promise<Buffer> {
  const book = new Excel.Workbook();
  book.addWorksheet('名册').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}
