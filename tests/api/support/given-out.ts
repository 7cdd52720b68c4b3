import path from 'node:path';
import { expect } from '@jest/globals';
import Excel from 'exceljs';
import type { ApiAlone } from './api.js';
import { zhibao } from './zhibao.js';

/** As an administrator lists what was handed over, and gives out a list. */
export async function isGivenOutByCommand(api: ApiAlone, no: string, caseNo: string, receiptNo: string): Promise<void> {
  const { archiveNo } = await api.db.archiveFile.findUniqueOrThrow({ where: { caseNo } });
  const listed = await zhibao(api, 'archive', 'list', '--county', '339901', '--year', '2025', '--state', 'handedOver');
  const [, row, ...more] = listed.said.trim().split('\r\n');
  expect([listed.code, row, more]).toEqual([0, expect.stringContaining(`${archiveNo},`), []]);
  expect((await zhibao(api, 'archive', 'list', '--county', '330127')).said.trim().split('\r\n')).toHaveLength(1);
  const file = path.join(api.home, 'list.xlsx');
  expect((await zhibao(api, 'archive', 'export', '--list', no, '--to', file)).code).toBe(0);
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.getWorksheet('移交清册')?.getCell('H2').text).toBe(receiptNo);
  const catalogue = workbook.getWorksheet('卷内目录');
  expect([catalogue?.getCell('A2').text, catalogue?.rowCount]).toEqual([archiveNo, 5]);
  const none = await zhibao(api, 'archive', 'export', '--list', 'none', '--to', file);
  expect([none.code, none.said]).toEqual([1, expect.stringMatching(/^没有这份清册/)]);
}
