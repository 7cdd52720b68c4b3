import canonicalize from 'canonicalize';
import { sha256 } from '../platform/digest.js';
import type { ArchiveItemModel as ArchiveItem } from './generated/models.js';

/** What a catalogue says, by its digest: SHA-256 of its pieces as canonical JSON, in their order. */
export const catalogueDigest = (items: readonly ArchiveItem[]): string =>
  sha256(
    canonicalize(
      items.map(({ no, kind, ref, number, author, title, on, sha256: digest }) => ({
        ...{ no, kind, ref, number, author, title, on, sha256: digest },
      })),
    )!,
  );
