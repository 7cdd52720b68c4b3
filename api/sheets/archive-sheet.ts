import type {
  ArchiveDetail,
  ArchiveFileView,
  ArchiveItemView,
  ArchiveListDetail,
} from '../../domain/schemas/archives.js';
import type { Sheet } from './sheet.js';

const COLUMNS: Sheet['columns'] = [
  { title: '顺序号', width: 8 },
  { title: '类别', width: 14 },
  { title: '文号', width: 30 },
  { title: '责任者', width: 24 },
  { title: '题名', width: 40 },
  { title: '日期', width: 12 },
  { title: 'SHA-256', width: 66 },
];

/** 卷内目录 */
export const archiveSheet = ({ items }: ArchiveDetail): Sheet => ({
  title: '卷内目录',
  columns: COLUMNS,
  rows: items.map(cellsOf),
});

const cellsOf = ({ no, kind, number, author, title, on, sha256 }: ArchiveItemView) => [
  ...[String(no), kind.zh, number, author, title, on, sha256],
];

/** 卷内目录 of several files, one under the other. */
export const cataloguesSheet = (details: readonly ArchiveDetail[]): Sheet => ({
  title: '卷内目录',
  columns: [{ title: '档号', width: 30 }, ...COLUMNS],
  rows: details.flatMap(({ file, items }) => items.map((item) => [file.archiveNo, ...cellsOf(item)])),
});

/** 案卷目录 */
export const filesSheet = (files: readonly ArchiveFileView[]): Sheet => ({
  title: '案卷目录',
  columns: [
    ...[
      { title: '档号', width: 30 },
      { title: '题名', width: 50 },
      { title: '办件编号', width: 24 },
    ],
    ...[
      { title: '保管期限', width: 10 },
      { title: '办结日期', width: 12 },
      { title: '保管至', width: 12 },
    ],
    ...[
      { title: '件数', width: 8 },
      { title: '状态', width: 12 },
      { title: '鉴定意见', width: 12 },
    ],
    ...[
      { title: '审计冻结', width: 10 },
      { title: '所在清册', width: 22 },
    ],
  ],
  rows: files.map(({ archiveNo, title, caseNo, term, closedOn, keptUntil, pieces, ...file }) => [
    ...[archiveNo, title, caseNo, term.zh, closedOn, keptUntil ?? '永久', String(pieces)],
    ...[file.state.zh, file.appraisal?.zh ?? '', file.held ? '冻结中' : '', file.listNo ?? ''],
  ]),
});

/** 案卷封面: what stands on the cover of a file. */
export const coverSheet = ({ file, catalogueSha256 }: ArchiveDetail): Sheet => ({
  title: '案卷封面',
  columns: [
    { title: '项目', width: 20 },
    { title: '内容', width: 70 },
  ],
  rows: [
    ...[
      ['档号', file.archiveNo],
      ['题名', file.title],
      ['类别', file.kind.zh],
      ['保管期限', file.term.zh],
    ],
    ...[
      ['办结日期', file.closedOn],
      ['期限起算', file.termBegins],
      ['保管至', file.keptUntil ?? '永久'],
    ],
    ...[
      ['件数', String(file.pieces)],
      ['卷内目录摘要（SHA-256）', catalogueSha256],
      ['状态', file.state.zh],
    ],
  ],
});

/** 移交清册, 销毁清册: with who signed for it. */
export const listSheet = ({ list, entries }: ArchiveListDetail): Sheet => ({
  title: list.kind.zh,
  columns: [
    ...[
      { title: '序号', width: 8 },
      { title: '档号', width: 30 },
      { title: '题名', width: 50 },
      { title: '件数', width: 8 },
    ],
    ...[
      { title: '清册编号', width: 22 },
      { title: '编制人', width: 14 },
      { title: '签字人', width: 14 },
    ],
    ...[
      { title: '回执', width: 20 },
      { title: '接收人', width: 14 },
      { title: '状态', width: 14 },
    ],
  ],
  rows: entries.map(({ position, archiveNo, title, pieces }) => [
    ...[String(position), archiveNo, title, String(pieces), list.no, list.proposed.by.name],
    ...[list.decided?.by.name ?? '', list.receipt?.no ?? '', list.receipt?.receivedBy ?? '', list.state.zh],
  ]),
});
