import type { ArchiveDetail, ArchiveListDetail } from '../../domain/schemas/archives.js';
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
  rows: items.map(({ no, kind, number, author, title, on, sha256 }) => [
    ...[String(no), kind.zh, number, author, title, on, sha256],
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
